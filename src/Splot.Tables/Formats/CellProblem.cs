namespace Splot.Tables;

/// <summary>Why a cell gave no value.</summary>
public enum CellProblem
{
    /// <summary>It gave one.</summary>
    None = 0,

    /// <summary>The cell is empty or holds a stand-in for nothing (<c>-</c>, <c>n/a</c>, <c>brak</c>). No warning is due.</summary>
    Empty = 1,

    /// <summary>The text is no number in any format known.</summary>
    NotANumber = 2,

    /// <summary>More digits than an amount can have.</summary>
    TooLarge = 3,

    /// <summary>A share below 0 or above 100 %.</summary>
    RateOutOfRange = 4,

    /// <summary>A share of 1 or less without a percent sign in a column of percentages: 0.5 % or 50 %.</summary>
    RateUnclear = 5,

    /// <summary>The text is no date in any format known.</summary>
    NotADate = 6,

    /// <summary>A month or a year without its day.</summary>
    DateIncomplete = 7,

    /// <summary>A day that no calendar has, such as 31 April.</summary>
    DateImpossible = 8,

    /// <summary>The workbook's own calculation failed (#N/A, #REF!).</summary>
    ErrorValue = 9,

    /// <summary>The name of the month means different months in different languages, and nothing says which.</summary>
    MonthUnclear = 10,
}

/// <summary>Stable codes of cell problems.</summary>
public static class CellProblems
{
    /// <summary>The code for reports; texts are found by it.</summary>
    public static string Code(this CellProblem problem) => problem switch
    {
        CellProblem.None => "ok",
        CellProblem.Empty => "empty",
        CellProblem.NotANumber => "number-unreadable",
        CellProblem.TooLarge => "number-too-large",
        CellProblem.RateOutOfRange => "rate-out-of-range",
        CellProblem.RateUnclear => "rate-unclear",
        CellProblem.NotADate => "date-unreadable",
        CellProblem.DateIncomplete => "date-incomplete",
        CellProblem.DateImpossible => "date-impossible",
        CellProblem.ErrorValue => "error-value",
        CellProblem.MonthUnclear => "month-unclear",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
