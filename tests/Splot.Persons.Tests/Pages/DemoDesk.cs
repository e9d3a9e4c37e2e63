using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Data;
using Splot.Persons.Store;
using Splot.Testing;

namespace Splot.Persons.Tests.Pages;

/// <summary>The whole application with the demo's accounts and people.</summary>
internal sealed class DemoDesk(SplotApp app) : IAsyncDisposable
{
    public SplotApp App => app;

    public static async Task<DemoDesk> StartAsync()
    {
        var app = await SplotApp.StartAsync(options: o => o with { Demo = true }, adjust: s => s.AddSingleton<IStartupFilter, StatementHeader>());
        foreach (var preset in app.Services.GetServices<IDemoPreset>().Where(p => p.GetType().Name is "DemoAccounts" or "DemoPersons"))
        {
            Assert.IsType<DemoOutcome.Loaded>(await preset.LoadAsync(CancellationToken.None));
        }

        return new DemoDesk(app);
    }

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

    /// <summary>The ids that a page's table links to.</summary>
    public static IReadOnlyList<string> Linked(IDocument page) =>
        [.. page.QuerySelectorAll("table a").Select(a => a.GetAttribute("href")!).Where(h => h.Contains("/desk/persons/", StringComparison.Ordinal)).Select(h => h.Split('/')[^1])];

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
