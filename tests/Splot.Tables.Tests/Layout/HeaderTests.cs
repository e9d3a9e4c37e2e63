namespace Splot.Tables.Tests.Layout;

public class HeaderTests
{
    private static readonly ColumnMatcher Matcher = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["title"] = ["Tytuł projektu", "Project name", "Operation name"],
        ["contract"] = ["Numer umowy", "Contract number"],
        ["beneficiary"] = ["Nazwa beneficjenta", "Beneficiary name", "Beneficiary"],
        ["total"] = ["Wartość projektu", "Total project value", "Total eligible expenditure"],
        ["start"] = ["Data rozpoczęcia", "Start date"],
    });

    [Theory]
    [InlineData("Operation_Name", "operation name")]
    [InlineData(" Wartość\u00A0projektu\n(PLN) ", "wartosc projektu pln")]
    [InlineData("Łódź — ŻÓŁĆ!", "lodz zolc")]
    [InlineData("ΔΙΚΑΙΟΎΧΟΣ", "δικαιουχοσ")]
    [InlineData("co\u00ADfinancing", "cofinancing")]
    [InlineData("(%)", "")]
    public void Normalise_Header_IsComparable(string header, string expected) => Assert.Equal(expected, HeaderText.Normalise(header));

    [Fact]
    public void Find_TitleRowsAbove_AreSkipped()
    {
        var header = Find(["Lista projektów"], ["", ""], ["Tytuł projektu", "Numer umowy", "Start date"], ["A", "B", "2020-01-01"]);

        Assert.Equal((3L, 3L), (header!.FirstRow, header.LastRow));
    }

    [Fact]
    public void Find_HeaderRepeatedInAnotherLanguage_TakesBothRows()
    {
        var header = Find(["Lista"], ["Tytuł projektu", "Numer\u00A0umowy", "Nazwa beneficjenta"], ["Project name", "Contract number", "Beneficiary name"], ["A", "B", "C"]);

        Assert.Equal((2L, 3L, "Numer umowy Contract number"), (header!.FirstRow, header.LastRow, header.Columns[1].Name));
    }

    [Fact]
    public void Find_HeaderSpreadOverTwoRows_JoinsThem()
    {
        var header = Find(["Tytuł", "Wartość", "Data"], ["projektu", "projektu", "rozpoczęcia"], ["A", "1", "2020-01-01"]);

        Assert.Equal((1L, 2L, 3), (header!.FirstRow, header.LastRow, Matcher.Score(header)));
    }

    [Fact]
    public void Find_UnitsBelowTheHeader_BelongToIt() => Assert.Equal(2L, Find(["Project name", "Total project value", "Start date"], ["", "(PLN)", "dd/mm/yyyy"], ["A", "1", "2020-01-01"])!.LastRow);

    [Fact]
    public void Find_NoKnownHeader_IsNull() => Assert.Null(Find(["a", "b"], ["c", "d"]));

    [Fact]
    public void Match_FormsOfAHeader_AreKnown()
    {
        var match = Match("Total project value (PLN)", "Tytuł projektu / Project name", "Beneficiary [name]\nof the funds", "Beneficiary", "START DATE", "Other");

        Assert.Equal([("beneficiary", 3), ("start", 4), ("title", 1), ("total", 0)], match.Fields.Select(field => (field.Key, field.Value)).Order());
        Assert.Equal(["Beneficiary [name] of the funds", "Other"], match.Unknown.Select(cell => cell.Name));
    }

    [Fact]
    public void Match_UnitBehindTheHeader_IsIgnored() => Assert.Equal(0, Match("Total project value £m").Fields["total"]);

    [Fact]
    public void Match_SameHeaderTwice_UsesTheFirstAndReports()
    {
        var match = Match("Beneficiary", "Beneficiary");

        Assert.Equal((0, 1), (match.Fields["beneficiary"], match.Duplicates["beneficiary"][0]));
    }

    [Fact]
    public void Match_MoreLiteralHeader_Wins() => Assert.Equal(1, Match("Beneficiary (contact)", "Beneficiary").Fields["beneficiary"]);

    [Fact]
    public void Match_Mapping_GoesBeforeSynonyms()
    {
        var matcher = new ColumnMatcher(
            new Dictionary<string, IReadOnlyList<string>> { ["title"] = ["Name"], ["total"] = ["Total"] },
            new Dictionary<string, string> { ["What"] = "title", ["Total"] = "", ["Absent"] = "start" });
        var match = matcher.Match(Header("Name", "what", "Total"));

        Assert.Equal((1, false, "Absent"), (match.Fields["title"], match.Fields.ContainsKey("total"), match.Missing.Single()));
    }

    [Fact]
    public void Matcher_OneHeaderForTwoFields_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ColumnMatcher(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["Name"], ["b"] = ["NAME"] }));

    [Theory]
    [InlineData("Project A;UM/1;Gmina;1 000,00;2020-01-01", RowKind.Data)]
    [InlineData(";;;;", RowKind.Blank)]
    [InlineData("Razem;;;12 345,67;", RowKind.Total)]
    [InlineData(";;Total (3 operations):;12 345,67;", RowKind.Total)]
    [InlineData("Общо;;;12345;", RowKind.Total)]
    [InlineData("Total care;;;;", RowKind.Data)]
    [InlineData("Total care;UM/2;;100;", RowKind.Data)]
    [InlineData(";;;12345;99", RowKind.NumbersOnly)]
    [InlineData("1;2;3;4;5", RowKind.ColumnNumbers)]
    [InlineData("(1);(2);(3);(4);(5)", RowKind.ColumnNumbers)]
    [InlineData("Project name;Contract number;Beneficiary;Total project value;Start date", RowKind.Header)]
    [InlineData("* amounts in PLN;;;;", RowKind.Note)]
    [InlineData("Źródło: SL2014;;;;", RowKind.Note)]
    [InlineData("Only a title;;;;", RowKind.Data)]
    public void Classify_RowBelowTheHeader_IsToldApart(string row, RowKind kind)
    {
        using var file = Given.File("Title;;;;\nProject name;Contract number;Beneficiary;Total project value;Start date\n" + row + "\nB;C;D;1;2\n");
        var classifier = new RowClassifier(HeaderDetection.Find(file.ReadHead(cancellation: TestContext.Current.CancellationToken), Matcher.Score)!);
        using var reader = file.Read();
        var kinds = new List<RowKind>();
        while (reader.Read(TestContext.Current.CancellationToken))
        {
            kinds.Add(classifier.Classify(reader.Row));
        }

        Assert.Equal([RowKind.Title, RowKind.Header, kind, RowKind.Data], kinds);
    }

    private static TableHeader? Find(params string[][] rows) => HeaderDetection.Find([.. rows.Select((cells, index) => new HeadRow(index + 1, cells))], Matcher.Score);

    private static TableHeader Header(params string[] names) => TableHeader.Join([new HeadRow(1, names)]);

    private static ColumnMatch Match(params string[] names) => Matcher.Match(Header(names));
}
