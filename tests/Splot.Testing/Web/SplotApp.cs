using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Splot.Contracts.Access;
using Splot.Contracts.Hosting;
using Splot.Data;
using Splot.Ui;
using Splot.Web.Hosting;

namespace Splot.Testing;

/// <summary>
/// The whole web application in this process, on stores of its own, with a clock that stands still: what a browser would get, without
/// a network; or, where a test is about the network, on a port of its own. The rate limit is off unless a test turns it on.
/// </summary>
/// <example><code>await using var app = await SplotApp.StartAsync();
/// var page = await app.PageAsync("/pl/projects");</code></example>
public sealed class SplotApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestStore stores;

    private SplotApp(WebApplication app, TestStore stores, HttpClient client)
    {
        this.app = app;
        this.stores = stores;
        Client = client;
    }

    /// <summary>Sends requests; does not follow redirects and keeps no cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>The clock of the application.</summary>
    public ManualClock Clock => stores.Clock;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts the application.</summary>
    /// <param name="engine">Engine of both stores.</param>
    /// <param name="options">Changes the options; the data folder is the test's own.</param>
    /// <param name="adjust">Changes services.</param>
    /// <param name="map">Adds endpoints, as a module would: open to everybody unless they say otherwise.</param>
    /// <param name="mapBare">Adds endpoints that name no act.</param>
    /// <param name="counting">True where <see cref="Statements"/> counts what requests send: what they do is then known to be the test's.</param>
    /// <param name="template">What its stores are copies of; null for empty ones.</param>
    /// <param name="network">True for the real server on a free port of this machine, with its limits.</param>
    public static async Task<SplotApp> StartAsync(
        Engine engine = Engine.Sqlite, Func<SplotOptions, SplotOptions>? options = null, Action<IServiceCollection>? adjust = null, Action<IEndpointRouteBuilder>? map = null, bool network = false,
        Action<IEndpointRouteBuilder>? mapBare = null, bool counting = false, StoreTemplate? template = null)
    {
        var own = await TestStore.CreateAsync(engine, services => Modules.Add(services, new SplotOptions { DataFolder = string.Empty }), template);
        var chosen = own.Options with { RateLimit = 0, Urls = ["http://127.0.0.1:0"] };
        chosen = options?.Invoke(chosen) ?? chosen;
        var built = SplotWeb.Build(chosen, builder =>
        {
            if (!network)
            {
                builder.WebHost.UseTestServer();
            }

            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(own.Clock));
            adjust?.Invoke(builder.Services);
        });
        map?.Invoke(built.MapGroup("").For(Acts.ReadPublished));
        mapBare?.Invoke(built);
        await built.StartAsync();
        if (chosen.Serve == ServedPart.All)
        {
            await built.Services.GetRequiredService<OutboxPump>().DrainAsync(CancellationToken.None);
        }

        if (!network)
        {
            built.GetTestServer().PreserveExecutionContext = counting;
        }

        var started = new SplotApp(built, own, network ? NetworkClient(built) : built.GetTestClient());
        await started.CatchUpAsync();
        return started;
    }

    /// <summary>Lets what follows the stores in the background take over what was written; the clock that stands still would never wake it.</summary>
    public async Task CatchUpAsync()
    {
        foreach (var follower in Services.GetServices<ICatchUp>())
        {
            await follower.CatchUpAsync(CancellationToken.None);
        }
    }

    /// <summary>Stops the application and makes a template of its stores, instead of disposing of it.</summary>
    internal async Task<StoreTemplate> FreezeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        return await stores.FreezeAsync();
    }

    /// <summary>The page at an address; fails unless the answer has the status.</summary>
    public async Task<IDocument> PageAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative));
        Xunit.Assert.Equal(status, answer.StatusCode);
        return await ParseAsync(answer);
    }

    /// <summary>The document in an answer.</summary>
    public static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(request => request.Content(html));
    }

    private static HttpClient NetworkClient(WebApplication app) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new UriBuilder(app.Urls.Single()) { Host = "localhost" }.Uri,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await stores.DisposeAsync();
    }
}
