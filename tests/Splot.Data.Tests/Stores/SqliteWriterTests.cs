namespace Splot.Data.Tests.Stores;

public class SqliteWriterTests
{
    [Fact]
    public async Task Write_ManyAtOnce_TurnsInOrderOfAsking()
    {
        await using var stores = await Birds.StoresAsync(Engine.Sqlite);
        var order = new List<int>();
        var everybodyAsked = new TaskCompletionSource();
        var first = stores.Main.WriteAsync(_ => everybodyAsked.Task, CancellationToken.None);

        var others = Enumerable.Range(0, 50).Select(i => stores.Main.WriteAsync(
            _ =>
            {
                order.Add(i);
                return Task.CompletedTask;
            },
            CancellationToken.None)).ToList();
        everybodyAsked.SetResult();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task Write_CallerGivesUpWaiting_TurnPassesOn()
    {
        await using var stores = await Birds.StoresAsync(Engine.Sqlite);
        using var patience = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var first = stores.Main.WriteAsync(_ => release.Task, CancellationToken.None);
        var impatient = stores.Main.WriteAsync(session => Birds.AddAviary(session, "never"), patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult();
        await first;
        await stores.Main.AddAviaryAsync("a");

        Assert.Equal(1, await stores.Main.CountAviariesAsync());
    }

    [Fact]
    public async Task Write_AnotherProcessWritesBatchAfterBatch_GetsInBetween()
    {
        await using var stores = await Birds.StoresAsync(Engine.Sqlite);
        await using var greedy = new MainStore(stores.Main.Target, stores.Clock);
        using var over = new CancellationTokenSource();
        var batches = 0;
        var bulk = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await greedy.WriteAsync(
                    async session =>
                    {
                        await session.ExecuteAsync("UPDATE canary_aviary SET parent = NULL", [], CancellationToken.None);
                        await Task.Delay(20);
                        batches++;
                    },
                    CancellationToken.None);
            }
        });
        while (Volatile.Read(ref batches) < 3)
        {
            await Task.Delay(5);
        }

        var waits = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            var asked = Volatile.Read(ref batches);
            await stores.Main.WriteAsync(
                session =>
                {
                    waits.Add(Volatile.Read(ref batches) - asked);
                    return Birds.AddAviary(session, $"a{i}");
                },
                CancellationToken.None);
        }

        await over.CancelAsync();
        await bulk;
        Assert.All(waits, wait => Assert.InRange(wait, 0, 3));
    }

    [Fact]
    public async Task Connections_OfEveryKind_HaveForeignKeysAndWriteAheadLog()
    {
        await using var stores = await Birds.StoresAsync(Engine.Sqlite);
        var found = new List<(object?, object?)>();
        for (var i = 0; i < 3; i++)
        {
            found.Add(await stores.Main.ReadAsync(PragmasAsync, CancellationToken.None));
            found.Add(await stores.Main.WriteAsync(PragmasAsync, CancellationToken.None));
        }

        Assert.All(found, f => Assert.Equal((1L, "wal"), f));
    }

    [Fact]
    public async Task Checkpoint_AfterBulkWork_LogIsEmpty()
    {
        await using var stores = await Birds.StoresAsync(Engine.Sqlite);
        await FillAsync(stores.Main);
        var log = new FileInfo(stores.Main.Target.Location + "-wal");
        Assert.NotEqual(0, log.Length);

        var done = await stores.Main.CheckpointAsync(CancellationToken.None);

        log.Refresh();
        Assert.True(done);
        Assert.Equal(0, log.Length);
    }

    [Fact]
    public async Task Checkpoint_ReaderInTheWay_SaysNoAndLetsWritersThrough()
    {
        await using var stores = await Birds.StoresAsync(Engine.Sqlite);
        await using var reader = await stores.Main.OpenReadAsync(CancellationToken.None);
        await Birds.CountAviariesAsync(reader);
        await FillAsync(stores.Main);

        var checkpoint = stores.Main.CheckpointAsync(CancellationToken.None);
        await stores.Main.AddAviaryAsync("meanwhile");

        Assert.False(await checkpoint);
        Assert.Equal(2001, await stores.Main.CountAviariesAsync());
    }

    private static Task FillAsync(Store store) => store.WriteAsync(
        async session =>
        {
            for (var i = 0; i < 2000; i++)
            {
                await Birds.AddAviary(session, $"aviary {i}");
            }
        },
        CancellationToken.None);

    private static async Task<(object? ForeignKeys, object? Journal)> PragmasAsync(Session session)
    {
        await using var keys = session.Command("PRAGMA foreign_keys");
        await using var journal = session.Command("PRAGMA journal_mode");
        return (await keys.ExecuteScalarAsync(), await journal.ExecuteScalarAsync());
    }
}
