using Splot.Search.Queries;

namespace Splot.Search.Tests.Queries;

public sealed class SynonymBookTests
{
    private const string List = """
        # remark
        centrum usług społecznych | CUS | social services centre
        usługi społeczne | social services
        deinstytucjonalizacja | DI
        żłobek | opieka nad dziećmi do lat 3 | ясла
        """;

    private static readonly SynonymBook Book = SynonymBook.Read(new StringReader(List), Given.Analyzer);

    private static readonly Lazy<SynonymBook> Shipped = new(() => SynonymBook.Load(Given.Analyzer));

    private static string Expanded(string query, SynonymBook? book = null) => (book ?? Book).Expand(QueryParser.Parse(query).Root).Root.ToString();

    [Theory]
    [InlineData("cus", "(cus OR \"centrum usług społecznych\" OR \"social services centre\")")]
    [InlineData("centra usług społecznych", "((centra AND usług AND społecznych) OR CUS OR \"social services centre\")")]
    [InlineData("\"centrum uslug spolecznych\"", "(\"centrum uslug spolecznych\" OR CUS OR \"social services centre\")")]
    [InlineData("nowe CUS Lublin", "(nowe AND (CUS OR \"centrum usług społecznych\" OR \"social services centre\") AND Lublin)")]
    [InlineData("ясли OR dom", "((ясли OR żłobek OR \"opieka nad dziećmi do lat 3\") OR dom)")]
    [InlineData("yasli", "(yasli OR żłobek OR \"opieka nad dziećmi do lat 3\")")]
    [InlineData("dom -cus", "(dom AND NOT cus)")]
    [InlineData("cus*", "cus*")]
    [InlineData("\"nowe centrum usług społecznych\"", "\"nowe centrum usług społecznych\"")]
    [InlineData("*", "*")]
    public void Query_IsWidenedByItsGroups(string query, string widened) => Assert.Equal(widened, Expanded(query));

    [Theory]
    [InlineData("DI", "(DI OR deinstytucjonalizacja)")]
    [InlineData("di", "di")]
    public void Abbreviation_OfTwoLetters_CountsInCapitals(string query, string widened) => Assert.Equal(widened, Expanded(query));

    [Fact]
    public void LongestGroup_ThatFits_IsTaken() =>
        Assert.Equal(["centrum uslug spolecznych"], Book.Expand(QueryParser.Parse("centrum usług społecznych").Root).Applied.Select(a => a.Group));

    [Fact]
    public void Group_OptedOutOf_IsLeftOut()
    {
        var root = QueryParser.Parse("CUS żłobek").Root;
        var expanded = Book.Expand(root, new HashSet<string> { "zlobek" });

        Assert.Equal("((CUS OR \"centrum usług społecznych\" OR \"social services centre\") AND żłobek)", expanded.Root.ToString());
        var applied = Assert.Single(expanded.Applied);
        Assert.Equal(("centrum uslug spolecznych", "CUS"), (applied.Group, applied.Written));
        Assert.Equal(["centrum usług społecznych", "social services centre"], applied.Others);
    }

    [Fact]
    public void Query_OfVeryManyGroups_IsWidenedInItsFirstPlacesOnly()
    {
        var expanded = Book.Expand(QueryParser.Parse(string.Join(" OR ", Enumerable.Repeat("CUS", 200))).Root);

        Assert.Equal(SynonymBook.MostApplied, expanded.Applied.Count);
        Assert.EndsWith("OR CUS OR CUS)", expanded.Root.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("żłobków", "ясла")]
    [InlineData("ROPS", "regionalny ośrodek polityki społecznej")]
    [InlineData("МИГ", "lokalna grupa działania")]
    [InlineData("ESF+", "Europejski Fundusz Społeczny")]
    [InlineData("day care", "дневна грижа")]
    [InlineData("lubelskie", "Województwo lubelskie")]
    [InlineData("social services", "социални услуги")]
    public void ShippedLists_KnowTheField(string query, string other) =>
        Assert.Contains(Shipped.Value.Expand(QueryParser.Parse(query).Root).Applied, a => a.Others.Contains(other, StringComparer.Ordinal));

    [Theory]
    [InlineData("lubelskie", "(lubelskie OR Люблинско OR region:\"PL81\")", "Люблинско")]
    [InlineData("Люблинско", "(Люблинско OR Lubelskie OR region:\"PL81\")", "Lubelskie")]
    [InlineData("dom lubelski", "(dom AND (lubelski OR region:\"PL814\"))", "")]
    [InlineData("PL81", "PL81", null)]
    public void CodeOfAGroup_IsFoundByItsNames(string query, string expanded, string? others)
    {
        var book = SynonymBook.Read(new StringReader("Lubelskie | Люблинско | region:PL81\nLubelski | region:PL814"), Given.Analyzer);
        var result = book.Expand(QueryParser.Parse(query).Root);

        Assert.Equal(expanded, result.Root.ToString());
        Assert.Equal(others, result.Applied.Count == 0 ? null : string.Join(", ", Assert.Single(result.Applied).Others));
    }

    [Fact]
    public void ShippedLists_HaveNoNameTwice()
    {
        var names = typeof(SynonymBook).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("synonyms.", StringComparison.Ordinal)).SelectMany(n =>
        {
            using var file = new StreamReader(typeof(SynonymBook).Assembly.GetManifestResourceStream(n)!);
            return file.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#')).SelectMany(l => l.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        });

        Assert.Empty(names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }
}
