using Splot.Data.Terminal;

namespace Splot.Data;

/// <summary>A value and, for messages, where it was given.</summary>
/// <param name="Text">The value.</param>
/// <param name="Source">Option, variable or file with setting.</param>
internal sealed record OptionValue(string Text, string Source);

/// <summary>The three sources of option values, in the order of their weight.</summary>
internal sealed class OptionValues(IReadOnlyDictionary<string, string> commandLine, Func<string, string?> environment, IReadOnlyDictionary<string, string> file)
{
    /// <summary>The value of an option, from the weightiest source that gives it; an empty one counts as not given, save on the command line.</summary>
    public OptionValue? Find(string option)
    {
        if (commandLine.TryGetValue(option, out var given))
        {
            return new OptionValue(given, option);
        }

        var variable = Variable(option);
        if (environment(variable) is { Length: > 0 } set)
        {
            return new OptionValue(set, variable);
        }

        return file.TryGetValue(option, out var written) && written.Length > 0
            ? new OptionValue(written, $"{option[2..]} in {SettingsFile.Name}")
            : null;
    }

    /// <summary><c>--public-url</c> is SPLOT_PUBLIC_URL.</summary>
    public static string Variable(string option) => "SPLOT_" + option[2..].Replace('-', '_').ToUpperInvariant();

    /// <summary>A value out of a list (in any case), or null where none is given.</summary>
    public string? OneOf(string option, string[] allowed)
    {
        if (Find(option) is not { } given)
        {
            return null;
        }

        return allowed.FirstOrDefault(a => a.Equals(given.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"{given.Source} takes {string.Join(", ", allowed[..^1])} or {allowed[^1]}, not {given.Text}.");
    }

    /// <summary>True where a switch is on; it is off when it is not given or given as false.</summary>
    public bool Switch(string option)
    {
        if (Find(option) is not { } given)
        {
            return false;
        }

        return given.Text.ToUpperInvariant() switch
        {
            "" or "TRUE" or "YES" or "1" => true,
            "FALSE" or "NO" or "0" => false,
            _ => throw new UsageException($"{given.Source} is on or off: write true or false, not {given.Text}."),
        };
    }
}
