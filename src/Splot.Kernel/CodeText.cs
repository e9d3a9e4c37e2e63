using System.Globalization;
using System.Text;

namespace Splot.Kernel;

/// <summary>The form of contract, procedure and project numbers in which two writings of one number are equal.</summary>
public static class CodeText
{
    /// <summary>
    /// The comparing form of a code: capitals, Latin twins for Cyrillic and Greek look-alikes, plain hyphens for all dashes, no blanks, no invisible
    /// characters, and no № sign. So „№ bg05sfpr002 – 2.002-0109-с01“ equals BG05SFPR002-2.002-0109-C01. Empty for null.
    /// Applying it twice gives the same as once. Only for comparing: keep and show the original.
    /// </summary>
    public static string Normalise(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return "";
        }

        var capitals = Ascii.IsValid(code) ? code.ToUpperInvariant() : Capitals(code);
        var kept = new StringBuilder(capitals.Length);
        foreach (var letter in capitals)
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation || letter == '−')
            {
                kept.Append('-');
            }
            else if (!char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                kept.Append(letter);
            }
        }

        return kept.ToString();
    }

    private static string Capitals(string code) =>
        Homoglyphs.Replace(TextFold.Repair(code).Replace("№", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC).ToUpperInvariant())
            .Normalize(NormalizationForm.FormKC);
}
