using System.Net;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;

namespace Splot.Persons.Tests.Pages;

public class PersonFlowsTests
{
    private const string List = "/en/desk/persons";

    [Fact]
    public async Task Emergency_OpenedByAWorker_IsSeenByThemAndToldToTheHead()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (worker, head) = (await desk.EnterAsync(Role.SocialWorker), await desk.EnterAsync(Role.UnitHead));
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-2"))[0];
        await worker.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, worker.Status);

        await worker.SubmitAsync(await worker.GetAsync(address + "/emergency"), address + "/emergency", ("why", "Ambulance on its way"));
        await worker.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, worker.Status);

        var told = await head.GetAsync("/en/desk/emergency");
        Assert.Contains("Ambulance on its way", told.Body!.TextContent, StringComparison.Ordinal);
        await head.SubmitAsync(told, Acts(told), ("act", "end"), ("id", told.QuerySelector("input[name=id]")!.GetAttribute("value")!));
        await worker.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, worker.Status);
    }

    [Fact]
    public async Task Emergency_ForASought_PersonOfAnotherUnit_IsOfferedWithoutTheirName()
    {
        await using var desk = await DemoDesk.StartAsync();
        var worker = await desk.EnterAsync(Role.SocialWorker);
        var sought = Persons.Demo.DemoPeople.Person(35);

        var page = await worker.SubmitAsync(await worker.GetAsync(List), List + "/find", ("q", sought.Numbers[0].Value));

        Assert.EndsWith("/emergency", page.QuerySelector(".govuk-inset-text a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain(sought.FirstNames!, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_TwoRecords_ShowsOneAndCanBeUndone()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var ids = await desk.OfUnitAsync("demo-team-1");
        var address = List + "/" + ids[0];

        var compared = await head.GetAsync(address + "/merge?with=" + ids[1]);
        await head.SubmitAsync(compared, address + "/merge", ("same", "yes"), ("stays", ids[0]), ("part-surnames", "other"), ("why", "identity card"));
        Assert.Equal(address + "?done=merged", head.Location);
        Assert.Equal(ids[0], await desk.QueryAsync(c => c.Persons.Where(p => p.Id == ids[1]).Select(p => p.MergedInto).SingleAsync()));

        var history = await head.GetAsync(address + "/history");
        var undo = history.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("/undo?", StringComparison.Ordinal));
        await head.SubmitAsync(await head.GetAsync(undo), address + "/undo", ("why", "two people after all"));

        Assert.Equal(address + "?done=parted", head.Location);
        Assert.Null(await desk.QueryAsync(c => c.Persons.Where(p => p.Id == ids[1]).Select(p => p.MergedInto).SingleAsync()));
    }

    [Fact]
    public async Task HandOver_OneRecord_ChangesItsKeeper()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var id = (await desk.OfUnitAsync("demo-team-1"))[0];
        var page = await head.GetAsync(List + "/" + id + "/hand-over");
        var before = await desk.QueryAsync(c => c.Persons.Where(p => p.Id == id).Select(p => p.KeeperId).SingleAsync());
        var to = page.QuerySelectorAll("#to option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0 && v != before);

        await head.SubmitAsync(page, List + "/" + id + "/hand-over", ("to", to));

        Assert.Equal(to, await desk.QueryAsync(c => c.Persons.Where(p => p.Id == id).Select(p => p.KeeperId).SingleAsync()));
    }

    [Fact]
    public async Task Restrict_ByTheHead_HidesTheRecordFromItsUnit()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (head, worker) = (await desk.EnterAsync(Role.UnitHead), await desk.EnterAsync(Role.SocialWorker));
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-1"))[0];
        var page = await head.GetAsync(address + "/restrict");
        var self = page.QuerySelectorAll("input[name=named]")[^1].GetAttribute("value")!;

        await head.SubmitAsync(page, address + "/restrict", ("restricted", "yes"), ("named", self), ("why", "family of staff"));
        await worker.GetAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (head.Status, worker.Status));
    }

    [Fact]
    public async Task Request_ReceivedAndAnswered_MovesFromOpenToAnswered()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-1"))[2] + "/request";
        var today = desk.App.Clock.GetUtcNow();
        var day = today.Day.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (month, year) = (today.Month.ToString(System.Globalization.CultureInfo.InvariantCulture), today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));

        await officer.SubmitAsync(await officer.GetAsync(address), address, ("kind", "access"), ("received-day", day), ("received-month", month), ("received-year", year), ("asked", "everything"));
        var page = await officer.FollowAsync();
        Assert.Contains("everything", page.Body!.TextContent, StringComparison.Ordinal);
        var request = page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).Single(a => a.EndsWith("/answer", StringComparison.Ordinal))[..^"/answer".Length];

        await officer.SubmitAsync(page, request + "/answer", ("granted", "yes"), ("on-day", day), ("on-month", month), ("on-year", year), ("answer", "sent"));

        var answered = await officer.GetAsync("/en/desk/requests?tab=answered");
        Assert.Contains(answered.QuerySelectorAll("table a"), a => a.GetAttribute("href") == request);
    }

    [Fact]
    public async Task Emergency_NotYetNoticed_WaitsOnTheHeadsDesk()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (worker, head) = (await desk.EnterAsync(Role.SocialWorker), await desk.EnterAsync(Role.UnitHead));
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-2"))[0] + "/emergency";
        await worker.SubmitAsync(await worker.GetAsync(address), address, ("why", "Ambulance on its way"));

        Assert.Contains("Emergency accesses to take notice of: 1", (await head.GetAsync("/en/desk")).Body!.TextContent, StringComparison.Ordinal);
        var told = await head.GetAsync("/en/desk/emergency");
        await head.SubmitAsync(told, Acts(told), ("act", "acknowledge"), ("id", told.QuerySelector("input[name=id]")!.GetAttribute("value")!));

        Assert.DoesNotContain("Emergency accesses to take notice of", (await head.GetAsync("/en/desk")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_Open_LieOnTheOfficersDeskWithTheirDay()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);

        var page = await officer.GetAsync("/en/desk");

        Assert.Equal(2, page.QuerySelectorAll("main a").Count(a => a.GetAttribute("href")!.StartsWith("/en/desk/requests/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SearchBox_Name_FindsPersonsOfTheUnitAlone()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);
        var page = await clerk.GetAsync("/en/desk/find");

        var (own, other) = (
            await clerk.SubmitAsync(page, "/en/desk/find", ("text", Persons.Demo.DemoPeople.Person(3).Numbers[0].Value)), await clerk.SubmitAsync(page, "/en/desk/find", ("text", Persons.Demo.DemoPeople.Person(24).Numbers[0].Value)));

        Assert.Contains(own.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("/en/desk/persons/", StringComparison.Ordinal));
        Assert.DoesNotContain(other.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("/en/desk/persons/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_ByAHead_IsAFileOfTheirReachAndRecorded()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);

        var page = await head.GetAsync(List + "/export?unit=demo-team-2");
        await head.SubmitAsync(page, List + "/export?unit=demo-team-2", ("format", "csv"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        await head.SubmitAsync(page, List + "/export?unit=demo-team-2", ("format", "csv"), ("why", "for the meeting"));

        Assert.Equal((HttpStatusCode.OK, "text/csv", 8L), (head.Status, head.MediaType, await desk.NumberAsync("SELECT COUNT(*) FROM data_audit WHERE act = 'persons.export' AND kind = 'export' AND reason = 'for the meeting'")));
    }

    [Fact]
    public async Task Seen_ByTheOfficer_NamesWhoLooked()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (worker, officer) = (await desk.EnterAsync(Role.SocialWorker), await desk.EnterAsync(Role.DataProtectionOfficer));
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-1"))[3];
        await worker.GetAsync(address);

        var page = await officer.GetAsync(address + "/seen");

        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("Radosław Przykładny", StringComparison.Ordinal) && row.TextContent.Contains("looked at the record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_Package_IsAZipFile()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var list = await officer.GetAsync("/en/desk/requests");
        var request = list.QuerySelectorAll("table a")[0].GetAttribute("href")!;

        await officer.SubmitAsync(await officer.GetAsync(request), request + "/package");

        Assert.Equal((HttpStatusCode.OK, "application/zip"), (officer.Status, officer.MediaType));
    }

    [Fact]
    public async Task Request_Erasure_ErasesThePersonAndStaysInTheLog()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var request = await desk.QueryAsync(c => c.Requests.Where(r => r.Kind == "erasure").Select(r => new { r.Id, r.PersonId }).SingleAsync());
        var address = "/en/desk/requests/" + request.Id;
        var erase = List + "/" + request.PersonId + "/erase";
        Assert.Contains((await officer.GetAsync(address)).QuerySelectorAll("main a"), a => a.GetAttribute("href") == erase + "?request=" + request.Id);
        var page = await officer.GetAsync(erase + "?request=" + request.Id);

        await officer.SubmitAsync(page, erase, ("why", "asked for"), ("request", request.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        await officer.SubmitAsync(page, erase, ("why", "asked for"), ("request", request.Id), ("sure", "yes"));
        Assert.Equal(address + "?done=erased", officer.Location);

        Assert.NotNull(await desk.QueryAsync(c => c.Persons.Where(p => p.Id == request.PersonId).Select(p => p.ErasedAt).SingleAsync()));
        Assert.Contains("data erased", (await officer.GetAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_OfTickedRecords_AndOfWhatNobodyKeeps_ReachesTheReceiversDesk()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (head, worker) = (await desk.EnterAsync(Role.UnitHead), await desk.EnterAsync(Role.SocialWorker));
        var list = await head.GetAsync(List + "?unit=demo-team-2");
        var ids = list.QuerySelectorAll("input[name=id]").Take(2).Select(i => i.GetAttribute("value")!).ToList();
        await head.SubmitAsync(list, Acts(list), ("act", "hand-over"), ("id", ids[0]));
        var page = await head.FollowAsync();
        Assert.Equal(ids[0], page.QuerySelector("input[name=id]")!.GetAttribute("value"));

        var all = await head.GetAsync("/en/desk/hand-over");
        var to = all.QuerySelectorAll("#to option").Single(o => o.TextContent == "Radosław Przykładny").GetAttribute("value")!;
        await desk.ChangeAsync(c => c.Persons.Where(p => p.UnitId == "demo-team-1").Take(3).ExecuteUpdateAsync(s => s.SetProperty(p => p.KeeperId, (string?)null)));
        await head.SubmitAsync(await head.GetAsync("/en/desk/hand-over"), "/en/desk/hand-over", ("from", "-"), ("to", to), ("why", "nobody kept them"));

        Assert.Equal(0, await desk.QueryAsync(c => c.Persons.CountAsync(p => p.UnitId == "demo-team-1" && p.KeeperId == null && p.MergedInto == null && !p.Restricted)));
        Assert.Contains("Records handed over to you", (await worker.GetAsync("/en/desk")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restrict_NamingNobodyWhoMayLiftIt_IsRefused()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-1"))[0] + "/restrict";
        var page = await head.GetAsync(address);
        var worker = page.QuerySelectorAll("input[name=named]").First(i => page.QuerySelector($"label[for={i.Id}]")!.TextContent.Contains("Radosław", StringComparison.Ordinal)).GetAttribute("value")!;

        var answer = await head.SubmitAsync(page, address, ("restricted", "yes"), ("named", worker), ("why", "family of staff"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Contains("may lift the restriction", answer.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restrict_Again_ShowsWhoIsNamed()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var address = List + "/" + await desk.QueryAsync(c => c.Persons.Where(p => p.Restricted).Select(p => p.Id).SingleAsync()) + "/restrict";

        var page = await head.GetAsync(address);

        Assert.NotEmpty(page.QuerySelectorAll("input[name=named][checked]"));
        Assert.Equal("yes", page.QuerySelector("input[name=restricted][checked]")!.GetAttribute("value"));
    }

    /// <summary>Where the acts on ticked rows go.</summary>
    private static string Acts(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).Single(a => a.Contains("/acts", StringComparison.Ordinal));
}
