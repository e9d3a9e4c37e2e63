using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;

namespace Splot.Data.Tests.Outbox;

public class OutboxPumpTests
{
    [Theory, EachEngine]
    public async Task Drain_EventsOfManyTransactions_HeardOnceInOrder(Engine engine)
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        var expected = Enumerable.Range(0, 250).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var chunk in expected.Chunk(50))
        {
            await stores.Main.PublishAsync(chunk);
        }

        var delivered = await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(250, delivered);
        Assert.Equal(expected, listener.Heard);
    }

    [Theory, EachEngine]
    public async Task Drain_EventsOfOtherNames_PassedOver(Engine engine)
    {
        var listener = new Listener { Events = new HashSet<string> { "another.event" } };
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        await stores.Main.PublishAsync("a");

        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Empty(listener.Heard);
        Assert.Equal([new ConsumerStatus("listener", 0, 0, null)], await stores.Get<OutboxPump>().StatusAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Drain_ConsumerPublishesItself_ItsEventIsHeardToo(Engine engine)
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        listener.OnHeard = (aviary, _) => aviary == "first" ? stores.Main.PublishAsync("second") : Task.CompletedTask;
        await stores.Main.PublishAsync("first");

        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["first", "second"], listener.Heard);
    }

    [Theory, EachEngine]
    public async Task Drain_OneConsumerFails_OtherIsServedAndFailureTold(Engine engine)
    {
        var failing = new Listener("failing") { OnHeard = (_, _) => throw new InvalidOperationException("No perch.") };
        var other = new Listener("other");
        await using var stores = await TestStore.CreateAsync(engine, services =>
        {
            failing.AddTo(services);
            services.AddSingleton<IConsumer>(other);
        });
        await stores.Main.PublishAsync("a", "b");

        var told = await Assert.ThrowsAsync<OutboxException>(() => stores.Get<OutboxPump>().DrainAsync(CancellationToken.None));

        Assert.Equal("failing cannot handle an event: No perch.", told.Message);
        Assert.Equal(["a", "b"], other.Heard);
        var status = (await stores.Get<OutboxPump>().StatusAsync(CancellationToken.None))[0];
        Assert.Equal((2, 1), (status.Waiting, status.Failures));
        Assert.EndsWith("No perch.", status.LastError, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Drain_AfterFailure_GoesOnWithTheFailedEvent(Engine engine)
    {
        var broken = true;
        var listener = new Listener { OnHeard = (aviary, _) => aviary == "b" && broken ? throw new InvalidOperationException("No perch.") : Task.CompletedTask };
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        await stores.Main.PublishAsync("a", "b", "c");
        await Assert.ThrowsAsync<OutboxException>(() => stores.Get<OutboxPump>().DrainAsync(CancellationToken.None));

        broken = false;
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["a", "b", "b", "c"], listener.Heard);
        Assert.Equal([new ConsumerStatus("listener", 0, 0, null)], await stores.Get<OutboxPump>().StatusAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Run_AfterFailures_WaitsLongerEachTime(Engine engine)
    {
        var listener = new Listener { OnHeard = (_, _) => throw new InvalidOperationException("No perch.") };
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        await stores.Main.PublishAsync("a");
        var attempts = new List<int>();

        for (var second = 0; second < 8; second++)
        {
            await stores.Get<OutboxPump>().RunAsync(listener);
            attempts.Add(listener.Heard.Count);
            stores.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 2, 2, 3, 3, 3, 3, 4], attempts);
    }

    [Theory, EachEngine]
    public async Task Run_ProcessDiesInTheMiddle_AnotherOneDeliversAgain(Engine engine)
    {
        var never = new TaskCompletionSource();
        var dying = new Listener { OnHeard = (aviary, _) => aviary == "c" ? never.Task : Task.CompletedTask };
        var heir = new Listener();
        await using var stores = await TestStore.CreateAsync(engine, heir.AddTo);
        await using var process = stores.AnotherProcess(dying.AddTo, new ManualClock(stores.Clock.GetUtcNow()));
        await stores.Main.PublishAsync("a", "b", "c", "d");
        var run = process.GetRequiredService<OutboxPump>().RunAsync(dying);
        await UntilAsync(() => dying.Heard.Count == 3);

        var early = await stores.Get<OutboxPump>().RunAsync(heir);
        stores.Clock.Advance(TimeSpan.FromSeconds(31));
        await stores.Get<OutboxPump>().RunAsync(heir);

        Assert.True(early.Busy);
        Assert.Equal(["a", "b", "c", "d"], heir.Heard);

        // The first one wakes up: it must not put the position back.
        never.SetResult();
        await run;
        await stores.Main.PublishAsync("e");
        await stores.Get<OutboxPump>().RunAsync(heir);
        Assert.Equal(["a", "b", "c", "d", "e"], heir.Heard);
    }

    [Theory, EachEngine]
    public async Task Run_HandlerTakesLongerThanTheLease_LeaseIsKept(Engine engine)
    {
        var done = new TaskCompletionSource();
        var slow = new Listener { OnHeard = (_, _) => done.Task };
        await using var stores = await TestStore.CreateAsync(engine, slow.AddTo);
        await using var process = stores.AnotherProcess(new Listener().AddTo);
        await stores.Main.PublishAsync("a");
        var run = stores.Get<OutboxPump>().RunAsync(slow);
        await UntilAsync(() => slow.Heard.Count == 1);

        for (var i = 0; i < 6; i++)
        {
            stores.Clock.Advance(TimeSpan.FromSeconds(10));
            var now = stores.Clock.GetUtcNow().ToUnixTimeMilliseconds();
            await UntilAsync(async () => await LeaseAsync(stores.Main) > now + 20_000);
        }

        var other = await process.GetRequiredService<OutboxPump>().RunAsync(new Listener());
        done.SetResult();
        Assert.True(other.Busy);
        Assert.Equal(1, (await run).Delivered);
    }

    [Theory, EachEngine]
    public async Task Drain_TwoProcesses_NeverAtOnceAndEachEventOnce(Engine engine)
    {
        var inside = 0;
        var most = 0;
        var listener = new Listener
        {
            OnHeard = async (_, cancellation) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Delay(2, cancellation);
                Interlocked.Decrement(ref inside);
            },
        };
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        await using var process = stores.AnotherProcess(listener.AddTo);
        await stores.Main.PublishAsync([.. Enumerable.Range(0, 40).Select(i => i.ToString(CultureInfo.InvariantCulture))]);

        await Task.WhenAll(
            stores.Get<OutboxPump>().DrainAsync(CancellationToken.None),
            process.GetRequiredService<OutboxPump>().DrainAsync(CancellationToken.None));

        Assert.Equal(1, most);
        Assert.Equal(40, listener.Heard.Count);
    }

    [Theory, EachEngine]
    public async Task Service_EventPublished_HeardWithinASecond(Engine engine)
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(engine, listener.AddTo);
        var service = stores.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<OutboxService>().Single();
        await service.StartAsync(CancellationToken.None);
        await stores.Main.PublishAsync("a");
        await UntilAsync(() => stores.Clock.Waiting > 0);
        var before = listener.Heard.Count;

        stores.Clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => listener.Heard.Count == 1);

        await service.StopAsync(CancellationToken.None);
        Assert.Equal(0, before);
    }

    private static Task<long> LeaseAsync(Store store) => store.ReadAsync(
        async session =>
        {
            await using var command = session.Command("SELECT lease_until FROM data_consumer");
            return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        },
        CancellationToken.None);

    private static Task UntilAsync(Func<bool> condition) => Eventually.TrueAsync(() => Task.FromResult(condition()));

    private static Task UntilAsync(Func<Task<bool>> condition) => Eventually.TrueAsync(condition);
}
