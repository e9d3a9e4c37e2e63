namespace Splot.Tables;

/// <summary>What is known beside the values themselves. Everything may stay empty.</summary>
public sealed record InferenceHints
{
    /// <summary>ISO 3166-1 code of the list's country.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1 code of the list's language, or a tag such as <c>en-GB</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The decimal mark as declared (<c>--decimal</c>).</summary>
    public DecimalMark? Decimal { get; init; }

    /// <summary>The order of dates as declared (<c>--dates</c>).</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>True if the workbook counts its dates from 1904 (see <see cref="TableFile.CountsFrom1904"/>).</summary>
    public bool CountsFrom1904 { get; init; }
}

/// <summary>What settled a column's format.</summary>
public enum FormatEvidence
{
    /// <summary>Nothing was open: every value reads one way.</summary>
    NothingOpen = 0,

    /// <summary>Other values of the same column.</summary>
    Values = 1,

    /// <summary>Other columns of the same file.</summary>
    Sisters = 2,

    /// <summary>The option given.</summary>
    Option = 3,

    /// <summary>The habit of the country or language given.</summary>
    Habit = 4,
}

/// <summary>How the cells of one column are to be read; made by <see cref="Inference"/>, used by <see cref="CellParsers"/>.</summary>
public sealed record ColumnFormat
{
    /// <summary>The column, counting from 0.</summary>
    public required int Column { get; init; }

    /// <summary>The column's header.</summary>
    public required string Name { get; init; }

    /// <summary>What the column holds.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>The decimal mark, for numbers that read both ways.</summary>
    public DecimalMark Decimal { get; init; }

    /// <summary>Day or month first, for dates that read both ways.</summary>
    public DateOrder Dates { get; init; }

    /// <summary>True if dates of three short figures start with the year.</summary>
    public bool ShortYearFirst { get; init; }

    /// <summary>True if serial numbers count from 1904.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <summary>How shares without a percent sign are meant.</summary>
    public RateScale Scale { get; init; }

    /// <summary>The currency that all marked values of the column carry, or the one its header names; null if neither or several.</summary>
    public string? Currency { get; init; }

    /// <summary>What settled the decimal mark or the order of dates.</summary>
    public FormatEvidence Evidence { get; init; }

    /// <summary>True if some values can only be read in the other format: worth a warning.</summary>
    public bool IsMixed { get; init; }

    /// <summary>True if the column's own values prove another format than the option for the whole file says: worth a warning.</summary>
    public bool ContradictsOption { get; init; }

    /// <summary>The languages whose month names the column uses, bits as in <c>MonthNames</c>.</summary>
    internal uint MonthLanguages { get; init; } = MonthNames.AllLanguages;
}

/// <summary>What is open about a column.</summary>
public enum FormatQuestion
{
    /// <summary>Is <c>1.234</c> one thousand or one and a bit? Settled by <c>--decimal comma|point</c>.</summary>
    DecimalMark = 0,

    /// <summary>Is 03/04 in March or in April? Settled by <c>--dates dmy|mdy|ymd</c>.</summary>
    DateOrder = 1,

    /// <summary>Which language's <c>listopad</c>? Settled by <c>--language</c>.</summary>
    MonthLanguage = 2,
}

/// <summary>A column whose values read two ways and nothing says which.</summary>
/// <param name="Column">The column, counting from 0.</param>
/// <param name="Name">Its header.</param>
/// <param name="Question">What is open.</param>
/// <param name="Option">The option that settles it.</param>
/// <param name="Examples">Up to three of its values, as they stand in the file.</param>
/// <param name="Rows">The rows of the examples.</param>
/// <param name="Readings">The ways the first example reads: the option's value and what it would mean.</param>
public sealed record AmbiguousColumn(
    int Column,
    string Name,
    FormatQuestion Question,
    string Option,
    IReadOnlyList<string> Examples,
    IReadOnlyList<long> Rows,
    IReadOnlyList<(string OptionValue, string Meaning)> Readings)
{
    /// <summary>The stable code: <c>decimal-ambiguous</c>, <c>dates-ambiguous</c> or <c>months-ambiguous</c>.</summary>
    public string Code => Question switch
    {
        FormatQuestion.DecimalMark => "decimal-ambiguous",
        FormatQuestion.DateOrder => "dates-ambiguous",
        _ => "months-ambiguous",
    };

    /// <summary>A complete English sentence for reports and logs.</summary>
    public string Message => FormattableString.Invariant(
        $"Column '{Name}' can be read in two ways (rows {string.Join(", ", Rows)}: {string.Join("; ", Examples)}): {string.Join(" or ", Readings.Select(reading => $"{reading.Meaning} with {Option} {reading.OptionValue}"))}. Give one of them.");
}

/// <summary>What can be said of the columns' formats.</summary>
public abstract record InferenceOutcome
{
    /// <summary>One format per profile, in their order.</summary>
    public sealed record Decided(IReadOnlyList<ColumnFormat> Formats) : InferenceOutcome;

    /// <summary>The columns that all values, their sisters, options, country and language leave open.</summary>
    public sealed record Ambiguous(IReadOnlyList<AmbiguousColumn> Columns) : InferenceOutcome;
}
