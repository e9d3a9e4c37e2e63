using Splot.Data;
using Splot.Portal.Searching;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Searching;

public sealed class BudgetBandTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999_999, "0")]
    [InlineData(1_000_000, "10000")]
    [InlineData(9_999_999, "50000")]
    [InlineData(10_000_000, "100000")]
    [InlineData(long.MaxValue, "100000000")]
    public void Band_OfAnAmount_IsTheOneThatBeginsAtOrBelowIt(long cents, string code) => Assert.Equal(code, BudgetBand.Of(cents)!.Code);

    [Fact]
    public void Bands_Together_HoldEveryAmountOnce()
    {
        Assert.All(BudgetBand.All.Zip(BudgetBand.All.Skip(1)), pair => Assert.Equal(pair.First.ToCents + 1, pair.Second.FromCents));
        Assert.Null(BudgetBand.All[^1].ToCents);
        Assert.Null(BudgetBand.Of(null));
        Assert.Null(BudgetBand.Of(-1));
    }

    [Fact]
    public async Task Histogram_WithABudgetAskedFor_KeepsTheBandsOutsidePale()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a") with { Budget = Given.Eur(100_000m) }, Given.Operation("b") with { Budget = Given.Eur(5m) });

        var bars = (await app.PageAsync("/en/projects?budgetFrom=100000")).QuerySelectorAll("svg.sp-hist > rect").Where(r => r.GetAttribute("height") != "0").ToList();

        Assert.Equal(["q", "b"], bars.Select(b => b.ClassName));
        Assert.Equal("€100,000 – €250,000: 1", bars[1].QuerySelector("title")!.TextContent);
    }

    [Theory]
    [InlineData("\"open", "never closed")]
    [InlineData("care AND", "nothing to work on")]
    [InlineData("nofield:x", "is no field")]
    public async Task List_WithWordsThatAreNotUnderstood_SaysHowTheyWereTaken(string words, string note)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));

        Assert.Contains(note, (await app.PageAsync("/en/projects?q=" + Uri.EscapeDataString(words))).QuerySelector(".sp-note")!.TextContent, StringComparison.Ordinal);
    }
}
