using Microsoft.EntityFrameworkCore;
using Splot.Data.Tests.Canary;
using Splot.Testing;

namespace Splot.Data.Tests.Stores;

/// <summary>Rows for tests of stores.</summary>
internal static class Birds
{
    public static Task<TestStore> StoresAsync(Engine engine) => TestStore.CreateAsync(engine, CanaryContext.Add);

    public static Task AddAviaryAsync(this Store store, string code) => store.WriteAsync(session => AddAviary(session, code), CancellationToken.None);

    public static Task AddAviary(WriteSession session, string code)
    {
        session.Context<CanaryContext>().Add(new Aviary { Code = code });
        return Task.CompletedTask;
    }

    public static Task<int> CountAviariesAsync(this Store store) => store.ReadAsync(CountAviariesAsync, CancellationToken.None);

    public static Task<int> CountAviariesAsync(Session session) => session.Context<CanaryContext>().Set<Aviary>().CountAsync();
}
