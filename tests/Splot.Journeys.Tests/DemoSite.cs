using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Splot.Data;
using Splot.Testing;
using Splot.Web.Hosting;

[assembly: AssemblyFixture(typeof(Splot.Journeys.Tests.DemoSite))]

namespace Splot.Journeys.Tests;

/// <summary>The whole of Splot with the demo, on a port of its own, and one browser for all journeys.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private const string Absent = "Chromium is not installed (chromium not found).";

    private readonly TemporaryFolder folder = new();
    private Microsoft.AspNetCore.Builder.WebApplication? app;
    private IPlaywright? playwright;

    public IBrowser? Browser { get; private set; }

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("SPLOT_TEST_QUICK") is { Length: > 0 } || Chromium() is not { } chromium)
        {
            return;
        }

        app = SplotWeb.Build(new SplotOptions { DataFolder = folder.Location, Demo = true, RateLimit = 0, Urls = ["http://127.0.0.1:0"] });
        var preparation = app.Services.GetRequiredService<Preparation>();
        await preparation.MigrateAsync(CancellationToken.None);
        await preparation.LoadDemoAsync(CancellationToken.None);
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of a width, with or without scripts.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1440, bool scripts = true)
    {
        if (Browser is null && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(Absent + " In CI no test may be skipped for want of a tool.");
        }

        Assert.SkipWhen(Browser is null, Absent);
        var context = await Browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, JavaScriptEnabled = scripts });
        var page = await context.NewPageAsync();
        var response = await page.GotoAsync(Address + path);
        Assert.Equal(200, response!.Status);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        folder.Dispose();
    }

    private static string? Chromium() => Environment.GetEnvironmentVariable("SPLOT_TEST_CHROMIUM") is { Length: > 0 } given
        ? given
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
}
