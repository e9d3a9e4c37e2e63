using Microsoft.AspNetCore.Http;
using Splot.Ui.Tests.Samples;

namespace Splot.Ui.Tests.Lists;

public sealed class ListQueryTests
{
    [Theory]
    [InlineData("", "?tab=all")]
    [InlineData("?tab=draft&variant=a", "?tab=draft&variant=a")]
    [InlineData("?tab=nothing&variant=c&number=%20", "?tab=all")]
    [InlineData("?sort=-state", "?tab=all&sort=-state")]
    [InlineData("?sort=person", "?tab=all")]
    [InlineData("?sort=id", "?tab=all")]
    [InlineData("?columns=id&columns=nothing", "?tab=all&columns=person&columns=id")]
    [InlineData("?after=abc&all=page", "?tab=all")]
    public void Text_OfAQuery_HoldsWhatTheListKnowsAndNoPage(string asked, string expected) => Assert.Equal(expected, Read(asked).Text());

    [Fact]
    public void Text_WithPage_HoldsKeyAndTicks() => Assert.Equal("?tab=all&after=abc&all=page", Read("?after=abc&all=page").Text(withPage: true));

    [Fact]
    public void Filter_OfAnotherPage_BeginsAnew() => Assert.Null(Read("?after=abc&variant=a").Without("variant").After);

    [Fact]
    public void Columns_NotChosen_AreThoseThatAreNotHidden() => Assert.Equal(["person", "state"], Read("").Columns);

    [Fact]
    public void Filter_LongerThanTheLongest_IsLeftOut() => Assert.Null(Read("?number=" + new string('x', 201))["number"]);

    [Theory]
    [InlineData("31.12.2026", "2026-12-31", null)]
    [InlineData("99.99.2026", null, "99.99.2026")]
    [InlineData("soon", null, "soon")]
    [InlineData("", null, null)]
    public void Day_OfAFilter_IsReadOrToldToBeWrong(string typed, string? day, string? wrong)
    {
        var query = Read("?since=" + typed);

        Assert.Equal(day, query.Day("since")?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(wrong, query.Unreadable.GetValueOrDefault("since")?.Value);
        Assert.Equal(day is not null, query.Filters.ContainsKey("since"));
    }

    [Fact]
    public async Task List_WithADayThatIsNone_SaysSoAtTheFieldAndAbove()
    {
        var page = await Rendering.Body<ListSample>(new { View = Rendering.View(), Query = "?since=99.99.2026" });

        Assert.Equal(("99.99.2026", "filter-since-error"), (page.QuerySelector("#filter-since")!.GetAttribute("value"), page.QuerySelector("#filter-since")!.GetAttribute("aria-describedby")));
        Assert.StartsWith("Od dnia: ", page.QuerySelector(".govuk-error-summary a[href='#filter-since']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll(".sp-chips a"), a => a.TextContent.Contains("99", StringComparison.Ordinal));
    }

    [Fact]
    public void Key_LongerThanAnyOfOurs_IsLeftOut() => Assert.Null(Read("?after=" + new string('x', 2001)).After);

    [Theory]
    [InlineData("", "ascending", "?tab=all&amp;sort=-person")]
    [InlineData("?sort=-person", "descending", "?tab=all&amp;sort=person")]
    public async Task Heading_OfTheListsOrder_SaysItAndTurnsItRound(string query, string order, string href)
    {
        var html = await Rendering.Html<ListSample>(new { View = Rendering.View(), Query = query });

        Assert.Contains($"aria-sort=\"{order}\"><a href=\"/en/desk/contracts{href}\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?all=page", 2)]
    [InlineData("", 0)]
    public async Task Rows_TickedOrNot_AreAllOrNone(string query, int ticked)
    {
        var html = await Rendering.Html<ListSample>(new { View = Rendering.View(), Query = query });

        Assert.Equal(ticked, System.Text.RegularExpressions.Regex.Count(html, "name=\"id\" value=\"[12]\" checked"));
    }

    [Fact]
    public async Task List_WithoutRowsUnderAFilter_OffersToClearIt()
    {
        var html = await Rendering.Html<ListSample>(new { View = Rendering.View(), Query = "?variant=a", Rows = Array.Empty<(string, string, string)>() });

        Assert.Contains("<a href=\"/en/desk/contracts?tab=all\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nie ma kontraktów", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutRows_SaysWhatWouldStandThere()
    {
        var html = await Rendering.Html<ListSample>(new { View = Rendering.View(), Rows = Array.Empty<(string, string, string)>() });

        Assert.Contains("Nie ma kontraktów", html, StringComparison.Ordinal);
    }

    private static ListQuery Read(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        return ListQuery.Read(request, ListSample.Shape);
    }
}
