using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.FindDuplicates;
using Splot.Persons.NightlyJobs;
using Splot.Persons.Tests.Vault;

namespace Splot.Persons.Tests.Pages;

/// <summary>What an attack on the running desk once found: nothing of it comes back.</summary>
public class HonestyTests
{
    private const string List = "/en/desk/persons";

    [Theory]
    [InlineData("number that is not theirs", 0)]
    [InlineData("invented birth date", 0)]
    [InlineData("nothing further", 0)]
    [InlineData("their birth date", 1)]
    public async Task Duplicates_ByNameAndMore_NameAnotherOfficeOnlyForWhatIsTheRecords(string more, int offices)
    {
        await using var vault = await VaultFixture.CreateAsync(Engine.Sqlite);
        var known = VaultFixture.Anna with { Numbers = [], BirthDate = more == "invented birth date" ? null : VaultFixture.Anna.BirthDate };
        await vault.EnterAsync(known, VaultFixture.Town, "0190000000007000800000000000f009");
        var asked = more switch
        {
            "number that is not theirs" => known with { BirthDate = null, Numbers = [new PersonalNumber(IdentifierKind.Lnch, "1000000003")] },
            "invented birth date" => known with { BirthDate = new DateOnly(1999, 9, 9) },
            "their birth date" => known,
            _ => known with { BirthDate = null },
        };

        var hints = await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(asked, VaultFixture.By(VaultFixture.CentreOnly)), CancellationToken.None);

