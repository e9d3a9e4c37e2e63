namespace Splot.Tables;

/// <summary>Shares: numbers that are never grouped in thousands.</summary>
internal static class RateText
{
    /// <summary>Drops the reading of a mark as a thousands separator: no share is that large, so the smaller reading is the decimal one.</summary>
    public static NumberReading WithoutGroups(NumberReading reading)
    {
        if (!reading.IsOpen)
        {
            return reading;
        }

        var isComma = Math.Abs(reading.Comma) < Math.Abs(reading.Point);
        reading.IsComma = isComma;
        reading.IsPoint = !isComma;
        return reading;
    }
}
