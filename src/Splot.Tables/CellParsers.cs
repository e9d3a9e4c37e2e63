namespace Splot.Tables;

/// <summary>A number read from a cell.</summary>
/// <param name="Value">The number, exact; 0 if there is a problem.</param>
/// <param name="Currency">ISO code of the currency beside it; null without one or with an ambiguous sign.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="OtherMark">True if the cell can only be read with the decimal mark the column does not use.</param>
public readonly record struct AmountCell(decimal Value, string? Currency, CellProblem Problem, bool OtherMark = false);

/// <summary>A date read from a cell.</summary>
/// <param name="Value">The date; default if there is a problem.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="OtherOrder">True if the cell can only be read with the order the column does not use.</param>
public readonly record struct DateCell(DateOnly Value, CellProblem Problem, bool OtherOrder = false);

/// <summary>A share read from a cell.</summary>
/// <param name="Value">The share in percent, 0–100; 0 if there is a problem.</param>
/// <param name="Problem">Why there is none.</param>
public readonly record struct RateCell(decimal Value, CellProblem Problem);

/// <summary>Reads cells in the formats decided for their columns. No allocation, no culture, no rounding.</summary>
public static class CellParsers
{
    /// <summary>An amount or other number.</summary>
    public static AmountCell Amount(in TableCell cell, ColumnFormat format)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                return new AmountCell(0, null, CellProblem.Empty);
            case CellKind.Number or CellKind.Percent:
                return new AmountCell(cell.Number, cell.Currency, CellProblem.None);
            case CellKind.Error:
                return new AmountCell(0, null, CellProblem.ErrorValue);
            case CellKind.Date or CellKind.Boolean:
                return new AmountCell(0, null, CellProblem.NotANumber);
        }

        var reading = NumberText.Read(cell.Text);
        if (reading.Problem != CellProblem.None || reading.HasPercent)
        {
            return new AmountCell(0, null, reading.HasPercent ? CellProblem.NotANumber : reading.Problem);
        }

        var useComma = reading.IsComma && (!reading.IsPoint || format.Decimal == DecimalMark.Comma);
        var other = !reading.IsComma == (format.Decimal == DecimalMark.Comma) && reading.IsComma != reading.IsPoint;
        return new AmountCell(useComma ? reading.Comma : reading.Point, reading.Currency is { Length: > 0 } code ? code : null, CellProblem.None, other);
    }

    /// <summary>A share in percent.</summary>
    public static RateCell Rate(in TableCell cell, ColumnFormat format)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                return new RateCell(0, CellProblem.Empty);
            case CellKind.Percent:
                return Bounded(cell.Number * 100);
            case CellKind.Number:
                return Scaled(cell.Number, format.Scale);
            case CellKind.Error:
                return new RateCell(0, CellProblem.ErrorValue);
            case CellKind.Date or CellKind.Boolean:
                return new RateCell(0, CellProblem.NotANumber);
        }

        var reading = NumberText.Read(cell.Text);
        if (reading.Problem != CellProblem.None || reading.Currency is not null)
        {
            return new RateCell(0, reading.Currency is not null ? CellProblem.NotANumber : reading.Problem);
        }

        reading = RateText.WithoutGroups(reading);
        var value = reading.IsComma ? reading.Comma : reading.Point;
        return reading.HasPercent ? Bounded(value) : Scaled(value, format.Scale);
    }

    /// <summary>A calendar date.</summary>
    public static DateCell Date(in TableCell cell, ColumnFormat format)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                return new DateCell(default, CellProblem.Empty);
            case CellKind.Date:
                return new DateCell(cell.Date, CellProblem.None);
            case CellKind.Error:
                return new DateCell(default, CellProblem.ErrorValue);
            case CellKind.Percent or CellKind.Boolean:
                return new DateCell(default, CellProblem.NotADate);
        }

        var reading = DateText.Read(cell.Text, format.CountsFrom1904);
        if (reading.Problem != CellProblem.None)
        {
            return new DateCell(default, reading.Problem);
        }

        if (reading.Shape == DateShape.Word)
        {
            var month = reading.Word!.MonthIn(format.MonthLanguages);
            return Day(DateText.DayNumber(reading.Year, month, reading.Day), month == 0 ? CellProblem.MonthUnclear : CellProblem.DateImpossible, false);
        }

        if (reading.Shape == DateShape.ShortYear && format.ShortYearFirst)
        {
            return Day(reading.YearFirst, CellProblem.DateImpossible, false);
        }

        var monthFirst = format.Dates == DateOrder.MonthDayYear;
        var (wanted, other) = monthFirst ? (reading.MonthFirst, reading.DayFirst) : (reading.DayFirst, reading.MonthFirst);
        return Day(wanted >= 0 ? wanted : other, CellProblem.DateImpossible, wanted < 0);
    }

    private static DateCell Day(int number, CellProblem otherwise, bool otherOrder) =>
        number >= 0 ? new DateCell(DateOnly.FromDayNumber(number), CellProblem.None, otherOrder) : new DateCell(default, otherwise);

    private static RateCell Scaled(decimal value, RateScale scale)
    {
        if (scale == RateScale.Fraction)
        {
            return Bounded(value * 100);
        }

        return value is > 0 and <= 1 ? new RateCell(0, CellProblem.RateUnclear) : Bounded(value);
    }

    private static RateCell Bounded(decimal percent) =>
        percent is >= 0 and <= 100 ? new RateCell(percent, CellProblem.None) : new RateCell(0, CellProblem.RateOutOfRange);
}
