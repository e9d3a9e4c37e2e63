using System.Globalization;
using Splot.Kernel;

namespace Splot.Portal.Words;

/// <summary>Numbers that say which one of a row, as they stand before a neuter noun.</summary>
internal static class Ordinals
{
    /// <summary>4-то in Bulgarian; the bare number elsewhere, where the sentence around it says the rest.</summary>
    public static string Neuter(this Language language, long number) => language == Language.Bulgarian
        ? number.ToString(CultureInfo.InvariantCulture) + "-" + Ending(number)
        : language.FormatCount(number);

    private static string Ending(long number) => (number % 10, number % 100) switch
    {
        (_, >= 10 and < 20) => "то",
        (1, _) => "во",
        (2, _) => "ро",
        (7 or 8, _) => "мо",
        _ => "то",
    };
}
