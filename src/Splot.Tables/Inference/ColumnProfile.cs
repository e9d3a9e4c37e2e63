namespace Splot.Tables;

/// <summary>
/// What all values of one column show about its format, gathered in a first pass in constant memory. A value counts as evidence only if it reads one way:
/// <c>1.580,38</c> proves a decimal comma, <c>1.580</c> proves nothing.
/// </summary>
public sealed class ColumnProfile
{
    private const int MaxCurrencies = 16;

    private readonly Dictionary<string, long> _currencies = [];

    /// <summary>An empty profile.</summary>
    public ColumnProfile(int column, string name, ColumnRole role)
    {
        Column = column;
        Name = name;
        Role = role;
    }

    /// <summary>The column, counting from 0.</summary>
    public int Column { get; }

    /// <summary>The column's header.</summary>
    public string Name { get; }

    /// <summary>What the column holds.</summary>
    public ColumnRole Role { get; }

    /// <summary>The decimal mark declared for this very column (by a mapping file); goes before everything.</summary>
    public DecimalMark? Decimal { get; init; }

    /// <summary>The order of dates declared for this very column (by a mapping file); goes before everything.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Cells that hold something.</summary>
    public long Values { get; private set; }

    /// <summary>Cells that hold something no format can read.</summary>
    public long Unreadable { get; private set; }

    /// <summary>How often each currency stands beside a value (ISO codes; at most sixteen are counted).</summary>
    public IReadOnlyDictionary<string, long> Currencies => _currencies;

    internal Evidence Decimals { get; } = new();

    internal Evidence Orders { get; } = new();

    internal Evidence Months { get; } = new();

    internal uint MonthLanguages { get; private set; } = MonthNames.AllLanguages;

    internal List<MonthWord> OpenMonths { get; } = [];

    internal long ShortYears { get; private set; }

    internal long ShortYearsNotYearFirst { get; private set; }

    internal long ShortYearsOnlyYearFirst { get; private set; }

    /// <summary>The first short-year date that also reads with the year first, for examples.</summary>
    internal Evidence YearFirst { get; } = new();

    internal decimal LargestPlainRate { get; private set; }

    /// <summary>The largest absolute value, of two readings the smaller; 0 without numbers.</summary>
    public decimal Largest { get; private set; }

    /// <summary>Takes one cell in. Rows that are not data (titles, totals) must be left out by the caller.</summary>
    public void Add(in TableCell cell, long row)
    {
        if (Role == ColumnRole.Text || cell.Kind == CellKind.Empty)
        {
            return;
        }

        if (Role == ColumnRole.Date)
        {
            AddDate(in cell, row);
        }
        else
        {
            AddNumber(in cell, row);
        }
    }

    private void AddNumber(in TableCell cell, long row)
    {
        if (cell.Kind is CellKind.Number or CellKind.Percent)
        {
            Values++;
            CountCurrency(cell.Currency);
            Largest = Math.Max(Largest, Math.Abs(cell.Number));
            LargestPlainRate = cell.Kind == CellKind.Number ? Math.Max(LargestPlainRate, cell.Number) : LargestPlainRate;
            return;
        }

        var reading = NumberText.Read(cell.Text);
        if (reading.Problem == CellProblem.Empty)
        {
            return;
        }

        Values++;
        if (reading.Problem != CellProblem.None)
        {
            Unreadable++;
            return;
        }

        CountCurrency(reading.Currency);
        if (Role == ColumnRole.Rate)
        {
            reading = RateText.WithoutGroups(reading);
            if (!reading.HasPercent)
            {
                LargestPlainRate = Math.Max(LargestPlainRate, reading.IsComma ? reading.Comma : reading.Point);
            }
        }

        Decimals.Add(reading.IsComma, reading.IsPoint, reading.IsOpen, cell.Text, row);
        var smaller = reading.IsComma && reading.IsPoint
            ? Math.Min(Math.Abs(reading.Comma), Math.Abs(reading.Point))
            : Math.Abs(reading.IsComma ? reading.Comma : reading.Point);
        Largest = Math.Max(Largest, smaller);
    }

    private void AddDate(in TableCell cell, long row)
    {
        if (cell.Kind == CellKind.Date)
        {
            Values++;
            return;
        }

        var reading = DateText.Read(cell.Text);
        if (reading.Problem == CellProblem.Empty)
        {
            return;
        }

        Values++;
        if (reading.Problem != CellProblem.None)
        {
            Unreadable++;
            return;
        }

        if (reading.Languages != 0)
        {
            MonthLanguages &= reading.Languages;
        }

        switch (reading.Shape)
        {
            case DateShape.Word:
                Months.Add(first: true, second: true, open: true, cell.Text, row);
                if (!OpenMonths.Contains(reading.Word!))
                {
                    OpenMonths.Add(reading.Word!);
                }

                break;
            case DateShape.ShortYear:
                ShortYears++;
                ShortYearsNotYearFirst += reading.YearFirst < 0 ? 1 : 0;
                ShortYearsOnlyYearFirst += reading is { DayFirst: < 0, MonthFirst: < 0 } ? 1 : 0;
                YearFirst.Add(first: true, second: true, open: true, cell.Text, row);
                AddOrder(in reading, in cell, row);
                break;
            case DateShape.YearLast:
                AddOrder(in reading, in cell, row);
                break;
        }
    }

    private void AddOrder(in DateReading reading, in TableCell cell, long row)
    {
        var both = reading is { DayFirst: >= 0, MonthFirst: >= 0 };
        Orders.Add(reading.DayFirst >= 0, reading.MonthFirst >= 0, both && reading.DayFirst != reading.MonthFirst, cell.Text, row);
    }

    private void CountCurrency(string? currency)
    {
        if (!string.IsNullOrEmpty(currency) && (_currencies.Count < MaxCurrencies || _currencies.ContainsKey(currency)))
        {
            _currencies[currency] = _currencies.GetValueOrDefault(currency) + 1;
        }
    }
}

/// <summary>Counts of values that read only the first way, only the second way, or differently both ways (with examples).</summary>
internal sealed class Evidence
{
    private const int MaxExamples = 3;
    private const int MaxExampleLength = 40;

    public long OnlyFirst { get; private set; }

    public long OnlySecond { get; private set; }

    public long Open { get; private set; }

    public List<string> Examples { get; } = [];

    public List<long> Rows { get; } = [];

    public void Add(bool first, bool second, bool open, ReadOnlySpan<char> text, long row)
    {
        OnlyFirst += first && !second ? 1 : 0;
        OnlySecond += second && !first ? 1 : 0;
        if (!open)
        {
            return;
        }

        Open++;
        if (Examples.Count < MaxExamples)
        {
            text = Blanks.Trim(text);
            Examples.Add(text[..Math.Min(text.Length, MaxExampleLength)].ToString());
            Rows.Add(row);
        }
    }
}
