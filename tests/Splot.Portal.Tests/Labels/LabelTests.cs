using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Labels;

public sealed class LabelTests
{
    [Theory, EachEngine]
    public async Task Labels_Projected_NameCodesOnPages(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a") with { Fund = "ESF+", Theme = "care" });

        await app.Get<LabelProjection>().RunAsync(new FakeLists(("fund", "ESF+", "Europejski Fundusz Społeczny Plus"), ("theme", "care", "Opieka")), new FakeTerritory(), CancellationToken.None);
        var text = (await app.PageAsync("/pl/projects/a")).Body!.TextContent;

        Assert.Contains("Europejski Fundusz Społeczny Plus", text, StringComparison.Ordinal);
        Assert.Contains("Opieka", text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Labels_ProjectedAgain_WriteDifferencesOnly(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        var labels = app.Get<LabelProjection>();

        Assert.Equal(6, await labels.RunAsync(new FakeLists(("fund", "A", "One"), ("fund", "B", "Two")), new FakeTerritory(), CancellationToken.None));
        Assert.Equal(0, await labels.RunAsync(new FakeLists(("fund", "A", "One"), ("fund", "B", "Two")), new FakeTerritory(), CancellationToken.None));
        Assert.Equal(9, await labels.RunAsync(new FakeLists(("fund", "A", "Uno")), new FakeTerritory(), CancellationToken.None));
    }

    [Fact]
    public void Book_WithoutLabel_GivesThePublishedNameThenTheCode()
    {
        Language.Polish.MakeCurrent();
        var book = new LabelBook([("fund", "ESF+", "pl", "EFS+", "pl")]);

        Assert.Equal("EFS+", book.Of("fund", "esf+").Text);
        Assert.Equal(new Label("Програма", "bg"), book.Of("programme", "X", "Програма"));
        Assert.Equal("X", book.Of("programme", "X").Text);
        Assert.Null(book.Of("programme", "X").Lang);
    }

    private sealed class FakeLists(params (string List, string Code, string Name)[] values) : IReferenceData
    {
        public IReadOnlyList<CodeList> Lists => [.. values.Select(v => v.List).Distinct().Select(l => new CodeList(l, new Dictionary<string, string>(StringComparer.Ordinal)))];

        public EuroRates Rates => throw new NotSupportedException();

        public CodeValue? Find(string list, string? code, DateOnly? on = null) => null;

        public string? CodeOf(string list, string? text) => null;

        public CodeLabel Label(string list, string code, Language language, DateOnly? on = null) => new(values.First(v => v.List == list && v.Code == code).Name, language.Code(), false);

        public IReadOnlyList<CodeValue> Values(string list, DateOnly? on = null) =>
            [.. values.Where(v => v.List == list).Select(v => new CodeValue { List = list, Code = v.Code, Names = new Dictionary<string, string>(StringComparer.Ordinal), Source = "test" })];

        public string? Theme(string list, string? code) => null;
    }

    private sealed class FakeTerritory : ITerritory
    {
        public long Version => 1;

        public IReadOnlyList<TerritorialUnit> Units => [];

        public TerritorialUnit? Find(string? code, string? country = null) => null;

        public TerritorialUnit? FindOn(string code, DateOnly day) => null;

        public TerritorialUnit Current(TerritorialUnit unit) => unit;

        public IReadOnlyList<TerritorialUnit> Children(string code, DateOnly? on = null) => [];

        public IReadOnlyList<TerritorialUnit> Line(TerritorialUnit unit) => [unit];

        public IReadOnlyList<UnitRelation> Relations(string code) => [];

        public IReadOnlyList<PlaceMatch> Match(string? text, string? country = null, UnitKind? kind = null) => [];
    }
}
