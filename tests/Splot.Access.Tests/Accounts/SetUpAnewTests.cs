using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using static Splot.Access.Tests.Accounts.AccountSteps;

namespace Splot.Access.Tests.Accounts;

/// <summary>Somebody lost every way to sign in; who keeps their account sends a new invitation.</summary>
public sealed class SetUpAnewTests
{
    [Theory, EachEngine]
    public async Task SetUpAnew_Confirmed_TakesEveryWayToSignInAndInvites(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (head, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.SocialWorker));
        await ChangeAsync(app, a => a.SetProperty(x => x.PasswordHash, "hash").SetProperty(x => x.TotpSecret, "secret").SetProperty(x => x.SignedInAt, 1L), worker);
        var address = "/en/desk/accounts/" + worker + "/set-up-anew";

        await PostAsync(head, address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        await PostAsync(head, address, ("sure", "yes"));

        Assert.Equal("/en/desk/accounts/" + worker + "?done=set-up-anew", head.Location);
        var account = await ReadAsync(app, c => c.Accounts.AsNoTracking().SingleAsync(a => a.Id == worker));
        Assert.Equal((null, null, null), (account.PasswordHash, account.TotpSecret, account.SignedInAt));
        Assert.Equal((1, 1), (await EntriesAsync(app, "access.sign-in-reset", worker), await EntriesAsync(app, "access.invited", worker)));
    }

    [Fact]
    public async Task SetUpAnew_OfWhoWatchesOverOthers_IsNotAHeadsToDo()
    {
        await using var app = await Staff.StartAsync();
        var (head, officer) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.DataProtectionOfficer));
        await ChangeAsync(app, a => a.SetProperty(x => x.PasswordHash, "hash"), officer);

        foreach (var act in new[] { "set-up-anew", "close", "sign-out-everywhere" })
        {
            await PostAsync(head, "/en/desk/accounts/" + officer + "/" + act, ("sure", "yes"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        }

        var account = await ReadAsync(app, c => c.Accounts.AsNoTracking().SingleAsync(a => a.Id == officer));
        Assert.Equal(("hash", null), (account.PasswordHash, account.DisabledAt));
    }

    private static Task ChangeAsync(SplotApp app, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Account>> change, string account) =>
        app.Services.GetRequiredService<MainStore>().WriteAsync(s => s.Context<AccessContext>().Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(change), CancellationToken.None);
}
