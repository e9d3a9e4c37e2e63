using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Portal.Store;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Store;

public sealed class SchemaTests
{
    [Theory, EachEngine]
    public async Task Model_OnMigratedStore_ReadsEveryTable(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a"));

        await app.Store.ReadAsync(
            async session =>
            {
                var context = session.Context<PortalContext>();
                Assert.Equal("a", (await context.Operations.SingleAsync()).Id);
                Assert.Equal(ChangeKind.Operations, (await context.Changes.SingleAsync()).Kind);
                Assert.Empty(await context.History.ToListAsync());
                Assert.Empty(await context.Labels.ToListAsync());
                Assert.Empty(await context.Places.ToListAsync());
                Assert.Empty(await context.Outlines.ToListAsync());
                Assert.Empty(await context.Values.ToListAsync());
                return true;
            },
            CancellationToken.None);
    }
}
