using Microsoft.AspNetCore.Components;
using Splot.Kernel;

namespace Splot.Ui.Tests.Facts;

public sealed class FactTests
{
    [Theory]
    [InlineData(Language.English, "not published")]
    [InlineData(Language.Polish, "nie opublikowano")]
    [InlineData(Language.Bulgarian, "не е публикувано")]
    public async Task Fact_Missing_SaysSo(Language language, string words) =>
        Assert.Equal(words, (await Rendering.Body<Fact>(new { Label = "L", Missing = true }, language)).QuerySelector("dd")!.TextContent);

    [Fact]
    public async Task Fact_InAnotherLanguage_CarriesIt() =>
        Assert.Equal("pl", (await Rendering.Body<Fact>(new { Label = "L", ChildContent = (RenderFragment)Rendering.Text("V"), Lang = "pl" })).QuerySelector("dd")!.GetAttribute("lang"));

    [Fact]
    public async Task MainAside_Document_KeepsReadingOrder()
    {
        RenderFragment text(string words) => Rendering.Text(words);
        var body = await Rendering.Body<MainAside>(new { Before = text("1"), ChildContent = text("2"), After = text("3"), BeforeLabel = "b", AfterLabel = "a" });

        Assert.Equal(["1", "2", "3"], body.QuerySelector(".sp-cols")!.Children.Select(c => c.TextContent));
    }

    [Fact]
    public async Task HistoryTable_Entries_ShowOldAndNew()
    {
        var entries = new[] { new HistoryEntry(new DateOnly(2026, 10, 2), "Staff", "618", "703"), new HistoryEntry(new DateOnly(2026, 3, 12), "Summary", null, "added") };
        var body = await Rendering.Body<HistoryTable>(new { Caption = "Changes", Entries = entries }, Language.Polish);

        Assert.Equal(("2\u00A0października 2026", "618", "703"), (body.QuerySelector("tbody th")!.TextContent, body.QuerySelector("del")!.TextContent, body.QuerySelector("ins")!.TextContent));
        Assert.Equal("brak", body.QuerySelectorAll("tbody tr")[1].QuerySelectorAll("td")[1].TextContent);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData("A body", 5)]
    public async Task HistoryTable_PublishingBody_HasItsColumnWhereKnown(string? by, int columns)
    {
        var body = await Rendering.Body<HistoryTable>(new { Caption = "C", Entries = new[] { new HistoryEntry(new DateOnly(2026, 1, 1), "W", "a", null, by) } });

        Assert.Equal((columns, columns), (body.QuerySelectorAll("thead th").Length, body.QuerySelectorAll("tbody tr > *").Length));
    }

    [Fact]
    public async Task MoneySplit_Parts_AreWrittenAndMarked()
    {
        var parts = new[] { new MoneyPart("EU", "€80.00", 0.8m), new MoneyPart("State", "€15.00", 0.15m), new MoneyPart("Own", "€5.00", 0.05m) };
        var body = await Rendering.Body<MoneySplit>(new { Parts = parts }, Language.Bulgarian);

        Assert.Equal(("80%", "95%"), (body.QuerySelector("rect")!.GetAttribute("width"), body.QuerySelector(".sp-split__mark")!.GetAttribute("x")));
        Assert.Equal(["80,00%", "15,00%", "5,00%"], body.QuerySelectorAll("dd span").Select(s => s.TextContent));
    }

