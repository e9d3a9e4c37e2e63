using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Callers;
using Splot.Access.KeepAccount;
using Splot.Access.Model;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using static Splot.Access.Tests.Accounts.AccountSteps;

namespace Splot.Access.Tests.Accounts;

/// <summary>The last system administrator stays.</summary>
public sealed class AdministratorTests
{
    [Theory, EachEngine]
    public async Task Administrators_WhoCloseEachOtherAtOnce_LeaveOne(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await app.InvitationAsync("one@example.org");
        await app.InvitationAsync("other@example.org");
        var accounts = await ReadAsync(app, c => c.Accounts.AsNoTracking().OrderBy(a => a.Email).ToListAsync());
        await using var scopes = new Scopes(app);
        var (one, other) = (scopes.Of(accounts[0]), scopes.Of(accounts[1]));
        for (var round = 0; round < 10; round++)
        {
            var outcomes = await Task.WhenAll(Task.Run(() => one.CloseAsync(accounts[1].Id, CancellationToken.None)), Task.Run(() => other.CloseAsync(accounts[0].Id, CancellationToken.None)));

            Assert.Equal([KeepOutcome.Done, KeepOutcome.LastAdministrator], outcomes.Order());
            var (left, closed) = outcomes[0] == KeepOutcome.Done ? (one, accounts[1]) : (other, accounts[0]);
            Assert.Equal(KeepOutcome.Done, await left.OpenAsync(closed.Id, CancellationToken.None));
        }
    }

    [Theory, EachEngine]
    public async Task Administrator_TheLastOne_KeepsRoleAndAccount(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await app.InvitationAsync("one@example.org");
        await app.InvitationAsync("other@example.org");
        var accounts = await ReadAsync(app, c => c.Accounts.AsNoTracking().OrderBy(a => a.Email).ToListAsync());
        var grant = await ReadAsync(app, c => c.Grants.Where(g => g.AccountId == accounts[0].Id).Select(g => g.Id).SingleAsync());
        await using var scopes = new Scopes(app);
        var (one, other) = (scopes.Of(accounts[0]), scopes.Of(accounts[1]));

        Assert.Equal(KeepOutcome.Done, await one.CloseAsync(accounts[1].Id, CancellationToken.None));

        // Their requests were under way when the account was closed.
        Assert.Equal(KeepOutcome.LastAdministrator, await other.CloseAsync(accounts[0].Id, CancellationToken.None));
        Assert.Equal(KeepOutcome.LastAdministrator, await other.EndAsync(accounts[0].Id, grant, CancellationToken.None));
    }

    /// <summary>Requests of several administrators that are under way.</summary>
    private sealed class Scopes(SplotApp app) : IAsyncDisposable
    {
        private readonly List<AsyncServiceScope> open = [];

        public KeepAccountHandler Of(Account account)
        {
            var scope = app.Services.CreateAsyncScope();
            open.Add(scope);
            var session = new SignedInSession { Id = account.Id, SecretHash = "", AccountId = account.Id, ProvedAt = app.Clock.GetUtcNow().ToUnixTimeMilliseconds() };
            scope.ServiceProvider.GetRequiredService<Caller>().Know(session, account, [new HeldRole(Role.SystemAdministrator, null, null, null, null, account.Id)]);
            return scope.ServiceProvider.GetRequiredService<KeepAccountHandler>();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var scope in open)
            {
                await scope.DisposeAsync();
            }
        }
    }
}
