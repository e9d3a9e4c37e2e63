using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Demo;
using Splot.Access.Store;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Demo;

/// <summary>The demo starts again on what was done in it, and never on a store of real accounts.</summary>
public sealed class DemoAccountsTests
{
    [Theory, EachEngine]
    public async Task Load_AfterSomebodyElseWasInvited_ChangesNothing(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        await app.InvitationAsync("zofia@example.org");
        var before = await AccountsAsync(app);

        Assert.IsType<DemoOutcome.AlreadyLoaded>(await LoadAsync(app));
        Assert.Equal(before, await AccountsAsync(app));
    }

    [Theory]
    [InlineData("zofia@example.org")]
    [InlineData("system-administrator@demo.invalid")]
    public async Task Load_WhereAnAccountIsAndNoDemo_IsRefused(string email)
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { Demo = true });
        await app.InvitationAsync(email, Role.SystemAdministrator);

        Assert.IsType<DemoOutcome.Refused>(await LoadAsync(app));
        Assert.Equal(1, await AccountsAsync(app));
    }

    private static Task<DemoOutcome> LoadAsync(SplotApp app) => app.Services.GetRequiredService<DemoAccounts>().LoadAsync(CancellationToken.None);

    private static Task<int> AccountsAsync(SplotApp app) => app.Services.GetRequiredService<MainStore>().ReadAsync(s => s.Context<AccessContext>().Accounts.CountAsync(), CancellationToken.None);
}
