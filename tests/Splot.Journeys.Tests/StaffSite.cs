using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Splot.Access.Signing;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Testing;
using Splot.Web.Hosting;

namespace Splot.Journeys.Tests;

/// <summary>Splot without the demo, at a public address of its own: browsers tie passkeys to it. Pages open in the browser of <see cref="DemoSite"/>.</summary>
public sealed class StaffSite : IAsyncDisposable
{
    public const string Password = "kucyk w cichym deszczu";

    private readonly TestStore stores;
    private readonly WebApplication app;
    private readonly DemoSite demo;

    private StaffSite(TestStore stores, WebApplication app, DemoSite demo, string address) => (this.stores, this.app, this.demo, Address) = (stores, app, demo, address);

    public string Address { get; }

    public static async Task<StaffSite> StartAsync(DemoSite browsers)
    {
        browsers.RequireBrowser();
        var own = await TestStore.CreateAsync(Engine.Sqlite, services => Modules.Add(services, new SplotOptions { DataFolder = string.Empty }));
        var address = $"http://localhost:{FreePort()}";
        var built = SplotWeb.Build(own.Options with { RateLimit = 0, Urls = [address], PublicUrl = new Uri(address) }, builder => builder.Logging.ClearProviders());
        await built.StartAsync();
        return new StaffSite(own, built, browsers, address);
    }

    /// <summary>The code that an app with the secret shows now.</summary>
    public static string CodeNow(string secret) => Totp.CodeAt(secret, TimeProvider.System.GetUtcNow());

    /// <summary>The secret of an invitation's link.</summary>
    public async Task<string> InviteAsync(string email)
    {
        var invite = app.Services.GetServices<Verb>().Single(v => v.Name == "admin invite");
        var answer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        await invite.RunAsync(new VerbCall([email], new Dictionary<string, string>(StringComparer.Ordinal), TextReader.Null, Stream.Null, answer, TextWriter.Null, app.Services), CancellationToken.None);
        return answer.ToString().Trim().Split('/')[^1];
    }

    public Task<IPage> OpenAsync(string path, bool scripts = true) => demo.OpenAsync(path, scripts: scripts, site: Address);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await stores.DisposeAsync();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
