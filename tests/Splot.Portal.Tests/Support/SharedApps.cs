using System.Collections.Concurrent;
using Splot.Data;

namespace Splot.Portal.Tests.Support;

/// <summary>One portal for each engine, for tests that only read. Made at first use, gone with the class's tests.</summary>
public abstract class SharedApps : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Engine, Lazy<Task<PortalApp>>> apps = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal Task<PortalApp> OnAsync(Engine engine) => apps.GetOrAdd(engine, e => new Lazy<Task<PortalApp>>(() => CreateAsync(e))).Value;

    private protected abstract Task<PortalApp> CreateAsync(Engine engine);

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps.Values.Where(a => a.Value.IsCompletedSuccessfully))
        {
            await (await app.Value).DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
