using Microsoft.Data.Sqlite;
using Splot.Data.Tests.Outbox;
using Splot.Testing;

namespace Splot.Data.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Backup_WhileAConsumerRuns_KeepsItsPositionAndNotItsLease()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, listener.AddTo);
        listener.OnHeard = async (aviary, _) =>
        {
            if (aviary == "second")
            {
                await WriteAsync(stores, folder.File("backup.zip"));
            }
        };
        await stores.Main.PublishAsync("first");
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);
        await stores.Main.PublishAsync("second");
        await stores.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        var heard = new Listener();
        await using var other = await TestStore.CreateEmptyAsync(Engine.Sqlite, heard.AddTo);
        Assert.IsType<RestoreOutcome.Restored>(await other.Get<Restore>().RunAsync(folder.File("backup.zip"), replace: false, CancellationToken.None));
        await other.Get<OutboxPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(["second"], heard.Heard); // it had begun and not ended when the backup was taken
    }

    [Fact]
    public async Task Restore_OfAnyDamage_IsCompleteOrRefusedAndNeverABug()
    {
        var listener = new Listener();
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, listener.AddTo);
        await stores.Main.PublishAsync("first", "second");
        await WriteAsync(stores, folder.File("backup.zip"));
        var whole = await File.ReadAllBytesAsync(folder.File("backup.zip"));
        var random = new Random(20260601);
        var restored = 0;
        for (var i = 0; i < 120; i++)
        {
            await File.WriteAllBytesAsync(folder.File("damaged.zip"), Damaged(whole, random));
            await using var other = await TestStore.CreateEmptyAsync(Engine.Sqlite, listener.AddTo);

            if (await other.Get<Restore>().RunAsync(folder.File("damaged.zip"), replace: false, CancellationToken.None) is RestoreOutcome.Restored)
            {
                restored++;
                Assert.Equal(0, await other.MigrateAsync());
            }
            else
            {
                Assert.True(!Directory.Exists(other.Options.DataFolder) || !Directory.EnumerateFileSystemEntries(other.Options.DataFolder).Any());
            }

            SqliteConnection.ClearAllPools();
        }

        Assert.InRange(restored, 0, 119); // a byte that nobody reads may change
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        switch (random.Next(3))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                // The directory at the end is small and says most.
                var near = bytes.Length - 1 - random.Next(Math.Min(400, bytes.Length));
                bytes[near] ^= (byte)(1 + random.Next(255));
                return bytes;
            default:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 + random.Next(255));
                return bytes;
        }
    }

    private static async Task WriteAsync(TestStore stores, string path)
    {
        using var work = new TemporaryFolder();
        await using var file = File.Create(path);
        Assert.IsType<BackupOutcome.Written>(await stores.Get<Backup>().WriteAsync(file, work.Location, CancellationToken.None));
    }
}
