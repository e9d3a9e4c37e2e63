using System.Globalization;
using System.Text.RegularExpressions;
using Splot.Ui.Tests.Govuk;

namespace Splot.Ui.Tests.Styles;

/// <summary>The colours of the themes, read from the stylesheet's source, and their contrast by WCAG 2.2.</summary>
internal static partial class ThemeFile
{
    private static readonly string Css = Comment().Replace(
        File.ReadAllText(Path.Combine(Fixture.RepositoryRoot(), "src", "Splot.Ui", "Styles", "10-theme.css")), "");

    /// <summary>The names of the themes that the stylesheet has.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ThemeName().Matches(Css).Select(m => m.Groups["name"].Value)];

    /// <summary>A role's colour in a theme; references to other roles are followed.</summary>
    public static string Colour(string theme, string role)
    {
        if (role.StartsWith('#'))
        {
            return role;
        }

        var own = Declarations(Block(theme)).Concat(Declarations(Block(null))).Where(d => d.Name == role).Select(d => d.Value).FirstOrDefault()
            ?? throw new InvalidOperationException($"The theme {theme} has no role {role}.");
        var reference = Reference().Match(own);
        return reference.Success ? Colour(theme, reference.Groups["name"].Value) : own;
    }

    /// <summary>The ratio of two colours, 1 to 21.</summary>
    public static double Contrast(string first, string second)
    {
        var (one, two) = (Luminance(first), Luminance(second));
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    private static string Block(string? theme)
    {
        var start = theme is null ? Css.IndexOf(":root{", StringComparison.Ordinal) : Css.IndexOf($"[data-theme={theme}]{{", StringComparison.Ordinal);
        return Css[start..Css.IndexOf('}', start)];
    }

    private static IEnumerable<(string Name, string Value)> Declarations(string block) =>
        Declaration().Matches(block).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value.Trim()));

    private static double Luminance(string colour)
    {
        var digits = colour.TrimStart('#');
        digits = digits.Length == 3 ? string.Concat(digits.Select(d => new string(d, 2))) : digits;
        double Part(int at)
        {
            var value = int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[data-theme=(?<name>\w+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThemeName();

    [GeneratedRegex(@"--(?<name>[\w-]+):(?<value>[^;}]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^var\(--(?<name>[\w-]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
