using System.Globalization;
using System.Text;

namespace Splot.Kernel;

/// <summary>The answers of the terminal's <c>check identifiers</c>; their form is part of the contract.</summary>
public static class IdentifierReport
{
    /// <summary>
    /// The answer to one line <c>KIND VALUE</c>: the line as given (blanks around and control characters removed), then <c>valid</c> or <c>invalid</c>; for a valid
    /// number that carries them the birth date (ISO 8601) and <c>male</c> or <c>female</c>; at the end the reason of <see cref="Reasons"/>:
    /// why it is invalid, or <c>future-birth</c>. Always one line; never throws.
    /// </summary>
    /// <param name="line">Kind and value, divided by blanks; the value may hold blanks of its own.</param>
    /// <param name="today">The day after which a birth lies in the future.</param>
    public static string Line(string? line, DateOnly today)
    {
        var given = OneLine(line);
        var parts = given.Split(' ', 2);
        if (Identifier.KindOf(parts[0]) is not { } kind)
        {
            return Join(given, "invalid", Reasons.UnknownKind);
        }

        var check = Identifier.Check(kind, parts.ElementAtOrDefault(1), today);
        return check.IsValid
            ? Join(given, "valid", check.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SexName(check.Sex), check.BornInFuture ? Reasons.FutureBirth : null)
            : Join(given, "invalid", check.Reason);
    }

    private static string? SexName(Sex? sex) => sex switch { Sex.Male => "male", Sex.Female => "female", _ => null };

    private static string Join(params string?[] parts) => string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));

    // Line breaks, tabs and a byte-order mark would break or hide the answer.
    private static string OneLine(string? line)
    {
        var kept = new StringBuilder(line?.Length ?? 0);
        foreach (var sign in line ?? "")
        {
            if (char.IsWhiteSpace(sign) || char.IsControl(sign))
            {
                kept.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.Format)
            {
                kept.Append(sign);
            }
        }

        return kept.ToString().Trim();
    }
}
