using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Testing;

namespace Splot.Desk.Tests.Lists;

/// <summary>The pattern of lists, tried on the list of organisations.</summary>
public sealed class ListTests
{
    [Theory, EachEngine]
    public async Task List_OfOrganisations_IsReadInFewStatements(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.RegionalCoordinator);

        Assert.InRange(await Statements.CountAsync(() => browser.GetAsync("/pl/desk/organisations")), 4, 15);
    }

    [Fact]
    public async Task View_Saved_StandsInTheListAndLeadsToIt()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.RegionalCoordinator);
        var list = await browser.GetAsync("/en/desk/organisations?kind=municipality");

        await browser.SubmitAsync(list, "/en/desk/views", ("name", "Gminy"));
        var again = await browser.FollowAsync();

        Assert.Contains(again.QuerySelectorAll(".sp-views .sp-chips a"), a => a.TextContent == "Gminy" && a.GetAttribute("href") == "/en/desk/organisations?tab=current&kind=municipality");
    }

    [Fact]
    public async Task View_OfSomebodyElse_IsNotShownAndNotRemoved()
    {
        await using var app = await Staff.StartAsync();
        var (owner, other) = (await app.EnterAsync(Role.RegionalCoordinator), await app.EnterAsync(Role.SystemAdministrator));
        await owner.SubmitAsync(await owner.GetAsync("/en/desk/organisations"), "/en/desk/views", ("name", "Moje"));
        var id = (await owner.FollowAsync()).QuerySelector("input[name=view]")!.GetAttribute("value")!;
        var list = await other.GetAsync("/en/desk/organisations");
        var token = list.QuerySelector(".sp-views form input[type=hidden]")!;

        await other.PostAsync("/en/desk/views/drop", new Dictionary<string, string> { [token.GetAttribute("name")!] = token.GetAttribute("value")!, ["view"] = id, ["path"] = "/desk/organisations" });

        Assert.Empty(list.QuerySelectorAll("input[name=view]"));
        Assert.Single((await owner.GetAsync("/en/desk/organisations")).QuerySelectorAll("input[name=view]"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/desk/../../evil")]
    [InlineData("https://evil.example/")]
    [InlineData("/projects")]
    public async Task View_ForAnAddressThatIsNoList_IsRefused(string path)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.RegionalCoordinator);
        var token = (await browser.GetAsync("/en/desk/organisations")).QuerySelector(".sp-views form input[type=hidden]")!;

        await browser.PostAsync("/en/desk/views", new Dictionary<string, string> { [token.GetAttribute("name")!] = token.GetAttribute("value")!, ["list"] = "x", ["name"] = "x", ["path"] = path });

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task Views_BeyondTheMost_PushOutTheOldest()
    {
        await using var app = await SplotApp.StartAsync();
        var views = app.Services.GetRequiredService<Desk.Views.SavedViews>();
        for (var i = 0; i <= Desk.Views.SavedViews.Most; i++)
        {
            await views.SaveAsync("a", "list", $"view {i:00}", "", CancellationToken.None);
            app.Clock.Leap(TimeSpan.FromSeconds(1));
        }

        var kept = await app.Services.GetRequiredService<ISavedViews>().OfAsync("a", "list", CancellationToken.None);

        Assert.Equal((Desk.Views.SavedViews.Most, "view 01"), (kept.Count, kept[0].Name));
    }

    [Theory, EachEngine]
    public async Task View_BeyondTheMostOfAnAccount_IsNotSavedAndSaysSo(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.RegionalCoordinator);
        var views = app.Services.GetRequiredService<Desk.Views.SavedViews>();
        var list = await browser.GetAsync("/en/desk/organisations");
        await browser.SubmitAsync(list, "/en/desk/views", ("name", "First"));
        var account = await AccountAsync(app);
        for (var i = 1; i < Desk.Views.SavedViews.MostInAll; i++)
        {
            await views.SaveAsync(account, $"list-{i / Desk.Views.SavedViews.Most}", $"view {i}", "", CancellationToken.None);
        }

        var page = await browser.SubmitAsync(list, "/en/desk/views", ("name", "One too many"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "One too many"), (browser.Status, page.QuerySelector("#name")!.GetAttribute("value")));
        Assert.Contains("200 views", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);

        await browser.SubmitAsync(list, "/en/desk/views", ("name", "First"));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    [Theory]
    [InlineData("organisations", true)]
    [InlineData("persons-seen-2", true)]
    [InlineData("", false)]
    [InlineData("Persons", false)]
    [InlineData("persons--seen", false)]
    [InlineData("-persons", false)]
    [InlineData("persons seen", false)]
    [InlineData("osoby-żywe", false)]
    [InlineData("a123456789-123456789-123456789-123456789-123456789-1234567890", false)]
    public async Task View_OfAList_IsKeptUnderAShortCodeOnly(string list, bool kept)
    {
        await using var app = await SplotApp.StartAsync();

        Assert.Equal(kept, await app.Services.GetRequiredService<Desk.Views.SavedViews>().SaveAsync("a", list, "view", "", CancellationToken.None) == Desk.Views.SaveOutcome.Saved);
    }

    [Theory]
    [InlineData("Anything at all", "x", HttpStatusCode.BadRequest)]
    [InlineData("organisations", "", HttpStatusCode.UnprocessableEntity)]
    public async Task View_ThatCannotBeKept_IsRefused(string list, string name, HttpStatusCode status)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.RegionalCoordinator);
        var token = (await browser.GetAsync("/en/desk/organisations")).QuerySelector(".sp-views form input[type=hidden]")!;

        await browser.PostAsync("/en/desk/views", new Dictionary<string, string> { [token.GetAttribute("name")!] = token.GetAttribute("value")!, ["list"] = list, ["name"] = name, ["path"] = "/desk/organisations" });

        Assert.Equal(status, browser.Status);
    }

    [Theory]
    [InlineData(Role.RegionalCoordinator, "Gmina Zmyślona")]
    [InlineData(Role.Provider, "Gmina Zmyślona")]
    public async Task File_OfTheList_HoldsWhatTheListShows(Role role, string name)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(role);

        var page = await browser.GetAsync("/en/desk/organisations");
        var file = await browser.GetAsync("/en/desk/organisations.csv");

        Assert.Contains(name, file.Source.Text, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".sp-list tbody th"), row => Assert.Contains(row.TextContent.Trim(), file.Source.Text, StringComparison.Ordinal));
        Assert.Equal(page.QuerySelectorAll(".sp-list tbody tr").Length, file.Source.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Fact]
    public async Task Provider_SeesItsOwnOrganisationOnly()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.Provider);

        var page = await browser.GetAsync("/en/desk/organisations");

        Assert.Equal(["Gmina Zmyślona"], page.QuerySelectorAll(".sp-list tbody th").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task SearchBox_FindsWhatTheListShowsAndNothingElse()
    {
        await using var app = await Staff.StartAsync();
        var (coordinator, provider) = (await app.EnterAsync(Role.RegionalCoordinator), await app.EnterAsync(Role.Provider));

        var all = await coordinator.SubmitAsync(await coordinator.GetAsync("/en/desk"), "/en/desk/find", ("text", "osrodek"));
        var own = await provider.SubmitAsync(await provider.GetAsync("/en/desk"), "/en/desk/find", ("text", "osrodek"));

        Assert.Equal((2, 0), (all.QuerySelectorAll(".sp-found li").Length, own.QuerySelectorAll(".sp-found li").Length));
    }

    private static Task<string> AccountAsync(SplotApp app) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        async session => (string)(await session.Command("SELECT account_id FROM desk_view").ExecuteScalarAsync())!, CancellationToken.None);
}
