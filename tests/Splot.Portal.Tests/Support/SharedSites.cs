using System.Collections.Concurrent;
using Splot.Data;
using Splot.Testing;

namespace Splot.Portal.Tests.Support;

/// <summary>One whole application for each engine, for tests that only read. Made at first use, gone with the class's tests.</summary>
public abstract class SharedSites : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Engine, Lazy<Task<SplotApp>>> apps = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal Task<SplotApp> OnAsync(Engine engine) => apps.GetOrAdd(engine, e => new Lazy<Task<SplotApp>>(() => StartAsync(e))).Value;

    private protected abstract Task FillAsync(SplotApp app);

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps.Values.Where(a => a.Value.IsCompletedSuccessfully))
        {
            await (await app.Value).DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private async Task<SplotApp> StartAsync(Engine engine)
    {
        var app = await Site.StartAsync(engine);
        await FillAsync(app);
        return app;
    }
}
