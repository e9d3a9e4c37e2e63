using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Callers;
using Splot.Access.KeepAccount;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Accounts;

/// <summary>Somebody who heads one team keeps the accounts of that team, and nothing else.</summary>
public sealed class UnitHeadTests
{
    private const string Team = "demo-team-1";

    [Theory, EachEngine]
    public async Task Accounts_OfTheOwnTeam_AreAllThatIsSeen(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var head = await app.EnterAsync(Role.UnitHead);

        var page = await head.GetAsync("/en/desk/accounts?tab=invited");

        Assert.Equal(["social-worker@demo.invalid", "unit-head-team-1@demo.invalid"], page.QuerySelectorAll(".sp-list td").Select(c => c.TextContent.Trim()).Where(t => t.Contains('@', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/roles")]
    [InlineData("/roles/end")]
    [InlineData("/close")]
    [InlineData("/open")]
    [InlineData("/sign-out-everywhere")]
    [InlineData("/invite")]
    public async Task Account_OfAnotherTeamOrOfTheWholeOrganisation_IsUnknown(string act)
    {
        await using var app = await StartAsync();
        var head = await app.EnterAsync(Role.UnitHead);
        foreach (var other in new[] { "trainer", "data-protection-officer" })
        {
            var address = $"/en/desk/accounts/{await IdAsync(app, other)}{act}";
            _ = act.Length == 0 ? await head.GetAsync(address) : await PostAsync(head, address, ("role", "trainer"), ("place", "demo-welfare/" + Team), ("grant", await GrantAsync(app, other)));

            Assert.Equal((HttpStatusCode.NotFound, other), (head.Status, other));
        }
    }

    [Theory, EachEngine]
    public async Task Handler_AskedForAccountsOfOthers_KnowsNone(Engine engine)
    {
        await using var app = await StartAsync(engine);
        foreach (var other in new[] { await IdAsync(app, "trainer"), await IdAsync(app, "data-protection-officer") })
        {
            var grant = await ReadAsync(app, c => c.Grants.Where(g => g.AccountId == other).Select(g => g.Id).FirstAsync());
            Assert.All(
                await AsHeadAsync(app, async services =>
                {
                    var handler = services.GetRequiredService<KeepAccountHandler>();
                    return new[]
                    {
                        await handler.GiveAsync(new GiveRole(other, Role.Trainer, "demo-welfare", Team, Today(app), null), CancellationToken.None),
                        await handler.EndAsync(other, grant, CancellationToken.None),
                        await handler.CloseAsync(other, CancellationToken.None),
                        await handler.OpenAsync(other, CancellationToken.None),
                        await handler.SignOutAsync(other, CancellationToken.None),
                        await services.GetRequiredService<InviteAgain>().HandleAsync(other, CancellationToken.None),
                    };
                }),
                outcome => Assert.Equal(KeepOutcome.Unknown, outcome));
        }
    }

    [Fact]
    public async Task Acts_OnSeveralAccounts_LeaveThoseOfOthersAsTheyAre()
    {
        await using var app = await StartAsync();
        var head = await app.EnterAsync(Role.UnitHead);
        var (worker, other) = (await IdAsync(app, "social-worker"), await IdAsync(app, "trainer"));

        var asked = await PostAsync(head, "/en/desk/accounts/acts", ("act", "close"), ("id", worker), ("id", other));
        Assert.Equal([worker], asked.QuerySelectorAll("main input[name=id]").Select(i => i.GetAttribute("value")));
        Assert.Empty(await ReadAsync(app, c => c.Accounts.Where(a => a.DisabledAt != null).ToListAsync()));

        var told = await PostAsync(head, "/en/desk/accounts/acts", ("act", "close"), ("sure", "yes"), ("id", worker), ("id", other));
        Assert.Single(told.QuerySelectorAll(".govuk-summary-list__value"), v => v.TextContent.Trim() == "closed");
        Assert.Equal([worker], await ReadAsync(app, c => c.Accounts.Where(a => a.DisabledAt != null).Select(a => a.Id).ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task Role_InTheOwnTeam_IsGiven(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, "social-worker"));

        await PostAsync(head, $"/en/desk/accounts/{worker}/roles", ("role", "front-office-clerk"), ("place", "demo-welfare/" + Team));

        Assert.Equal($"/en/desk/accounts/{worker}?done=role-given", head.Location);
    }

    [Theory]
    [InlineData(Role.SocialWorker, "demo-welfare", null, "Unknown")]
    [InlineData(Role.UnitHead, "demo-welfare", null, "Unknown")]
    [InlineData(Role.SocialWorker, "demo-welfare", "demo-team-2", "Unknown")]
    [InlineData(Role.SocialWorker, "demo-municipality", Team, "Unknown")]
    [InlineData(Role.SocialWorker, "demo-municipality", "demo-front-1", "Unknown")]
    [InlineData(Role.SocialWorker, null, null, "NotYours")]
    [InlineData(Role.SystemAdministrator, "demo-welfare", Team, "NotYours")]
    [InlineData(Role.DataProtectionOfficer, "demo-welfare", Team, "NotYours")]
    [InlineData(Role.Auditor, "demo-welfare", Team, "NotYours")]
    [InlineData(Role.Publisher, "demo-welfare", Team, "NotYours")]
    [InlineData(Role.RegionalCoordinator, "demo-welfare", Team, "NotYours")]
    public async Task Role_OutsideTheTeamOrWiderThanIt_IsRefused(Role role, string? organisation, string? unit, string outcome)
    {
        await using var app = await StartAsync();
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, "social-worker"));
        var before = await ReadAsync(app, c => c.Grants.CountAsync());

        await PostAsync(head, $"/en/desk/accounts/{worker}/roles", ("role", role.Code()), ("place", organisation is null ? "all" : unit is null ? organisation : organisation + "/" + unit));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        var told = await AsHeadAsync(app, s => s.GetRequiredService<KeepAccountHandler>().GiveAsync(new GiveRole(worker, role, organisation, unit, Today(app), null), CancellationToken.None));

        Assert.Equal((outcome, before), (told.ToString(), await ReadAsync(app, c => c.Grants.CountAsync())));
    }

    [Fact]
    public async Task Places_ThatAreOffered_AreTheOwnTeamAlone()
    {
        await using var app = await StartAsync();
        var head = await app.EnterAsync(Role.UnitHead);

        var account = await head.GetAsync("/en/desk/accounts/" + await IdAsync(app, "social-worker"));

        Assert.Equal(["", "demo-welfare/" + Team], account.QuerySelectorAll("#place option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Invitation_GoesToTheOwnTeamAndNoFurther()
    {
        await using var app = await StartAsync();
        var head = await app.EnterAsync(Role.UnitHead);
        await head.SubmitAsync(await head.GetAsync("/en/desk/accounts/new"), "/en/desk/accounts/new", ("name", "Nowa Zmyślona"), ("email", "nowa@zmyslona.example"), ("language", "pl"));
        var role = await head.FollowAsync();
        foreach (var place in new[] { "demo-welfare", "demo-welfare/demo-team-2" })
        {
            await head.SubmitAsync(role, Action(role), ("role", "unit-head"), ("place", place));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        }

        await head.SubmitAsync(role, Action(role), ("role", "publisher"), ("place", "demo-welfare/" + Team));
        var check = await head.FollowAsync();
        await head.SubmitAsync(check, Action(check));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        await head.SubmitAsync(role, Action(role), ("role", "social-worker"), ("place", "demo-welfare/" + Team));
        check = await head.FollowAsync();
        await head.SubmitAsync(check, Action(check));

        Assert.Equal("/en/desk/accounts?tab=invited&done=invited", head.Location);
        Assert.Equal([Team], await ReadAsync(app, c => c.Grants.Where(g => c.Accounts.Any(a => a.Id == g.AccountId && a.EmailKey == "nowa@zmyslona.example")).Select(g => g.UnitId).ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task Account_ThatHoldsWiderRolesToo_IsNotTheHeadsAlone(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, "social-worker"));
        await GrantAsync(app, worker, Role.Publisher, null);
        var (own, wide) = (await GrantAsync(app, "social-worker", "social-worker"), await GrantAsync(app, "social-worker", "publisher"));

        var page = await head.GetAsync("/en/desk/accounts/" + worker);
        Assert.DoesNotContain("Publisher", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        foreach (var act in new[] { "close", "open", "sign-out-everywhere" })
        {
            await PostAsync(head, $"/en/desk/accounts/{worker}/{act}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        }

        await PostAsync(head, $"/en/desk/accounts/{worker}/roles/end", ("grant", wide));
        Assert.Equal(HttpStatusCode.NotFound, head.Status);
        await PostAsync(head, $"/en/desk/accounts/{worker}/roles/end", ("grant", own));
        Assert.Equal(HttpStatusCode.Redirect, head.Status);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("/change", HttpStatusCode.NotFound)]
    [InlineData("/rename", HttpStatusCode.NotFound)]
    [InlineData("/merge", HttpStatusCode.NotFound)]
    [InlineData("/close", HttpStatusCode.NotFound)]
    [InlineData("/units/new", HttpStatusCode.NotFound)]
    [InlineData("/units/demo-team-1", HttpStatusCode.NotFound)]
    public async Task Organisation_IsSeenAndNotKept(string page, HttpStatusCode status)
    {
        await using var app = await StartAsync();
        var head = await app.EnterAsync(Role.UnitHead);

        var shown = await head.GetAsync("/en/desk/organisations/demo-welfare" + page);

        Assert.Equal(status, head.Status);
        Assert.DoesNotContain(shown.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.EndsWith("/change", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Audit_ShowsTheTeamAndNobodyElse(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await app.EnterAsync(Role.SocialWorker);
        await app.EnterAsync(Role.DataProtectionOfficer);
        var head = await app.EnterAsync(Role.UnitHead);

        var text = (await head.GetAsync("/en/desk/audit")).QuerySelector(".sp-list")!.TextContent;

        Assert.Contains("Radosław Przykładny", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gniewko Hipotetyczny", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_ThatReachFurtherThanAUnitOrAnOrganisation_AreKnownFromTheTable()
    {
        Role[] further = [Role.SystemAdministrator, Role.RegionalCoordinator, Role.Publisher, Role.Auditor, Role.DataProtectionOfficer];

        Assert.Equal(further, Roles.All.Where(r => !Giving.GoesNoFurther(r, wholeOrganisation: false)));
        Assert.Equal([Role.SystemAdministrator, Role.RegionalCoordinator, Role.DataProtectionOfficer], Roles.All.Where(r => !Giving.GoesNoFurther(r, wholeOrganisation: true)));
    }

    [Fact]
    public async Task Demo_InEveryOffice_HasSomebodyWhoIsToldOfEmergencies()
    {
        await using var app = await Staff.StartAsync();
        var accounts = app.Services.GetRequiredService<IAccounts>();
        foreach (var (organisation, unit) in new[] { ("demo-municipality", "demo-front-1"), ("demo-municipality", "demo-front-2"), ("demo-welfare", Team), ("demo-welfare", "demo-team-2") })
        {
            var told = (await accounts.WhoMayAsync(Acts.WatchEmergencies, new RecordPlace(organisation, unit), CancellationToken.None)).Select(c => c.Id);
            var roles = await ReadAsync(app, c => c.Grants.Where(g => told.Contains(g.AccountId) && g.OrganisationId == organisation && g.UnitId == null).Select(g => g.Role).ToListAsync());
            Assert.Equal(["data-protection-officer", "unit-head"], roles.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The demo whose head of the social-assistance centre heads one of its teams alone; a trainer works for the other team.</summary>
    private static async Task<SplotApp> StartAsync(Engine engine = Engine.Sqlite)
    {
        var app = await Staff.StartAsync(engine);
        var head = await IdAsync(app, "unit-head");
        await app.Services.GetRequiredService<MainStore>().WriteAsync(
            s => s.Context<AccessContext>().Grants.Where(g => g.AccountId == head).ExecuteUpdateAsync(g => g.SetProperty(x => x.UnitId, Team)), CancellationToken.None);
        await GrantAsync(app, await IdAsync(app, "trainer"), Role.Trainer, "demo-team-2");
        return app;
    }

    private static async Task<T> AsHeadAsync<T>(SplotApp app, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var id = await IdAsync(app, "unit-head");
        var (account, roles) = await app.Services.GetRequiredService<MainStore>().ReadAsync(
            async s => (await s.Context<AccessContext>().Accounts.SingleAsync(a => a.Id == id), await HeldRoles.OfAsync(s, id, Today(app).DayNumber, CancellationToken.None)), CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<Caller>().Know(new SignedInSession { Id = "test", AccountId = id, SecretHash = "" }, account, roles);
        return await work(scope.ServiceProvider);
    }

    private static DateOnly Today(SplotApp app) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);

    private static string Action(IDocument page) => page.QuerySelector("form.sp-stack-l")!.GetAttribute("action")!;

    private static async Task<IDocument> PostAsync(Browser browser, string address, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync("/en/desk")).QuerySelector("form[action$=sign-out] input[type=hidden]")!;
        return await browser.PostAsync(address, [KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    private static Task<string> IdAsync(SplotApp app, string address) => ReadAsync(app, c => c.Accounts.Where(a => a.EmailKey == address + "@demo.invalid").Select(a => a.Id).SingleAsync());

    private static async Task<string> GrantAsync(SplotApp app, string address, string? role = null)
    {
        var id = await IdAsync(app, address);
        return await ReadAsync(app, c => c.Grants.Where(g => g.AccountId == id && (role == null || g.Role == role)).OrderByDescending(g => g.Id).Select(g => g.Id).FirstAsync());
    }

    private static Task GrantAsync(SplotApp app, string account, Role role, string? unit) => app.Services.GetRequiredService<MainStore>().WriteAsync(
        s =>
        {
            s.Context<AccessContext>().Grants.Add(new Grant { Id = Guid.CreateVersion7().ToString("N"), AccountId = account, Role = role.Code(), OrganisationId = "demo-welfare", UnitId = unit, FromDay = Today(app).DayNumber });
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private static Task<T> ReadAsync<T>(SplotApp app, Func<AccessContext, Task<T>> work) => app.Services.GetRequiredService<MainStore>().ReadAsync(s => work(s.Context<AccessContext>()), CancellationToken.None);
}
