using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Splot.Contracts.Hosting;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Testing;
using Splot.Web.Hosting;

[assembly: AssemblyFixture(typeof(Splot.Journeys.Tests.DemoSite))]

namespace Splot.Journeys.Tests;

/// <summary>The whole of Splot with the demo, on a port of its own, and one browser for all journeys.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>An invented project, and another that was withdrawn with a reason.</summary>
    public const string Invented = "/projects/bg-2021-demo-062", Withdrawn = "/projects/" + WithdrawnId;

    private const string WithdrawnId = "pl-2021-demo-001";
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

        app = SplotWeb.Build(new SplotOptions { DataFolder = folder.Location, Demo = true, RateLimit = 0, Urls = ["http://127.0.0.1:0"] }, builder => builder.Logging.ClearProviders());
        var preparation = app.Services.GetRequiredService<Preparation>();
        await preparation.MigrateAsync(CancellationToken.None);
        await preparation.LoadDemoAsync(CancellationToken.None);
        await WithdrawAsync(app.Services);
        await app.StartAsync();
        foreach (var follower in app.Services.GetServices<ICatchUp>())
        {
            await follower.CatchUpAsync(CancellationToken.None);
        }

        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page in a window of a size, with or without scripts; with styles of the reader's own, which our policy would keep out, where asked for. Of this site, or of <paramref name="site"/>.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1440, int height = 900, bool scripts = true, int status = 200, bool ownStyles = false, string? site = null)
    {
        RequireBrowser();
        var context = await Browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, JavaScriptEnabled = scripts, BypassCSP = ownStyles });
        var page = await context.NewPageAsync();
        var response = await page.GotoAsync((site ?? Address) + path);
        Assert.Equal(status, response!.Status);
        return page;
    }

    /// <summary>Skips the test where there is no browser; fails it in CI.</summary>
    public void RequireBrowser()
    {
        if (Browser is null && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(Absent + " In CI no test may be skipped for want of a tool.");
        }

        Assert.SkipWhen(Browser is null, Absent);
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

    private static async Task WithdrawAsync(IServiceProvider services)
    {
        var withdraw = services.GetServices<Verb>().Single(v => v.Name == "withdraw");
        var reason = new Dictionary<string, string>(StringComparer.Ordinal) { ["--reason"] = "Published by mistake." };
        Assert.Equal(ExitCode.Done, await withdraw.RunAsync(new VerbCall([WithdrawnId], reason, TextReader.Null, Stream.Null, TextWriter.Null, TextWriter.Null, services), CancellationToken.None));
    }

    private static string? Chromium() => Environment.GetEnvironmentVariable("SPLOT_TEST_CHROMIUM") is { Length: > 0 } given
        ? given
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
}
