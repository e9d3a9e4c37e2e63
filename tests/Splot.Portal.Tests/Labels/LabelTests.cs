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

        await app.ProjectTerritoryAsync(FakeLists.Of(("fund", "ESF+", "Europejski Fundusz Społeczny Plus"), ("theme", "care", "Opieka")), FakeTerritory.Empty);
        await app.SettleAsync();
        var text = (await app.PageAsync("/pl/projects/a")).Body!.TextContent;

        Assert.Contains("Europejski Fundusz Społeczny Plus", text, StringComparison.Ordinal);
        Assert.Contains("Opieka", text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Labels_ProjectedAgain_WriteDifferencesOnly(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        var labels = app.Get<LabelProjection>();

        Assert.Equal(6, await labels.RunAsync(FakeLists.Of(("fund", "A", "One"), ("fund", "B", "Two")), FakeTerritory.Empty, CancellationToken.None));
        Assert.Equal(0, await labels.RunAsync(FakeLists.Of(("fund", "A", "One"), ("fund", "B", "Two")), FakeTerritory.Empty, CancellationToken.None));
        Assert.Equal(9, await labels.RunAsync(FakeLists.Of(("fund", "A", "Uno")), FakeTerritory.Empty, CancellationToken.None));
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
}
