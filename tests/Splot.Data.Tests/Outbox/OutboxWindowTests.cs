using Splot.Data.Tests.Stores;
using Splot.Testing;

namespace Splot.Data.Tests.Outbox;

/// <summary>PostgreSQL: entries of transactions that overlap.</summary>
public class OutboxWindowTests
{
    private const string TakeNumber = "SELECT pg_current_xact_id()";

    [Fact]
    public async Task Drain_EntryOfOpenTransactionHasLowerSequenceAndNumber_NothingIsPassed()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using var older = await OpenTransaction.BeginAsync(stores.Main);
        await older.AppendAsync("older");
        await stores.Main.PublishAsync("newer");

        await stores.Get<OutboxPump>().RunAsync(listener);
        var before = listener.Heard;
        await older.CommitAsync();
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Empty(before);
        Assert.Equal(["older", "newer"], listener.Heard);
    }

    [Fact]
    public async Task Drain_OpenTransactionHasLowerNumberAndWritesLast_NothingIsPassed()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using var older = await OpenTransaction.BeginAsync(stores.Main);
        await stores.Main.PublishAsync("newer");

        await stores.Get<OutboxPump>().RunAsync(listener);
        var before = listener.Heard;
        await older.AppendAsync("older");
        await older.CommitAsync();
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Empty(before);
        Assert.Equal(["newer", "older"], listener.Heard);
    }

    [Fact]
    public async Task Drain_EntryOfOpenTransactionHasLowerSequenceButHigherNumber_IsHeardLater()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using var first = await OpenTransaction.BeginAsync(stores.Main);
        await using var second = await OpenTransaction.BeginAsync(stores.Main);
        await second.AppendAsync("second");
        await first.AppendAsync("first");
        await first.CommitAsync();

        await stores.Get<OutboxPump>().RunAsync(listener);
        var before = listener.Heard;
        await second.CommitAsync();
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["first"], before);
        Assert.Equal(["first", "second"], listener.Heard);
    }

    [Fact]
    public async Task Drain_OpenTransactionIsRolledBack_OthersAreHeard()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using (var older = await OpenTransaction.BeginAsync(stores.Main))
        {
            await older.AppendAsync("never");
            await stores.Main.PublishAsync("newer");
        }

        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["newer"], listener.Heard);
    }

    [Fact]
    public async Task Append_AggregateOfOpenTransaction_WaitsForItsCommit()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using var first = await OpenTransaction.BeginAsync(stores.Main);
        await first.AppendAsync("same");

        var second = stores.Main.PublishAsync("same");
        var other = stores.Main.PublishAsync("other");
        await other;
        Assert.False(second.IsCompleted);

        await first.CommitAsync();
        await second;
    }

    [Fact]
    public async Task Drain_ManyWritersAtOnce_EveryEventOnceAndEachAggregateInOrderOfCommit()
    {
        var listener = new Listener { OnHeard = (_, cancellation) => Task.Delay(1, cancellation) };
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        using var over = new CancellationTokenSource();
        var pump = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await stores.Get<OutboxPump>().RunAsync(listener);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await stores.Main.PublishAsync($"{writer}:{i:00}");
            }
        })));
        await over.CancelAsync();
        await pump;
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(200, listener.Heard.Count);
        Assert.All(listener.Heard.GroupBy(h => h[0]), writer => Assert.Equal(writer.Order(StringComparer.Ordinal), writer));
    }

    [Fact]
    public async Task Drain_StoreRestoredIntoAnotherServer_NothingIsLost()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await stores.Main.PublishAsync("before");
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);
        await stores.Main.PublishAsync("waiting");
        await stores.Main.WriteAsync(
            async session =>
            {
                // What a copy from a server with far higher transaction numbers looks like.
                await session.ExecuteAsync("UPDATE data_outbox SET transaction_id = transaction_id + 1000000000000", [], CancellationToken.None);
                await session.ExecuteAsync("UPDATE data_consumer SET window_floor = window_floor + 1000000000000, window_ceiling = window_ceiling + 1000000000000", [], CancellationToken.None);
            },
            CancellationToken.None);
        await stores.Main.PublishAsync("after");

        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["before", "before", "waiting", "after"], listener.Heard);
    }

    [Fact]
    public async Task Drain_TransactionOfAnotherDatabaseIsOpen_HoldsNothingBack()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using var neighbour = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using var open = await OpenTransaction.BeginAsync(neighbour.Main);
        await stores.Main.PublishAsync("a");

        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["a"], listener.Heard);
    }

    [Fact]
    public async Task Drain_OlderTransactionEndsMeanwhile_WaitsForIt()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, listener.AddTo);
        await using var older = await OpenTransaction.BeginAsync(stores.Main);
        await older.AppendAsync("older");
        await stores.Main.PublishAsync("newer");

        var drain = stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);
        await Task.Delay(100);
        await older.CommitAsync();

        Assert.Equal(2, await drain);
    }

    /// <summary>A transaction that has its number and waits for the test to commit it.</summary>
    private sealed class OpenTransaction : IAsyncDisposable
    {
        private readonly TaskCompletionSource<string?> next = new();
        private readonly TaskCompletionSource appended = new();
        private readonly TaskCompletionSource<bool> end = new();
        private readonly Task running;

        private OpenTransaction(Store store, TaskCompletionSource begun) => running = RunAsync(store, begun);

        public static async Task<OpenTransaction> BeginAsync(Store store)
        {
            var begun = new TaskCompletionSource();
            var transaction = new OpenTransaction(store, begun);
            await begun.Task;
            return transaction;
        }

        /// <summary>Writes the entry, which otherwise happens right before the commit.</summary>
        public async Task AppendAsync(string aviary)
        {
            next.SetResult(aviary);
            await appended.Task;
        }

        public async Task CommitAsync()
        {
            end.SetResult(true);
            await running;
        }

        private async Task RunAsync(Store store, TaskCompletionSource begun)
        {
            try
            {
                await store.WriteAsync(
                    async session =>
                    {
                        await using var command = session.Command(TakeNumber);
                        await command.ExecuteScalarAsync();
                        begun.SetResult();
                        if (await next.Task is { } aviary)
                        {
                            await session.AppendAsync([], [OutboxEntry.Of(new BirdHatched(aviary))], TimeProvider.System, CancellationToken.None);
                            appended.SetResult();
                        }

                        if (!await end.Task)
                        {
                            throw new OperationCanceledException();
                        }
                    },
                    CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // Rolled back.
            }
        }

        public async ValueTask DisposeAsync()
        {
            next.TrySetResult(null);
            end.TrySetResult(false);
            await running;
        }
    }
}
