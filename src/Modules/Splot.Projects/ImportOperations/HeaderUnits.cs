
namespace Splot.Projects.ImportOperations;

/// <summary>
/// What one stands for in a column whose header speaks of thousands or millions. Some lists say so and print plain amounts all the same
/// (the English list of 2014-2020 says £m and prints pounds): where the values would come to more than any operation costs, the header is
/// not believed, and the report says so.
/// </summary>
internal static class HeaderUnits
{
    // No operation of the funds comes near this; a value that would is printed in whole units.
    private const decimal Largest = 20_000_000_000m;

    private static readonly string[] Millions = ["m", "mln", "mio", "million", "millions", "млн", "£m", "€m", "eur m", "mil"];
    private static readonly string[] Thousands = ["tys", "thousand", "thousands", "хил", "tis", "k", "teur", "000"];

    /// <summary>1, 1 000 or 1 000 000; the second value is true where the header's own word was not believed.</summary>
    public static (decimal Unit, bool Disbelieved) Of(string header, decimal largestValue)
    {
        var words = header.ToLowerInvariant().Split([' ', '(', ')', '[', ']', '.', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        var unit = words.Any(w => Millions.Contains(w, StringComparer.Ordinal)) ? 1_000_000m : words.Any(w => Thousands.Contains(w, StringComparer.Ordinal)) ? 1_000m : 1m;
        return unit > 1 && largestValue * unit > Largest ? (1m, true) : (unit, false);
    }
}
