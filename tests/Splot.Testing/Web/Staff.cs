using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;

namespace Splot.Testing;

/// <summary>Short ways to people who are signed in, through the doors of the demo; the application is started with <c>Demo = true</c>.</summary>
public static class Staff
{
    private static readonly string[] Rooms = ["Splot.Access", "Splot.Persons"];

    /// <summary>Starts the application as a demo that holds its organisations, accounts and persons, and nothing public.</summary>
    public static async Task<SplotApp> StartAsync(Data.Engine engine = Data.Engine.Sqlite, Action<Microsoft.AspNetCore.Routing.IEndpointRouteBuilder>? map = null, Action<IServiceCollection>? adjust = null)
    {
        var app = await SplotApp.StartAsync(engine, o => o with { Demo = true }, adjust, map, counting: true);
        await app.LoadStaffAsync();
        return app;
    }

    /// <summary>Loads the demo's organisations, accounts and persons.</summary>
    public static async Task LoadStaffAsync(this SplotApp app)
    {
        foreach (var preset in app.Services.GetServices<IDemoPreset>().Where(p => Rooms.Contains(p.GetType().Assembly.GetName().Name)))
        {
            if (await preset.LoadAsync(CancellationToken.None) is DemoOutcome.Refused refused)
            {
                throw new InvalidOperationException(refused.ToString());
            }
        }
    }

    /// <summary>A browser that is signed in in a role.</summary>
    public static async Task<Browser> EnterAsync(this SplotApp app, Role role)
    {
        var browser = new Browser(app);
        var address = "/en/demo/" + role.Code();
        await browser.SubmitAsync(await browser.GetAsync(address), address);
        return browser;
    }
}
