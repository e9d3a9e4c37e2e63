using System.Buffers;

namespace Splot.Tables;

/// <summary>The form in which a date is written, as far as it matters for the order of its parts.</summary>
internal enum DateShape
{
    /// <summary>Only one reading: year of four digits first, a month's name, a serial number.</summary>
    Fixed = 0,

    /// <summary>Three figures, the year of four digits last.</summary>
    YearLast = 1,

    /// <summary>Three figures of one or two digits.</summary>
    ShortYear = 2,

    /// <summary>A month's name that means different months in different languages.</summary>
    Word = 3,
}

/// <summary>A text read as a date under every order; day numbers, -1 where the order gives no day.</summary>
internal struct DateReading
{
    public DateShape Shape;
    public int DayFirst;
    public int MonthFirst;
    public int YearFirst;
    public MonthWord? Word;
    public uint Languages;
    public int Day;
    public int Year;
    public CellProblem Problem;
}

/// <summary>
/// Reads dates as people write them: figures with point, stroke, hyphen or blank between them, years of four or two digits (00–69 are 20xx, 70–99
/// 19xx), month names of the EU's languages and Roman numerals, ISO 8601 with or without time, yyyymmdd, spreadsheet serial numbers (1900 system).
/// A time behind the date is dropped.
/// </summary>
internal static class DateText
{
    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.,+-Z APMapm\u00A0\u202F");

    private const int MaxLength = 48;
    private const int PivotYear = 70;

    // 1 January 1950 and 31 December 2099 in the 1900 system: other whole numbers in a column of dates are not taken for serials.
    private const int FirstSerial = 18_264;
    private const int LastSerial = 73_050;

    public static DateReading Read(ReadOnlySpan<char> text, bool from1904 = false)
    {
        text = Blanks.Trim(text);
        if (Blanks.IsNone(text))
        {
            return Failed(CellProblem.Empty);
        }

        if (text.Length > MaxLength)
        {
            return Failed(CellProblem.NotADate);
        }

        if (TrySerial(text, from1904, out var serial))
        {
            return Fixed(serial);
        }

        var parts = default(DateParts);
        return parts.TryRead(WithoutTime(text)) ? Interpret(in parts) : Failed(CellProblem.NotADate);
    }

    /// <summary>The day number of a spreadsheet serial; -1 outside 1950–2099.</summary>
    public static int DayOfSerial(decimal serial, bool from1904)
    {
        var day = decimal.Floor(serial) + (from1904 ? 1462 : 0);
        return day is >= FirstSerial and <= LastSerial ? SerialStart + (int)day : -1;
    }

    // 30 December 1899: the day from which serials of the 1900 system count after its invented 29 February 1900.
    private static readonly int SerialStart = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>The day number of a calendar date; -1 if there is no such day or the year is not of this age (1900–2199).</summary>
    public static int DayNumber(int year, int month, int day) =>
        year is >= 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day).DayNumber : -1;

    private static bool TrySerial(ReadOnlySpan<char> text, bool from1904, out int day)
    {
        day = -1;
        if (text.Length < 5 || text[..5].ContainsAnyExceptInRange('0', '9') || (text.Length > 5 && text[5] is not ('.' or ',')) || text.Length == 6
            || (text.Length > 6 && text[6..].ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        day = DayOfSerial(int.Parse(text[..5], System.Globalization.NumberStyles.None, null), from1904);
        return day >= 0;
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0)
        {
            return text;
        }

        var start = colon;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        if (start == colon || colon - start > 2 || start == 0 || text[colon..].ContainsAnyExcept(TimeCharacters))
        {
            return text;
        }

        return Blanks.Trim(text[..start].TrimEnd("T,"));
    }

    private static DateReading Interpret(in DateParts parts) => (parts.Numbers, parts.Month) switch
    {
        (3, null) => Figures(in parts),
        (2, { } month) => Named(in parts, month),
        (1, null) when parts.Length0 == 8 => Checked(parts.Value0 / 10_000, parts.Value0 / 100 % 100, parts.Value0 % 100),
        (1, { }) => Failed(CellProblem.DateIncomplete),
        (1, null) when parts.Length0 == 4 && parts.Value0 is >= 1900 and < 2200 => Failed(CellProblem.DateIncomplete),
        (2, null) when (parts.Length0 == 4 && parts.Value0 is >= 1900 and < 2200) || (parts.Length1 == 4 && parts.Value1 is >= 1900 and < 2200) => Failed(CellProblem.DateIncomplete),
        _ => Failed(CellProblem.NotADate),
    };

    private static DateReading Figures(in DateParts parts)
    {
        if (parts.Length0 == 4 && parts.Length1 <= 2 && parts.Length2 <= 2)
        {
            return Checked(parts.Value0, parts.Value1, parts.Value2);
        }

        if (parts.Length0 > 2 || parts.Length1 > 2 || parts.Length2 is not (2 or 4))
        {
            return Failed(CellProblem.NotADate);
        }

        var longYear = parts.Length2 == 4;
        var year = longYear ? parts.Value2 : Century(parts.Value2);
        var reading = new DateReading
        {
            Shape = longYear ? DateShape.YearLast : DateShape.ShortYear,
            DayFirst = DayNumber(year, parts.Value1, parts.Value0),
            MonthFirst = DayNumber(year, parts.Value0, parts.Value1),
            YearFirst = longYear || parts.Length0 != 2 ? -1 : DayNumber(Century(parts.Value0), parts.Value1, parts.Value2),
        };
        if (reading is { DayFirst: < 0, MonthFirst: < 0, YearFirst: < 0 })
        {
            reading.Problem = year is >= 1900 and < 2200 ? CellProblem.DateImpossible : CellProblem.NotADate;
        }

        return reading;
    }

    private static DateReading Named(in DateParts parts, MonthWord month)
    {
        var (day, year) = (parts.Length0, parts.Length1) switch
        {
            (4, <= 2) => (parts.Value1, parts.Value0),
            ( <= 2, 4) => (parts.Value0, parts.Value1),
            ( <= 2, 2) => (parts.Value0, Century(parts.Value1)),
            _ => (0, 0),
        };
        if (year == 0)
        {
            return Failed(CellProblem.NotADate);
        }

        var number = month.MonthIn(MonthNames.AllLanguages);
        if (number == 0)
        {
            return new DateReading { Shape = DateShape.Word, Word = month, Languages = month.Languages, Day = day, Year = year };
        }

        var reading = Checked(year, number, day);
        reading.Languages = month.Languages;
        return reading;
    }

    private static int Century(int year) => year < PivotYear ? 2000 + year : 1900 + year;

    private static DateReading Checked(int year, int month, int day)
    {
        var number = DayNumber(year, month, day);
        return number >= 0 ? Fixed(number) : Failed(year is >= 1900 and < 2200 && month is >= 1 and <= 12 && day is >= 1 and <= 31 ? CellProblem.DateImpossible : CellProblem.NotADate);
    }

    private static DateReading Fixed(int day) => new() { Shape = DateShape.Fixed, DayFirst = day, MonthFirst = day, YearFirst = day };

    private static DateReading Failed(CellProblem problem) => new() { DayFirst = -1, MonthFirst = -1, YearFirst = -1, Problem = problem };
}