        Assert.Equal(offices, hints.Count);
        Assert.All(hints, h => Assert.IsType<DuplicateHint.Elsewhere>(h));
    }

    [Fact]
    public async Task Erase_WithAnOddRequest_ErasesAndLeadsToTheList()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-1"))[3] + "/erase";

        await officer.SubmitAsync(await officer.GetAsync(address), address, ("sure", "yes"), ("why", "asked for"), ("request", new string('ą', 32)));

        Assert.Equal((HttpStatusCode.Redirect, List + "?done=erased"), (officer.Status, officer.Location));
    }

    [Fact]
    public async Task Merged_WhereTheOtherIsHidden_LeadsNowhere()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (head, worker) = (await desk.EnterAsync(Role.UnitHead), await desk.EnterAsync(Role.SocialWorker));
        var ids = await desk.OfUnitAsync("demo-team-1");
        await MergeAsync(head, ids[0], ids[1]);
        Assert.Contains(ids[0], Links(await worker.GetAsync(List + "/" + ids[1])));

        await desk.ChangeAsync(c => c.Persons.Where(p => p.Id == ids[0]).ExecuteUpdateAsync(u => u.SetProperty(p => p.Restricted, true)));

        var page = await worker.GetAsync(List + "/" + ids[1]);
        Assert.Equal(HttpStatusCode.OK, worker.Status);
        Assert.DoesNotContain(ids[0], Links(page));
        Assert.Contains(ids[1] + "/history", Links(page));
    }

    [Theory]
    [InlineData("/en/desk/clauses/new")]
    [InlineData("/en/desk/purposes/new")]
    public async Task Form_OfAWholeOrganisation_IsNotShownToTheHeadOfATeam(string address)
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        Assert.NotNull((await head.GetAsync(address)).QuerySelector("main #code"));

        await desk.LimitAsync("unit-head@demo.invalid", "demo-team-1");

        var page = await head.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, head.Status);
        Assert.Null(page.QuerySelector("main #code"));
        Assert.Contains("for one of its units only", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await head.GetAsync(address[..^"/new".Length])).QuerySelector($"main a[href='{address}']"));
    }

    [Fact]
    public async Task Consent_ToComeOrGivenTwice_IsRefused()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var person = await desk.QueryAsync(c => c.Persons.Where(p => p.UnitId == "demo-team-1" && !p.Restricted && !c.Consents.Any(k => k.PersonId == p.Id)).Select(p => p.Id).FirstAsync());
        var address = List + "/" + person + "/consents";
        var today = DateOnly.FromDateTime(desk.App.Clock.GetUtcNow().UtcDateTime);
        var before = await desk.NumberAsync("SELECT COUNT(*) FROM persons_consent");

        await ConsentAsync(today.AddDays(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        await ConsentAsync(today);
        Assert.Equal(HttpStatusCode.Redirect, head.Status);
        var again = await ConsentAsync(today);

        Assert.Contains("consented to this purpose before", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, await desk.NumberAsync("SELECT COUNT(*) FROM persons_consent"));

        async Task<IDocument> ConsentAsync(DateOnly day) => await head.SubmitAsync(await head.GetAsync(address), address, [("do", "consent"), ("purpose", "photos"), ("onClause", "persons-served/1"), .. Day("given", day)]);
    }

    [Fact]
    public async Task Objection_NamesItsPurpose_AndIsNotAnsweredBeforeItCame()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-1"))[2] + "/request";
        var today = DateOnly.FromDateTime(desk.App.Clock.GetUtcNow().UtcDateTime);

        await officer.SubmitAsync(await officer.GetAsync(address), address, [("kind", "objection"), ("purpose", "esf-plus"), .. Day("received", today)]);
        var page = await officer.FollowAsync();
        var name = await desk.QueryAsync(c => c.Purposes.Where(p => p.OrganisationId == "demo-welfare" && p.Code == "esf-plus").Select(p => p.Name).FirstAsync());
        Assert.Contains(name, page.QuerySelector("main dl")!.TextContent, StringComparison.Ordinal);
        var answer = page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).Single(a => a.EndsWith("/answer", StringComparison.Ordinal));

        await officer.SubmitAsync(page, answer, [("granted", "yes"), .. Day("on", today.AddDays(-1))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
    }

    [Fact]
    public async Task Reasons_OfHandOverAndOfTwoPeople_StandInTheHistory()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var ids = await desk.OfUnitAsync("demo-team-1");
        var (one, handOver) = (List + "/" + ids[0], List + "/" + ids[0] + "/hand-over");
        var form = await head.GetAsync(handOver);
        var keeper = await desk.QueryAsync(c => c.Persons.Where(p => p.Id == ids[0]).Select(p => p.KeeperId).SingleAsync());
        var to = form.QuerySelectorAll("#to option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0 && v != keeper);

        await head.SubmitAsync(form, handOver, ("to", to), ("why", "moves away"));
        await head.SubmitAsync(await head.GetAsync(one + "/merge?with=" + ids[1]), one + "/merge", ("same", "no"), ("why", "two identity cards"));

        var history = (await head.GetAsync(one + "/history")).QuerySelector("main")!.TextContent;
        Assert.Contains("moves away", history, StringComparison.Ordinal);
        Assert.Contains("two identity cards", history, StringComparison.Ordinal);
    }

    /// <summary>A record may be hidden from the very head of its unit: only who answers for personal data is named in the stead of who left.</summary>
    [Fact]
    public async Task Hidden_FromItsHead_IsOpenedAgainForTheOfficerAlone()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (head, officer) = (await desk.EnterAsync(Role.UnitHead), await desk.EnterAsync(Role.DataProtectionOfficer));
        var id = (await desk.OfUnitAsync("demo-team-1"))[0];
        await desk.ChangeAsync(c => c.Persons.Where(p => p.Id == id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Restricted, true)));

        await desk.App.Services.GetServices<IJobHandler>().OfType<NameLifters>().Single().RunAsync(CancellationToken.None);

        await head.GetAsync(List + "/" + id);
        await officer.GetAsync(List + "/" + id);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (head.Status, officer.Status));
    }

    private static async Task MergeAsync(Browser head, string stays, string goes)
    {
        var address = List + "/" + stays;
        await head.SubmitAsync(await head.GetAsync(address + "/merge?with=" + goes), address + "/merge", ("same", "yes"), ("stays", stays), ("why", "identity card"));
        Assert.Equal(address + "?done=merged", head.Location);
    }

    private static string Links(IDocument page) => string.Join(' ', page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));

    private static (string Name, string Value)[] Day(string field, DateOnly day) =>
        [(field + "-day", Number(day.Day)), (field + "-month", Number(day.Month)), (field + "-year", Number(day.Year))];

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
