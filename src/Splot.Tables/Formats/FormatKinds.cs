namespace Splot.Tables;

/// <summary>The sign between units and decimals.</summary>
public enum DecimalMark
{
    /// <summary>A full stop: <c>1,234.56</c>, <c>1234.56</c>.</summary>
    Point = 0,

    /// <summary>A comma: <c>1.234,56</c>, <c>1 234,56</c>.</summary>
    Comma = 1,
}

/// <summary>The order of the parts of a date written in figures.</summary>
public enum DateOrder
{
    /// <summary>31/12/2023.</summary>
    DayMonthYear = 0,

    /// <summary>12/31/2023.</summary>
    MonthDayYear = 1,

    /// <summary>2023-12-31; with a two-digit year only where declared or usual in the country.</summary>
    YearMonthDay = 2,
}

/// <summary>How shares without a percent sign are written.</summary>
public enum RateScale
{
    /// <summary>40 is 40 %.</summary>
    Percent = 0,

    /// <summary>0.4 is 40 %.</summary>
    Fraction = 1,
}

/// <summary>What a column holds, told by whoever knows its header.</summary>
public enum ColumnRole
{
    /// <summary>Text; nothing to infer.</summary>
    Text = 0,

    /// <summary>Amounts of money or other numbers.</summary>
    Amount = 1,

    /// <summary>Calendar dates.</summary>
    Date = 2,

    /// <summary>Shares: percentages or fractions.</summary>
    Rate = 3,
}
