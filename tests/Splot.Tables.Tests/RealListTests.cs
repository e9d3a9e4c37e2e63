namespace Splot.Tables.Tests;

/// <summary>Two lists as they were published; skipped where the shared folder is absent.</summary>
public class RealListTests
{
    [Fact]
    public void England_AmountsDatesAndRates_AreReadAsAPersonWould()
    {
        using var file = Open("England_2014-2020__ESIF_2014-2020_List_of_beneficiaries_Oct_2016.csv");
        var (formats, rows) = Read(file, (4, ColumnRole.Date), (5, ColumnRole.Date), (6, ColumnRole.Amount), (7, ColumnRole.Amount), (8, ColumnRole.Rate));

        Assert.Equal((394, DecimalMark.Comma, "GBP", DateOrder.DayMonthYear), (rows.Count, formats[2].Decimal, formats[2].Currency, formats[0].Dates));
        Assert.Equal(
            (new DateOnly(2015, 11, 1), new DateOnly(2018, 12, 31), 1_434_364m, 2_390_607m, 60m),
            (rows[0].Dates[0], rows[0].Dates[1], rows[0].Numbers[0], rows[0].Numbers[1], rows[0].Numbers[2]));
        Assert.Equal((8, 0, 3), (rows.Count(row => row.Dates[0] is null), rows.Count(row => row.Numbers[1] is null), rows.Count(row => row.Numbers[2] is null)));
    }

    [Fact]
    public void Scotland_AmountsDatesAndRates_AreReadAsAPersonWould()
    {
        using var file = Open("Scotland_2014-2020__ESF-and-ERDF-Scotland-2014-2020.csv");
        var (formats, rows) = Read(file, (8, ColumnRole.Date), (9, ColumnRole.Date), (2, ColumnRole.Amount), (3, ColumnRole.Amount), (7, ColumnRole.Rate));

        Assert.Equal((210, DecimalMark.Point, RateScale.Fraction, DateOrder.DayMonthYear), (rows.Count, formats[2].Decimal, formats[4].Scale, formats[0].Dates));
        Assert.Equal(
            (new DateOnly(2016, 5, 2), new DateOnly(2018, 12, 31), 5_417_475.3m, 13_543_688.24m, 40m),
            (rows[0].Dates[0], rows[0].Dates[1], rows[0].Numbers[0], rows[0].Numbers[1], rows[0].Numbers[2]));
        Assert.Equal((4, 0), (rows.Count(row => row.Dates.Contains(null)), rows.Count(row => row.Numbers.Contains(null))));
    }

    private static TableFile Open(string name)
    {
        var path = Path.Combine(SharedFolder(), "data", "operations-uk", name);
        Assert.SkipUnless(File.Exists(path), "The shared data folder is not here.");
        return Assert.IsType<TableOpening.Opened>(TableFile.Open(path, cancellation: TestContext.Current.CancellationToken)).File;
    }

    private static string SharedFolder()
    {
        if (Environment.GetEnvironmentVariable("SPLOT_SHARED") is { Length: > 0 } given)
        {
            return given;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Splot.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? string.Empty, "..", "shared");
    }

    private static (IReadOnlyList<ColumnFormat> Formats, List<(DateOnly?[] Dates, decimal?[] Numbers)> Rows) Read(TableFile file, params (int Column, ColumnRole Role)[] columns)
    {
        var names = file.ReadHead(1, TestContext.Current.CancellationToken)[0].Cells;
        var profiles = columns.Select(column => new ColumnProfile(column.Column, names[column.Column], column.Role)).ToList();
        using (var first = Data(file))
        {
            while (first.Read(TestContext.Current.CancellationToken))
            {
                profiles.ForEach(profile => profile.Add(first.Row.Cell(profile.Column), first.Row.Number));
            }
        }

        var formats = Assert.IsType<InferenceOutcome.Decided>(Inference.Decide(profiles, new InferenceHints())).Formats;
        var rows = new List<(DateOnly?[], decimal?[])>();
        using var second = Data(file);
        while (second.Read(TestContext.Current.CancellationToken))
        {
            rows.Add(([.. formats.Where(format => format.Role == ColumnRole.Date).Select(format => Date(second.Row, format))], [.. formats.Where(format => format.Role != ColumnRole.Date).Select(format => Number(second.Row, format))]));
        }

        return (formats, rows);
    }

    private static TableReader Data(TableFile file)
    {
        var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);
        return reader;
    }

    private static DateOnly? Date(TableRow row, ColumnFormat format) => CellParsers.Date(row.Cell(format.Column), format) is { Problem: CellProblem.None } cell ? cell.Value : null;

    private static decimal? Number(TableRow row, ColumnFormat format)
    {
        if (format.Role == ColumnRole.Rate)
        {
            return CellParsers.Rate(row.Cell(format.Column), format) is { Problem: CellProblem.None } rate ? rate.Value : null;
        }

        return CellParsers.Amount(row.Cell(format.Column), format) is { Problem: CellProblem.None } amount ? amount.Value : null;
    }
}
