namespace Splot.Projects.GenerateOperations;

/// <summary>
/// Invented amounts in minor units. Whole numbers only: the same seed gives the same cents on every machine, which logarithms of the
/// platform's mathematics do not promise.
/// </summary>
internal static class InventedMoney
{
    private const int Draws = 10;
    private const long Floor = 500_000;

    // e^x in thousandths for sixteen x spread evenly over −0.66…0.66. A product of ten draws is close to log-normal with a sigma of 1.28.
    private static readonly int[] Factors = [517, 564, 616, 673, 735, 803, 876, 957, 1045, 1141, 1246, 1361, 1486, 1622, 1772, 1935];

    /// <summary>An amount around <paramref name="median"/>: some in round hundreds, some in whole units, the rest to the cent.</summary>
    public static long LogNormal(Random random, long median)
    {
        var value = median;
        var bits = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            bits = draw % 7 == 0 ? random.Next(1 << 28) : bits >> 4;
            value = value * Factors[bits & 15] / 1000;
        }

        value = Math.Max(value, Floor);
        return random.Next(10) switch
        {
            < 3 => value / 10_000 * 10_000,
            < 6 => value / 100 * 100,
            _ => value + random.Next(100),
        };
    }

    /// <summary>A share in hundredths of a percent (8500 = 85 %), rounded half up.</summary>
    public static long Share(long amount, int hundredthsOfPercent) => ((amount * hundredthsOfPercent) + 5_000) / 10_000;

    /// <summary>Minor units as a decimal with two places.</summary>
    public static decimal ToDecimal(long cents) => new((int)(cents & 0xFFFFFFFF), (int)(cents >> 32), 0, isNegative: false, scale: 2);
}
