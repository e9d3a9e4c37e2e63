using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Persons.Demo;

namespace Splot.Persons.Tests.Pages;

public class EnterPersonTests
{
    private const string New = "/en/desk/persons/new";

    [Fact]
    public async Task Enter_SomebodyNew_IsRecordedInTheClerksUnit()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);

        var check = await FillAsync(clerk, ("firstNames", "Sława"), ("surnames", "Nowiutka"));
        await clerk.SubmitAsync(check, Action(check));

        var id = clerk.Location!.Split('/')[^1].Split('?')[0];
        var page = await clerk.FollowAsync();
        Assert.Equal("Sława Nowiutka", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("demo-front-1", await desk.QueryAsync(c => c.Persons.Where(p => p.Id == id).Select(p => p.UnitId).SingleAsync()));
    }

    [Fact]
    public async Task Enter_SomebodyKnown_WarnsWithReasonsInWordsAndKeepsWhatWasTyped()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);
        var known = DemoPeople.Person(3);

        var check = await FillAsync(clerk, ("firstNames", known.FirstNames!), ("surnames", known.Surnames!), ("pesel", known.Numbers[0].Value));
        var refused = await clerk.SubmitAsync(check, Action(check));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("the same personal number", refused.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(known.Surnames!, refused.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_SomebodyKnownDespiteTheWarning_IsRecorded()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);
        var known = DemoPeople.Person(3);

        var check = await FillAsync(clerk, ("firstNames", known.FirstNames!), ("surnames", known.Surnames!), ("pesel", known.Numbers[0].Value));
        await clerk.SubmitAsync(check, Action(check), ("despite", "yes"));

        Assert.Equal(HttpStatusCode.Redirect, clerk.Status);
        Assert.EndsWith("?done=entered", clerk.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_SomebodyOfAnotherOffice_TellsOnlyWhomToAsk()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);
        var known = DemoPeople.Person(24);

        var check = await FillAsync(clerk, ("firstNames", "Somebody"), ("surnames", "Else"), ("pesel", known.Numbers[0].Value));

        var alike = check.QuerySelector("section[aria-labelledby=alike]")!.TextContent;
        Assert.Contains("Ask there", alike, StringComparison.Ordinal);
        Assert.DoesNotContain(known.Surnames!, alike, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_Draft_IsSealedInTheStore()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);

        await FillAsync(clerk, ("firstNames", "Sława"), ("surnames", "Nowiutka"));

        var store = (Splot.Data.MainStore)desk.App.Services.GetService(typeof(Splot.Data.MainStore))!;
        Assert.False(Vault.StoreBytes.Hold(await Vault.StoreBytes.ReadAsync(store), "Nowiutka"), "The draft can be read in the store.");
    }

    [Fact]
    public async Task Enter_ByAHeadOfSeveralUnits_AsksWhereTheRecordBelongs()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);

        var page = await head.GetAsync(New);

        Assert.Equal(2, page.QuerySelectorAll("input[name=where]").Length);
    }

    /// <summary>Goes through the pages to the check.</summary>
    private static async Task<IDocument> FillAsync(Browser clerk, params (string Name, string Value)[] who)
    {
        await clerk.SubmitAsync(await clerk.GetAsync(New), New, who);
        var contact = await clerk.FollowAsync();
        await clerk.SubmitAsync(contact, Action(contact), ("phone", "+48 000 000 000"));
        return await clerk.FollowAsync();
    }

    private static string Action(IDocument page) => page.QuerySelectorAll("main form[method=post]").Select(f => f.GetAttribute("action")!).Single(a => a.Contains("/new", StringComparison.Ordinal));
}
