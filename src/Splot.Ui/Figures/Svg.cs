using System.Globalization;

namespace Splot.Ui;

/// <summary>Numbers for SVG attributes: decimal point, never an exponent, no more digits than can be seen.</summary>
internal static class Svg
{
    /// <summary>A share of 1 as a percentage between 0% and 100%.</summary>
    internal static string Percent(decimal share) => Number(Math.Clamp(share, 0m, 1m) * 100m) + "%";

    /// <summary>A number with at most two decimals.</summary>
    internal static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
