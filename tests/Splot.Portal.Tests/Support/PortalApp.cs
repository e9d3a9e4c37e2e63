using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Atlas;
using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Projection;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Portal.Tests.Support;

/// <summary>The portal alone, in process, on a fresh store of its own; what it publishes comes from <see cref="Source"/>.</summary>
internal sealed class PortalApp : IAsyncDisposable
{
    private readonly TestStore stores;
    private readonly WebApplication app;
    private long lastKey;

    private PortalApp(TestStore stores, WebApplication app, FakeOperations source)
    {
        this.stores = stores;
        this.app = app;
        Source = source;
        Client = app.GetTestClient();
    }

    public FakeOperations Source { get; }

    public HttpClient Client { get; }

    public ManualClock Clock => stores.Clock;

    public PublicStore Store => app.Services.GetRequiredService<PublicStore>();

    public static Task<PortalApp> CreateAsync(Engine engine, params OperationDocument[] operations) => CreateAsync(engine, o => o, operations);

    /// <summary>With options of the operator's own.</summary>
    public static async Task<PortalApp> CreateAsync(Engine engine, Func<SplotOptions, SplotOptions> options, params OperationDocument[] operations)
    {
        var fresh = await TestStore.CreateAsync(engine, s => s.AddPortal());
        var source = new FakeOperations();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(fresh.Clock);
        builder.Services.AddSplotData(options(fresh.Options with { Serve = ServedPart.Portal }));
        builder.Services.AddSplotUi(site => site.PublicUrl = "https://splot.example");
        builder.Services.AddPortal();
        builder.Services.AddSingleton<IPublishedOperations>(source);
        var host = builder.Build();
        host.Use((http, next) =>
        {
            var path = http.Request.Path.Value!.Split('/', 3);
            (Languages.Parse(path.ElementAtOrDefault(1)) ?? Language.English).MakeCurrent();
            return next(http);
        });
        host.MapPortal();
        await host.StartAsync();
        var portal = new PortalApp(fresh, host, source);
        await portal.PublishAsync([.. operations.Select(o => Given.Published(o))]);
        return portal;
    }

    public IServiceProvider Services => app.Services;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Publishes through the projection, as an import does.</summary>
    public async Task PublishAsync(params PublishedOperation[] operations)
    {
        var from = lastKey + 1;
        foreach (var operation in operations)
        {
            Source.Set(++lastKey, operation);
        }

        await ProjectAsync(from, lastKey);
    }

    /// <summary>Projects and lets the index catch up.</summary>
    public async Task<ProjectionResult> ProjectAsync(long from, long to)
    {
        var result = await Get<OperationProjection>().RunAsync(Source, from, to, null, null, CancellationToken.None);
        await CatchUpAsync();
        return result;
    }

    /// <summary>Projects names, places, outlines and figures of codes, as the territory module's events do.</summary>
    public async Task<long> ProjectTerritoryAsync(FakeLists? lists = null, FakeTerritory? territory = null, FakeBoundaries? boundaries = null)
    {
        lists ??= new FakeLists();
        territory ??= new FakeTerritory();
        var labels = await Get<LabelProjection>().RunAsync(lists, territory, CancellationToken.None);
        var places = await Get<AtlasProjection>().RunAsync(lists, territory, boundaries, CancellationToken.None);
        await CatchUpAsync();
        return labels + places;
    }

    /// <summary>Lets time pass until pages show everything that was written so far.</summary>
    public async Task SettleAsync()
    {
        for (var look = 0; look < 1_000; look++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            if ((await Get<OverviewReader>().ReadAsync(CancellationToken.None)).Sequence == Get<PortalIndex>().Search.Status.Sequence)
            {
                return;
            }

            await Task.Delay(10); // somebody else counts just now
        }

        Assert.Fail("The overview does not follow the index.");
    }

    /// <summary>Lets the index see what was written to the store.</summary>
    public Task CatchUpAsync() => Get<IndexFollower>().CatchUpAsync(CancellationToken.None);

    /// <summary>The portal's services once more on the same stores and index, as after a restart. Dispose it before this one.</summary>
    public ServiceProvider AnotherProcess() => stores.AnotherProcess(s => s.AddPortal());

    /// <summary>The page at an address, parsed; fails when the answer is not the expected one.</summary>
    public async Task<IDocument> PageAsync(string address, int status = 200)
    {
        var response = await Client.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{address} answered {(int)response.StatusCode}: {html[..Math.Min(html.Length, 2000)]}");
        return await BrowsingContext.New().OpenAsync(r => r.Content(html).Address("https://splot.example" + address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await stores.DisposeAsync();
    }
}
