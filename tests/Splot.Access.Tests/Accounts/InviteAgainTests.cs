using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using static Splot.Access.Tests.Accounts.AccountSteps;

namespace Splot.Access.Tests.Accounts;

/// <summary>A new link is a link and nothing else: roles that ended stay ended.</summary>
public sealed class InviteAgainTests
{
    private const string Mail = "social-worker@demo.invalid";

    [Theory, EachEngine]
    public async Task Invite_WhereTheNewestRoleEnded_SendsALinkAndGivesNoRole(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.SocialWorker));
        await EndedAsync(app, worker);

        await PostAsync(head, $"/en/desk/accounts/{worker}/invite");

        Assert.Equal($"/en/desk/accounts/{worker}?done=invited", head.Location);
        Assert.Equal((2, 1), (await GrantsAsync(app, worker), await EntriesAsync(app, "access.invited", worker)));
        Assert.Single(await app.LettersAsync(Mail));
    }

    [Theory, EachEngine]
    public async Task SetUpAnew_WhereTheNewestRoleEnded_GivesNoRole(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.SocialWorker));
        await EndedAsync(app, worker);
        await SignedInAsync(app, worker);

        await PostAsync(head, $"/en/desk/accounts/{worker}/set-up-anew", ("sure", "yes"));

        Assert.Equal($"/en/desk/accounts/{worker}?done=set-up-anew", head.Location);
        Assert.Equal(2, await GrantsAsync(app, worker));
        Assert.Single(await app.LettersAsync(Mail));
    }

    [Theory, EachEngine]
    public async Task Invite_OfSomebodyWithoutARole_IsRefused(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.SocialWorker));
        await EndAllAsync(app, worker);

        var page = await PostAsync(head, $"/en/desk/accounts/{worker}/invite");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Contains("The account holds no role", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await GrantsAsync(app, worker), await EntriesAsync(app, "access.invited", worker)));
        Assert.Empty(await app.LettersAsync(Mail));
    }

    [Theory, EachEngine]
    public async Task SetUpAnew_OfSomebodyWithoutARole_IsRefusedAndTakesNothing(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.SocialWorker));
        await EndAllAsync(app, worker);
        await SignedInAsync(app, worker);

        await PostAsync(head, $"/en/desk/accounts/{worker}/set-up-anew", ("sure", "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Equal("hash", await ReadAsync(app, c => c.Accounts.Where(a => a.Id == worker).Select(a => a.PasswordHash).SingleAsync()));
        Assert.Equal((1, 0), (await GrantsAsync(app, worker), await EntriesAsync(app, "access.sign-in-reset", worker)));
    }

    /// <summary>The account was a data-protection officer until yesterday: no head of a unit could make it one.</summary>
    private static Task EndedAsync(SplotApp app, string account) => WriteAsync(app, async c =>
    {
        var yesterday = Today(app) - 1;
        await c.Grants.AddAsync(new Grant { Id = Guid.CreateVersion7().ToString("N"), AccountId = account, Role = Role.DataProtectionOfficer.Code(), OrganisationId = "demo-welfare", FromDay = yesterday - 9, ToDay = yesterday });
    });

    private static Task EndAllAsync(SplotApp app, string account)
    {
        var day = Today(app) - 1;
        return WriteAsync(app, c => c.Grants.Where(g => g.AccountId == account).ExecuteUpdateAsync(g => g.SetProperty(x => x.FromDay, day).SetProperty(x => x.ToDay, day)));
    }

    private static Task SignedInAsync(SplotApp app, string account) =>
        WriteAsync(app, c => c.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, "hash").SetProperty(x => x.SignedInAt, 1L)));

    private static long Today(SplotApp app) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).DayNumber;

    private static Task WriteAsync(SplotApp app, Func<AccessContext, Task> work) => app.Services.GetRequiredService<MainStore>().WriteAsync(s => work(s.Context<AccessContext>()), CancellationToken.None);
}
