using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Data;

namespace Splot.Testing;

/// <summary>Short ways to people who are signed in, through the doors of the demo.</summary>
public static class Staff
{
    private static readonly string[] Rooms = ["Splot.Access", "Splot.Persons"];
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<StoreTemplate>>> Filled = new();

    /// <summary>Starts the application as a demo that holds its organisations, accounts and persons, and nothing public: on copies of stores that were filled once.</summary>
    public static async Task<SplotApp> StartAsync(
        Engine engine = Engine.Sqlite, Action<IEndpointRouteBuilder>? map = null, Action<IServiceCollection>? adjust = null, Action<IEndpointRouteBuilder>? mapBare = null) =>
        await SplotApp.StartAsync(engine, AsDemo, adjust, map, mapBare: mapBare, counting: true, template: await Filled.GetOrAdd(engine, e => new Lazy<Task<StoreTemplate>>(() => FillAsync(e))).Value);

    /// <summary>A browser that is signed in in a role.</summary>
    public static async Task<Browser> EnterAsync(this SplotApp app, Role role)
    {
        var browser = new Browser(app);
        var address = "/en/demo/" + role.Code();
        await browser.SubmitAsync(await browser.GetAsync(address), address);
        return browser;
    }

    private static SplotOptions AsDemo(SplotOptions options) => options with { Demo = true };

    private static async Task<StoreTemplate> FillAsync(Engine engine)
    {
        var app = await SplotApp.StartAsync(engine, AsDemo);
        foreach (var preset in app.Services.GetServices<IDemoPreset>().Where(p => Rooms.Contains(p.GetType().Assembly.GetName().Name)))
        {
            if (await preset.LoadAsync(CancellationToken.None) is not DemoOutcome.Loaded and var other)
            {
                throw new InvalidOperationException(other.ToString());
            }
        }

        return await app.FreezeAsync();
    }
}
