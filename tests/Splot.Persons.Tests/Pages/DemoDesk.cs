using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Persons.Store;
using Splot.Testing;

namespace Splot.Persons.Tests.Pages;

/// <summary>The whole application with the demo's accounts and people.</summary>
internal sealed class DemoDesk(SplotApp app) : IAsyncDisposable
{
    public SplotApp App => app;

    public static async Task<DemoDesk> StartAsync() => new(await Staff.StartAsync());

    /// <summary>A browser that is signed in at the demo's door.</summary>
    public async Task<Browser> EnterAsync(Role role)
    {
        var browser = new Browser(app);
        var address = "/en/demo/" + role.Code();
        await browser.SubmitAsync(await browser.GetAsync(address), address);
        return browser;
    }

    /// <summary>Ids of the records of a unit, the oldest first, hidden ones left out.</summary>
    public Task<List<string>> OfUnitAsync(string unit) => QueryAsync(c => c.Persons.Where(p => p.UnitId == unit && !p.Restricted && p.ErasedAt == null && p.MergedInto == null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());

    public Task<T> QueryAsync<T>(Func<PersonsContext, Task<T>> query) => app.Services.GetRequiredService<MainStore>().ReadAsync(session => query(session.Context<PersonsContext>()), CancellationToken.None);

    /// <summary>Changes the store behind the application's back.</summary>
    public Task ChangeAsync(Func<PersonsContext, Task> change) => app.Services.GetRequiredService<MainStore>().WriteAsync(session => change(session.Context<PersonsContext>()), CancellationToken.None);

    /// <summary>From now on the account's role is for one unit only.</summary>
    public Task LimitAsync(string email, string unit) => app.Services.GetRequiredService<MainStore>().WriteAsync(
        async session =>
        {
            await using var command = session.Command("UPDATE access_grant SET unit_id = @unit WHERE account_id = (SELECT id FROM access_account WHERE email = @email)").With("unit", unit).With("email", email);
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        },
        CancellationToken.None);

    /// <summary>A number that a statement tells.</summary>
    public Task<long> NumberAsync(string sql) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        async session =>
        {
            await using var command = session.Command(sql);
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        },
        CancellationToken.None);

    /// <summary>The ids that a page's table links to.</summary>
    public static IReadOnlyList<string> Linked(IDocument page) =>
        [.. page.QuerySelectorAll("table a").Select(a => a.GetAttribute("href")!).Where(h => h.Contains("/desk/persons/", StringComparison.Ordinal)).Select(h => h.Split('/')[^1])];

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
