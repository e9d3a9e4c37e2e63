namespace Splot.Tables;

/// <summary>Days as workbooks count them.</summary>
internal static class SerialDates
{
    private static readonly DateOnly Start = new(1899, 12, 30);
    private const int LastSerial = 2_958_465;
    private const int Offset1904 = 1462;

    /// <summary>The date of a serial; null for a time without a day and beyond the year 9999. Serials below 61 are a day off in the 1900 system, which counts a 29 February 1900.</summary>
    public static DateOnly? ToDate(decimal serial, bool from1904)
    {
        var day = decimal.Floor(serial);
        if (day < (from1904 ? 0 : 1) || day > LastSerial - (from1904 ? Offset1904 : 0))
        {
            return null;
        }

        var number = (int)day + (from1904 ? Offset1904 : 0);
        return Start.AddDays(number < 61 && !from1904 ? number + 1 : number);
    }
}