    [Theory]
    [InlineData("2023-12-31", "Starts on 1\u00A0January 2024 and runs to 31\u00A0December 2024.", 1)]
    [InlineData("2024-07-02", "Runs from 1\u00A0January 2024 to 31\u00A0December 2024. By 2\u00A0July 2024, 50% of the time has passed.", 3)]
    [InlineData("2025-01-01", "Ran from 1\u00A0January 2024 to 31\u00A0December 2024 and is over.", 2)]
    public async Task TimelineBar_Day_DecidesSentenceAndBars(string today, string sentence, int bars)
    {
        var parameters = new { Start = new DateOnly(2024, 1, 1), End = (DateOnly?)new DateOnly(2024, 12, 31), Today = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        var body = await Rendering.Body<TimelineBar>(parameters);

        Assert.Equal((sentence, bars), (body.QuerySelector("svg")!.GetAttribute("aria-label"), body.QuerySelectorAll("rect").Length));
    }

    [Fact]
    public async Task TimelineBar_LastDay_IsNotYetOver()
    {
        var body = await Rendering.Body<TimelineBar>(new { Start = new DateOnly(2024, 1, 1), End = (DateOnly?)new DateOnly(2024, 1, 10), Today = new DateOnly(2024, 1, 10) });

        Assert.Contains("90%", body.QuerySelector("svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-01-01")]
    public async Task TimelineBar_NoUsableEnd_DrawsNothing(string? end)
    {
        var date = end is null ? (DateOnly?)null : DateOnly.ParseExact(end, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var body = await Rendering.Body<TimelineBar>(new { Start = new DateOnly(2024, 1, 1), End = date, Today = new DateOnly(2024, 1, 2) });

        Assert.Null(body.QuerySelector("svg"));
        Assert.Contains("The end was not published", body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.54, "54% of the target, on time")]
    [InlineData(0.61, "61% of the target, on time")]
    [InlineData(0.62, "62% of the target, ahead of time")]
    [InlineData(0.53, "53% of the target, behind time")]
    public async Task TargetTable_Pace_IsSaidInWords(double share, string words)
    {
        var body = await Rendering.Body<TargetTable>(new { Caption = "C", Elapsed = (decimal?)0.575m, Targets = new[] { new Target("T", "100", "x", (decimal)share) } });

        Assert.Equal(words, body.QuerySelector("td .sp-small")!.TextContent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1.0)]
    public async Task TargetTable_NoRunningTime_SaysNoPace(double? elapsed)
    {
        var body = await Rendering.Body<TargetTable>(new { Caption = "C", Elapsed = (decimal?)elapsed, Targets = new[] { new Target("T", "100", "104", 1.04m) } });

        Assert.Equal("104% of the target", body.QuerySelector("td .sp-small")!.TextContent);
        Assert.Null(body.QuerySelector("rect.s"));
    }

    [Fact]
    public async Task TargetTable_NotPublished_DrawsNoBar()
    {
        var body = await Rendering.Body<TargetTable>(new { Caption = "C", Elapsed = (decimal?)0.5m, Targets = new[] { new Target("T", "12", null, null) } });

        Assert.Null(body.QuerySelector("svg"));
        Assert.Equal("not published", body.QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task TargetTable_WithoutAnyProgress_HasNoColumnForIt()
    {
        var body = await Rendering.Body<TargetTable>(new { Caption = "C", Elapsed = (decimal?)0.5m, Targets = new[] { new Target("T", "12", null, null) } });

        Assert.Equal(["Indicator", "So far", "Target"], body.QuerySelectorAll("thead th").Select(h => h.TextContent));
        Assert.Equal(3, body.QuerySelectorAll("tbody tr > *").Length);
    }

    [Theory]
    [InlineData(Language.English, "not published")]
    [InlineData(Language.Polish, "nie opublikowano")]
    [InlineData(Language.Bulgarian, "не е публикувано")]
    public async Task KeyFigure_WithoutAValue_SaysSoInSmallLetters(Language language, string words) =>
        Assert.Equal(words, (await Rendering.Body<KeyFigure>(new { Label = "L", Value = (string?)null }, language)).QuerySelector(".sp-big--absent")!.TextContent);

    [Theory]
    [InlineData("2023-12-31", true)]
    [InlineData("2024-07-02", false)]
    [InlineData("2025-01-01", true)]
    public async Task TimelineBar_WithoutTodaysMark_SaysWhyInWords(string today, bool says)
    {
        var parameters = new { Start = new DateOnly(2024, 1, 1), End = (DateOnly?)new DateOnly(2024, 12, 31), Today = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(says, (await Rendering.Body<TimelineBar>(parameters)).QuerySelector("p") is not null);
    }

    [Fact]
    public async Task DataTable_Cards_CarryTheirHeadings()
    {
        Cell[] head = ["Region", "Euro"];
        Cell[][] rows = [["Ruse", Cell.Number("79")]];
        var cell = (await Rendering.Body<DataTable>(new { Head = head, Rows = rows, FirstCellIsHeader = true, Cards = true })).QuerySelector("td")!;

        Assert.Equal("Euro", cell.GetAttribute("data-label"));
    }
}
