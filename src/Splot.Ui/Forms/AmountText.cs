using System.Globalization;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>Why a typed number was not taken.</summary>
internal enum AmountProblem
{
    None,
    Unreadable,
    Ambiguous,
    TooManyDecimals,
    Negative,
    TooLarge,
}

/// <summary>
/// Reads amounts as people type them. Spaces group in threes in every language; the last of two different marks is the decimal one; a mark
/// that comes more than once groups. A single mark is decimal, with two exceptions where three digits follow it: in English a comma groups,
/// and in Polish and Bulgarian a point could mean either, so it is asked about.
/// </summary>
internal static class AmountText
{
    private const int MostDigits = 15;

    /// <summary>The number, or what is wrong with it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="decimals">How many decimals it may have.</param>
    /// <param name="units">Signs and words that may stand before or after it, such as € or PLN.</param>
    internal static (decimal Value, AmountProblem Problem) Read(string typed, Language language, int decimals, IEnumerable<string> units)
    {
        var text = Strip(typed, units);
        var negative = text.StartsWith('-');
        text = negative ? text[1..].TrimStart() : text;
        if (Split(text, language) is not { } parts)
        {
            return (0m, AmountProblem.Unreadable);
        }

        if (parts.Ambiguous)
        {
            return (0m, AmountProblem.Ambiguous);
        }

        var problem = parts.Whole.TrimStart('0').Length > MostDigits ? AmountProblem.TooLarge
            : parts.Fraction.TrimEnd('0').Length > decimals ? AmountProblem.TooManyDecimals
            : AmountProblem.None;
        if (problem != AmountProblem.None)
        {
            return (0m, problem);
        }

        var value = decimal.Parse(parts.Whole + "." + parts.Fraction.TrimEnd('0') + "0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (negative ? -value : value, AmountProblem.None);
    }

    private static string Strip(string typed, IEnumerable<string> units)
    {
        var text = new string([.. typed.Select(c => c switch
        {
            '\u00A0' or '\u202F' or '\u2009' or '\t' => ' ',
            '\u2212' or '\u2013' => '-',
            _ => c,
        })]).Trim();
        foreach (var unit in units.OrderByDescending(u => u.Length))
        {
            if (text.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return text[unit.Length..].Trim();
            }

            if (text.StartsWith("-" + unit, StringComparison.OrdinalIgnoreCase))
            {
                return "-" + text[(unit.Length + 1)..].Trim();
            }

            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^unit.Length].Trim();
            }
        }

        return text;
    }

    private static (string Whole, string Fraction, bool Ambiguous)? Split(string text, Language language)
    {
        if (text.Length == 0 || !text.All(c => char.IsAsciiDigit(c) || c is ' ' or ',' or '.'))
        {
            return null;
        }

        var last = text.LastIndexOfAny([',', '.']);
        if (last < 0)
        {
            return Whole(text, ' ');
        }

        var mark = text[last];
        var other = mark == ',' ? '.' : ',';
        var before = text[..last];
        var after = text[(last + 1)..];
        if (before.Contains(mark, StringComparison.Ordinal))
        {
            return Whole(text, mark);
        }

        if (!after.All(char.IsAsciiDigit) || after.Length == 0 || before.Length == 0)
        {
            return null;
        }

        if (before.Contains(other, StringComparison.Ordinal) || before.Contains(' ', StringComparison.Ordinal))
        {
            var whole = Whole(before, before.Contains(other, StringComparison.Ordinal) ? other : ' ');
            return whole is null ? null : (whole.Value.Whole, after, false);
        }

        var groups = after.Length == 3 && before.Length <= 3 && !before.StartsWith('0');
        return (groups, mark, language == Language.English) switch
        {
            (true, ',', true) => (before + after, "", false),
            (true, '.', false) => (before, after, true),
            _ => (before, after, false),
        };
    }

    private static (string Whole, string Fraction, bool Ambiguous)? Whole(string text, char group)
    {
        var groups = text.Split(group);
        return groups.All(g => g.Length > 0 && g.All(char.IsAsciiDigit)) && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3)))
            ? (string.Concat(groups), "", false)
            : null;
    }
}
