using System.Text;

namespace Splot.Portal.Model;

/// <summary>How codes stand in columns with several values, and how they are asked for: capitals, between bars.</summary>
internal static class Codes
{
    public const char Bar = '|';

    /// <summary>The comparing form of a code: capitals, no bars, no blanks around.</summary>
    public static string Form(string code) => code.Trim().Replace(Bar, '/').ToUpperInvariant();

    /// <summary>The comparing form of a theme's code: small letters, as the portal's own list writes them.</summary>
    public static string ThemeForm(string code) => Form(code).ToLowerInvariant();

    /// <summary>|A|B| without repetition, in the given order; empty where there is none.</summary>
    public static string Join(IEnumerable<string?> codes)
    {
        StringBuilder? joined = null;
        foreach (var code in codes)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                continue;
            }

            var form = Between(code);
            joined ??= new StringBuilder("|");
            if (!joined.ToString().Contains(form, StringComparison.Ordinal))
            {
                joined.Append(form, 1, form.Length - 1);
            }
        }

        return joined?.ToString() ?? "";
    }

    /// <summary>|CODE|, as it occurs in a joined column.</summary>
    public static string Between(string code) => Bar + Form(code) + Bar;
}
