using Microsoft.EntityFrameworkCore;
using Splot.Testing;

namespace Splot.Data.Tests.Outbox;

public class CleanUpTests
{
    [Theory, EachEngine]
    public async Task CleanUp_OldEntryPassedByAll_Removed(Engine engine)
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        await stores.Main.PublishAsync("old");
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);
        stores.Clock.Advance(TimeSpan.FromDays(8));
        await stores.Main.PublishAsync("young");
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        await CleanAsync(stores);

        Assert.Equal(["young"], await AggregatesAsync(stores));
    }

    [Theory, EachEngine]
    public async Task CleanUp_OneConsumerHasNotPassed_EntryStays(Engine engine)
    {
        var slow = new Listener("slow") { OnHeard = (aviary, _) => aviary == "b" ? throw new InvalidOperationException("No perch.") : Task.CompletedTask };
        await using var stores = await TestStore.CreateAsync(engine, services =>
        {
            slow.AddTo(services);
            new Listener("quick").AddTo(services);
        });
        await stores.Main.PublishAsync("a", "b");
        await Assert.ThrowsAsync<OutboxException>(() => stores.Get<OutboxPump>().DrainAsync(CancellationToken.None));
        stores.Clock.Advance(TimeSpan.FromDays(8));

        await CleanAsync(stores);

        Assert.Equal(["b"], await AggregatesAsync(stores));
    }

    [Theory, EachEngine]
    public async Task CleanUp_ConsumerThatNeverRan_NothingRemoved(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, new Listener().AddTo);
        await stores.Main.PublishAsync("a");
        stores.Clock.Advance(TimeSpan.FromDays(8));

        await CleanAsync(stores);

        Assert.Equal(["a"], await AggregatesAsync(stores));
    }

    [Theory, EachEngine]
    public async Task Publish_AfterEverythingWasRemoved_IsHeard(Engine engine)
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        await stores.Main.PublishAsync("a");
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);
        stores.Clock.Advance(TimeSpan.FromDays(8));
        await CleanAsync(stores);

        await stores.Main.PublishAsync("b");
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["a", "b"], listener.Heard);
    }

    /// <summary>Runs the job as it comes round at night.</summary>
    private static async Task CleanAsync(TestStore stores)
    {
        await stores.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        stores.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await stores.Get<JobRunner>().RunDueAsync(CancellationToken.None));
    }

    private static Task<List<string>> AggregatesAsync(TestStore stores) => stores.Main.ReadAsync(
        session => session.Context<DataContext>().Set<OutboxRow>().OrderBy(e => e.Sequence).Select(e => e.Aggregate).ToListAsync(),
        CancellationToken.None);
}
