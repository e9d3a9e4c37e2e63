using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using static Splot.Access.Tests.Accounts.AccountSteps;

namespace Splot.Access.Tests.Accounts;

/// <summary>Who acts for whom: named by oneself, or by whoever keeps the account.</summary>
public sealed class StandInTests
{
    [Theory, EachEngine]
    public async Task StandIn_HasTheRolesOfTheAbsentWhileTheDaysLast(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (absent, acting) = (await app.EnterAsync(Role.UnitHead), await app.EnterAsync(Role.SocialWorker));
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, acting.Status);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);

        await PostAsync(absent, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today.AddDays(1):yyyy-MM-dd}"), ("reason", "urlop"));
        Assert.Equal("/en/desk/substitutions?done=named", absent.Location);
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal(HttpStatusCode.OK, acting.Status);

        var own = await acting.GetAsync("/en/desk/substitutions");
        await acting.SubmitAsync(own, "/en/desk/substitutions/end", []);
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, acting.Status);
    }

    [Theory, EachEngine]
    public async Task StandIn_NamedForSomebodyElse_HasTheirRolesUntilItIsEnded(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (administrator, acting) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.SocialWorker));
        var head = await IdAsync(app, Role.UnitHead);

        await NameAsync(app, administrator, Role.UnitHead, Role.SocialWorker);
        Assert.Equal($"/en/desk/accounts/{head}?done=stand-in-named", administrator.Location);
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal((HttpStatusCode.OK, 1), (acting.Status, await EntriesAsync(app, "access.stand-in-named", head)));

        await administrator.SubmitAsync(await administrator.FollowAsync(), $"/en/desk/accounts/{head}/stand-ins/end");
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal((HttpStatusCode.Forbidden, 1), (acting.Status, await EntriesAsync(app, "access.stand-in-ended", head)));
    }

    [Theory]
    [InlineData(Role.UnitHead, Role.SocialWorker, Role.DataProtectionOfficer, HttpStatusCode.Redirect)] // one of theirs for another of theirs
    [InlineData(Role.UnitHead, Role.SocialWorker, Role.UnitHead, HttpStatusCode.UnprocessableEntity)] // oneself
    [InlineData(Role.UnitHead, Role.UnitHead, Role.SocialWorker, HttpStatusCode.UnprocessableEntity)] // for oneself there is another page
    [InlineData(Role.UnitHead, Role.DataProtectionOfficer, Role.SocialWorker, HttpStatusCode.UnprocessableEntity)] // who watches over others
    [InlineData(Role.SystemAdministrator, Role.DataProtectionOfficer, Role.SocialWorker, HttpStatusCode.Redirect)]
    [InlineData(Role.SystemAdministrator, Role.UnitHead, Role.Accountant, HttpStatusCode.UnprocessableEntity)] // of another organisation
    [InlineData(Role.SystemAdministrator, Role.UnitHead, Role.SystemAdministrator, HttpStatusCode.UnprocessableEntity)]
    public async Task StandIn_NamedForSomebodyElse_KeepsToTheRulesOfRoles(Role keeper, Role absent, Role standIn, HttpStatusCode status)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(keeper);

        await NameAsync(app, browser, absent, standIn);

        Assert.Equal(status, browser.Status);
    }

    [Fact]
    public async Task StandIn_ForSomebodyWithRolesElsewhere_IsNotOneUnitHeadsToName()
    {
        await using var app = await Staff.StartAsync();
        var (administrator, head) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.UnitHead));
        var clerk = await IdAsync(app, Role.FrontOfficeClerk);
        await PostAsync(administrator, $"/en/desk/accounts/{clerk}/roles", ("role", "trainer"), ("place", "demo-welfare"));

        var page = await head.GetAsync("/en/desk/accounts/" + clerk);
        await NameAsync(app, head, Role.FrontOfficeClerk, Role.SocialWorker);

        Assert.Null(page.QuerySelector("[name=who]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
    }

    [Fact]
    public async Task StandIn_OfAKeeper_NamesNobodyForThem()
    {
        await using var app = await Staff.StartAsync();
        var (administrator, acting) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.SocialWorker));
        await NameAsync(app, administrator, Role.UnitHead, Role.SocialWorker);

        await NameAsync(app, acting, Role.UnitHead, Role.DataProtectionOfficer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, acting.Status);
    }

    [Theory]
    [InlineData("2026-01-01", "2025-12-31")]
    [InlineData("2020-01-01", "2020-01-02")]
    [InlineData("2030-01-01", "2031-01-01")]
    [InlineData("rubbish", "2031-01-01")]
    public async Task StandIn_WithImpossibleDays_IsRefused(string from, string to)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);

        await PostAsync(browser, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", from), ("absent-to", to), ("reason", "urlop"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task StandIn_FromAnotherOrganisation_IsRefused()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);

        await PostAsync(browser, "/en/desk/substitutions", ("who", await IdAsync(app, Role.Accountant)), ("absent-from", "2030-01-01"), ("absent-to", "2030-01-02"), ("reason", "urlop"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task StandIn_DoesNotChangeTheRightsOfTheAbsentAndIsRecordedAsActingForThem()
    {
        await using var app = await Staff.StartAsync();
        var (absent, acting) = (await app.EnterAsync(Role.UnitHead), await app.EnterAsync(Role.SocialWorker));
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await PostAsync(absent, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today:yyyy-MM-dd}"), ("reason", "urlop"));

        await PostAsync(acting, $"/en/desk/accounts/{await IdAsync(app, Role.UnitHead)}/roles", ("role", "trainer"), ("place", "demo-welfare"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, acting.Status);
        await PostAsync(acting, $"/en/desk/accounts/{await IdAsync(app, Role.DataProtectionOfficer)}/roles", ("role", "trainer"), ("place", "demo-welfare"));

        var head = await IdAsync(app, Role.UnitHead);
        Assert.True(await app.Services.GetRequiredService<MainStore>().ReadAsync(
            s => s.Context<DataContext>().Set<AuditRow>().AnyAsync(e => e.Act == "access.role-given" && e.OnBehalfOf == head), CancellationToken.None));
    }

    [Fact]
    public async Task StandIn_GetsNoRolesOfOrganisationsInWhichTheyHaveNone()
    {
        await using var app = await Staff.StartAsync();
        var (administrator, absent, acting) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.FrontOfficeClerk), await app.EnterAsync(Role.SocialWorker));
        await PostAsync(administrator, $"/en/desk/accounts/{await IdAsync(app, Role.FrontOfficeClerk)}/roles", ("role", "unit-head"), ("place", "demo-welfare"));
        await PostAsync(administrator, $"/en/desk/accounts/{await IdAsync(app, Role.FrontOfficeClerk)}/roles", ("role", "unit-head"), ("place", "demo-municipality"));
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await PostAsync(absent, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today:yyyy-MM-dd}"), ("reason", "urlop"));

        await acting.GetAsync("/en/desk/accounts/" + await IdAsync(app, Role.DataProtectionOfficer));
        Assert.Equal(HttpStatusCode.OK, acting.Status);
        await acting.GetAsync("/en/desk/accounts/" + await IdAsync(app, Role.MunicipalOfficer));

        Assert.Equal(HttpStatusCode.NotFound, acting.Status);
    }

    /// <summary>Names somebody for somebody else, for today.</summary>
    private static async Task<IDocument> NameAsync(SplotApp app, Browser browser, Role absent, Role standIn)
    {
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        return await PostAsync(
            browser, $"/en/desk/accounts/{await IdAsync(app, absent)}/stand-ins", ("who", await IdAsync(app, standIn)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today:yyyy-MM-dd}"), ("reason", "szkolenie"));
    }
}
