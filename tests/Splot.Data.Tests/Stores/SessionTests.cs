using Microsoft.EntityFrameworkCore;
using Splot.Testing;

namespace Splot.Data.Tests.Stores;

public class SessionTests
{
    [Theory, EachEngine]
    public async Task Write_ContextChanged_ReadSessionFindsRow(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);

        await stores.Main.WriteAsync(
            session =>
            {
                session.Context<DataContext>().Add(new ConsumerRow { Name = "a" });
                return Task.CompletedTask;
            },
            CancellationToken.None);

        var names = await stores.Main.ReadAsync(session => session.Context<DataContext>().Set<ConsumerRow>().Select(c => c.Name).ToListAsync(), CancellationToken.None);
        Assert.Equal(["a"], names);
    }

    [Theory, EachEngine]
    public async Task Stores_TwoTests_ShareNothing(Engine engine)
    {
        await using var one = await TestStore.CreateAsync(engine);
        await using var other = await TestStore.CreateAsync(engine);

        await one.Main.WriteAsync(
            session =>
            {
                session.Context<DataContext>().Add(new ConsumerRow { Name = "a" });
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.False(await other.Main.ReadAsync(session => session.Context<DataContext>().Set<ConsumerRow>().AnyAsync(), CancellationToken.None));
    }
}
