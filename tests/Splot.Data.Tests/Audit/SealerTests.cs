using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Hosting;
using Splot.Testing;

namespace Splot.Data.Tests.Audit;

public class SealerTests
{
    private static readonly TimeSpan MoreThanTheLease = TimeSpan.FromSeconds(11);

    [Theory, EachEngine]
    public async Task Seal_Entries_ChainedInOrderAndAnchored(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.RecordAsync("a", "b");
        Assert.Equal(2, await stores.SealAsync());
        await stores.RecordAsync("c");
        Assert.Equal(1, await stores.SealAsync());
        Assert.Equal(0, await stores.SealAsync());

        Assert.Equal(["a", "b", "c"], await stores.ChainAsync());
        var whole = Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync());
        Assert.Equal((3L, 0L, 2), (whole.Checked, whole.Unsealed, whole.Anchors));
    }

    [Fact]
    public async Task Seal_TransactionsOverlap_InTheOrderOfTheirCommits()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Postgres);
        await using var older = await OpenCommand.BeginAsync(stores, "older");
        await stores.RecordAsync("newer"); // waits for nobody

        await stores.SealAsync();
        var before = await stores.ChainAsync();
        await older.CommitAsync();
        await stores.SealAsync();

        Assert.Equal(["newer"], before);
        Assert.Equal(["newer", "older"], await stores.ChainAsync());
        Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync());
    }

    [Fact]
    public async Task Seal_OpenTransactionIsRolledBack_NothingOfItIsSealed()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Postgres);
        await using (var older = await OpenCommand.BeginAsync(stores, "never"))
        {
            await stores.RecordAsync("a");
            await stores.SealAsync();
        }

        await stores.RecordAsync("b");
        await stores.SealAsync();

        Assert.Equal(["a", "b"], await stores.ChainAsync());
    }

    [Theory, EachEngine]
    public async Task Seal_ProcessDiesBetweenBatches_AnotherGoesOn(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, SmallBatches);
        await using var next = stores.AnotherProcess(SmallBatches);
        await stores.RecordAsync("a", "b", "c", "d", "e");
        await stores.Get<AuditSealer>().SealBatchAsync(CancellationToken.None); // and no anchor

        Assert.Equal(0, await next.SealAsync()); // as far as it can tell the first one is alive
        stores.Clock.Advance(MoreThanTheLease);
        Assert.Equal(3, await next.SealAsync());

        Assert.Equal(["a", "b", "c", "d", "e"], await stores.ChainAsync());
        Assert.Equal(5, Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync()).Checked);
        Assert.Equal(5, Assert.Single(stores.Get<AuditAnchors>().Read()).Number);
    }

    [Theory, EachEngine]
    public async Task Seal_ProcessDiesBeforeItsAnchor_TheNextLookWritesIt(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await using var next = stores.AnotherProcess();
        await stores.RecordAsync("a");
        await stores.Get<AuditSealer>().SealBatchAsync(CancellationToken.None);
        stores.Clock.Advance(MoreThanTheLease);

        await next.SealAsync();

        Assert.Equal(1, Assert.Single(stores.Get<AuditAnchors>().Read()).Number);
    }

    [Theory, EachEngine]
    public async Task Seal_ProcessThatEndsInOrder_LetsGo(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await using var next = stores.AnotherProcess();
        await stores.RecordAsync("a");
        await stores.SealAsync();
        await stores.RecordAsync("b");
        Assert.Equal(0, await next.SealAsync());

        await stores.Get<AuditSealer>().LetGoAsync();

        Assert.Equal(1, await next.SealAsync());
    }

    [Theory, EachEngine]
    public async Task Seal_SilentProcessWakesUp_SealsNothingTwice(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, SmallBatches);
        await using var next = stores.AnotherProcess(SmallBatches);
        await stores.RecordAsync("a", "b", "c");
        await stores.Get<AuditSealer>().SealBatchAsync(CancellationToken.None);
        stores.Clock.Advance(MoreThanTheLease);
        await next.SealAsync();

        var (head, added) = await stores.Get<AuditSealer>().SealBatchAsync(CancellationToken.None);

        Assert.Null(head);
        Assert.Equal(0, added);
        Assert.Equal(["a", "b", "c"], await stores.ChainAsync());
    }

    [Theory, EachEngine]
    public async Task Seal_ManyWritersAndTwoSealers_EveryEntryOnceAndEachWritersInOrder(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, services => services.AddSingleton(new AuditOptions { Batch = 7, Lease = TimeSpan.Zero }));
        await using var other = stores.AnotherProcess(services => services.AddSingleton(new AuditOptions { Batch = 5, Lease = TimeSpan.Zero }));
        using var over = new CancellationTokenSource();
        var sealers = new[] { stores.Services, other }.Select(process => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await process.GetRequiredService<AuditSealer>().SealBatchAsync(CancellationToken.None);
            }
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await stores.RecordAsync($"{writer}:{i:00}");
            }
        })));
        await over.CancelAsync();
        await Task.WhenAll(sealers);
        await stores.SealAsync();

        var chain = await stores.ChainAsync();
        Assert.Equal(120, chain.Count);
        Assert.All(chain.GroupBy(act => act[0]), writer => Assert.Equal(writer.Order(StringComparer.Ordinal), writer));
        Assert.Equal(120, Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync()).Checked);
    }

    [Fact]
    public async Task Seal_StoreRestoredIntoAnotherServer_NothingIsLostOrSealedTwice()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Postgres);
        await stores.RecordAsync("before");
        await stores.SealAsync();

        // What a copy from a server with far higher transaction numbers looks like.
        await stores.TamperAsync(
            "INSERT INTO data_audit (transaction_id, at, kind, act, actor_kind) VALUES (1000000000000, 0, 'change', 'waiting', 'nobody')",
            "UPDATE data_audit_head SET transaction_floor = transaction_floor + 1000000000000");
        await stores.RecordAsync("after");
        await stores.SealAsync();
        await stores.RecordAsync("later");
        await stores.SealAsync();

        Assert.Equal(["before", "waiting", "after", "later"], await stores.ChainAsync());
        Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync());
    }

    [Theory, EachEngine]
    public async Task Readiness_EntryWaitsForHalfAMinute_NotReady(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var readiness = stores.Services.GetServices<IReadiness>().OfType<AuditReadiness>().Single();
        await stores.RecordAsync("a");
        stores.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await readiness.ReasonNotReadyAsync(CancellationToken.None));

        stores.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("1 entries of the audit are not sealed, the oldest since 2026-06-01 08:00:00 UTC.", await readiness.ReasonNotReadyAsync(CancellationToken.None));
        await stores.SealAsync();

        Assert.Null(await readiness.ReasonNotReadyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Readiness_TransactionIsOpenForLong_Ready()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Postgres);
        var readiness = stores.Services.GetServices<IReadiness>().OfType<AuditReadiness>().Single();
        await using var older = await OpenCommand.BeginAsync(stores, "older");
        await stores.RecordAsync("newer");
        stores.Clock.Advance(TimeSpan.FromMinutes(5));

        await stores.SealAsync();

        Assert.Null(await readiness.ReasonNotReadyAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Service_UnderAHost_SealsWithinSeconds(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.RecordAsync("a");
        var service = stores.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<AuditService>().Single();
        await service.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(stores.Clock.Waiting > 0));

        stores.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(async () => (await stores.ChainAsync()).Count == 1);
        await service.StopAsync(CancellationToken.None);
        Assert.Null(await stores.Main.ReadAsync(session => session.Context<DataContext>().Set<AuditHeadRow>().Select(h => h.LeaseOwner).SingleAsync(), CancellationToken.None));
    }

    private static void SmallBatches(IServiceCollection services) => services.AddSingleton(new AuditOptions { Batch = 2 });

    /// <summary>A command whose entry is written and which waits for the test to commit it.</summary>
    private sealed class OpenCommand : IAsyncDisposable
    {
        private readonly TaskCompletionSource<bool> end = new();
        private Task running = Task.CompletedTask;

        public static async Task<OpenCommand> BeginAsync(TestStore stores, string act)
        {
            var command = new OpenCommand();
            var written = new TaskCompletionSource();
            command.running = stores.Main.WriteAsync(
                async session =>
                {
                    await AuditTable.AppendAsync(session, [Auditing.FullEntry(act)], stores.Clock, CancellationToken.None);
                    written.SetResult();
                    if (!await command.end.Task)
                    {
                        throw new OperationCanceledException();
                    }
                },
                CancellationToken.None);
            await written.Task;
            return command;
        }

        public async Task CommitAsync()
        {
            end.SetResult(true);
            await running;
        }

        public async ValueTask DisposeAsync()
        {
            end.TrySetResult(false);
            try
            {
                await running;
            }
            catch (OperationCanceledException)
            {
                // Rolled back, as it was told.
            }
        }
    }
}
