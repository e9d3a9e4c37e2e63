using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Tests.Canary;
using Splot.Testing;

namespace Splot.Data.Tests.Migrating;

public class MigratorTests
{
    /// <summary>Migrations of the floor and of the canary.</summary>
    private const int All = 3 + 3;

    private static readonly ModuleSchema Broken = new("broken", StoreRole.Main, typeof(CanaryContext)) { Folder = "Broken" };

    [Theory, EachEngine]
    public async Task Migrate_EmptyStore_AppliesAllOnce(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, CanaryContext.Add);

        Assert.Equal(All, await stores.MigrateAsync());
        Assert.Equal(0, await stores.MigrateAsync());
    }

    [Theory, EachEngine]
    public async Task Migrate_TwoAtOnce_OneWaitsForTheOther(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, CanaryContext.Add);
        await using var second = stores.AnotherProcess(CanaryContext.Add);
        await using var third = stores.AnotherProcess(CanaryContext.Add);

        var applied = await Task.WhenAll(
            Task.Run(stores.MigrateAsync),
            Task.Run(() => MigrateAsync(second)),
            Task.Run(() => MigrateAsync(third)));

        Assert.Equal([0, 0, All], applied.Order());
    }

    [Theory, EachEngine]
    public async Task Migrate_LockHeldElsewhere_WaitsUntilItIsFree(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, CanaryContext.Add);
        await using var connection = await stores.Main.OpenAsync(CancellationToken.None);
        var held = await MigrationLock.TakeAsync(stores.Main, connection, CancellationToken.None);

        var migrating = stores.MigrateAsync();
        await Task.Delay(300);
        var early = migrating.IsCompleted;
        await held.DisposeAsync();

        Assert.Equal((false, All), (early, await migrating));
    }

    [Theory, EachEngine]
    public async Task Migrate_AppliedTextHasChanged_RefusedInPlainWords(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, CanaryContext.Add);
        await stores.Main.WriteAsync(session => session.ExecuteAsync("UPDATE data_migration SET checksum = 'x' WHERE module = 'canary' AND number = 2", [], CancellationToken.None), CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<MigrationException>(stores.MigrateAsync);

        Assert.Equal("Migration 2 of canary was applied with another text. Use the version of Splot that made this store, or restore a backup.", refusal.Message);
    }

    [Theory, EachEngine]
    public async Task Migrate_StoreOfANewerVersion_RefusedInPlainWords(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, CanaryContext.Add);
        await stores.Main.WriteAsync(
            session => session.ExecuteAsync("INSERT INTO data_migration (module, number, name, checksum, applied_at) VALUES ('canary', 4, 'later', 'x', 0)", [], CancellationToken.None),
            CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<MigrationException>(stores.MigrateAsync);

        Assert.Equal("This store was made by a newer version of Splot (migration 4 of canary; this version knows 3). Use that version, or restore a backup.", refusal.Message);
    }

    [Theory, EachEngine]
    public async Task Migrate_MigrationFails_LeavesNothingOfItself(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, services => services.AddModuleSchema(Broken));

        var failure = await Assert.ThrowsAsync<MigrationException>(stores.MigrateAsync);

        Assert.Matches("^Migration 2 \\(breaks\\) of broken failed: .*broken_nowhere.*\\. Nothing of it was kept\\.$", failure.Message);
        Assert.Equal(1L, await ScalarAsync(stores.Main, "SELECT COUNT(*) FROM broken_egg"));
        Assert.Equal(1L, await ScalarAsync(stores.Main, "SELECT COUNT(*) FROM data_migration WHERE module = 'broken'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ScalarAsync(stores.Main, "SELECT COUNT(*) FROM broken_shell"));
    }

    [Theory, EachEngine]
    public async Task Migrate_AfterAFailure_LockIsFree(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, services => services.AddModuleSchema(Broken));
        await Assert.ThrowsAsync<MigrationException>(stores.MigrateAsync);
        await using var mended = stores.AnotherProcess(CanaryContext.Add);

        Assert.Equal(3, await MigrateAsync(mended).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory, EachEngine]
    public async Task IsCurrent_BeforeAndAfterMigrating_SaysSo(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, CanaryContext.Add);

        var before = await stores.Get<Migrator>().IsCurrentAsync(stores.Main, CancellationToken.None);
        await stores.MigrateAsync();

        Assert.False(before);
        Assert.True(await stores.Get<Migrator>().IsCurrentAsync(stores.Main, CancellationToken.None));
    }

    [Fact]
    public async Task Migrate_RoleThatMayOnlyRead_FindsNothingToDo()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Postgres, CanaryContext.Add);
        var role = PostgresServer.NewName();
        await PostgresServer.ExecuteAsync($"CREATE ROLE {role}");
        try
        {
            await using var owner = await stores.Main.OpenAsync(CancellationToken.None);
            await owner.ExecuteAsync(null, $"GRANT USAGE ON SCHEMA main TO {role}; GRANT SELECT ON ALL TABLES IN SCHEMA main TO {role}", [], CancellationToken.None);
            await using var reader = new MainStore(stores.Main.Target with { Location = $"{stores.Main.Target.Location};Options=-c role={role}" }, stores.Clock);

            Assert.Equal(0, await stores.Get<Migrator>().MigrateAsync(reader, CancellationToken.None));
            await owner.ExecuteAsync(null, $"DROP OWNED BY {role}", [], CancellationToken.None);
        }
        finally
        {
            await PostgresServer.ExecuteAsync($"DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task Migrate_NewSqliteStore_MakesNoBackup()
    {
        await using var stores = await TestStore.CreateEmptyAsync(Engine.Sqlite, CanaryContext.Add);

        await stores.MigrateAsync();

        Assert.False(Directory.Exists(Path.Combine(stores.Options.DataFolder, "backups")));
    }

    [Fact]
    public async Task Migrate_SqliteStoreInUse_BackedUpBeforeEachAndRestorable()
    {
        await using var stores = await TestStore.CreateEmptyAsync(Engine.Sqlite, services => services.AddModuleSchema(CanaryContext.Schema with { UpTo = 1 }));
        await stores.MigrateAsync();
        await stores.Main.WriteAsync(session => session.ExecuteAsync("INSERT INTO canary_bird (name, sex, aviary) VALUES ('Pip', 'f', 'north')", [], CancellationToken.None), CancellationToken.None);

        await using (var newer = stores.AnotherProcess(CanaryContext.Add))
        {
            await MigrateAsync(newer);
        }

        var folder = Path.Combine(stores.Options.DataFolder, "backups");
        var backups = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["main-20260601-080000-before-canary-0002.db", "main-20260601-080000-before-canary-0003.db"], backups);

        using var restored = new TemporaryFolder();
        File.Copy(Path.Combine(folder, backups[0]!), restored.File("main.db"));
        await using var store = new MainStore(stores.Main.Target with { Location = restored.File("main.db") }, stores.Clock);
        Assert.Equal(2, await new Migrator([CanaryContext.Schema], [], stores.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Migrator>.Instance).MigrateAsync(store, CancellationToken.None));
        Assert.Equal("Pip-1", await ScalarAsync(store, "SELECT ring FROM canary_bird"));
    }

    [Fact]
    public void Migrations_NumberLeftOut_Refused()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new ModuleSchema("gap", StoreRole.Main, typeof(CanaryContext)).Migrations(Engine.Sqlite));

        Assert.Contains("without gaps", refusal.Message, StringComparison.Ordinal);
    }

    internal static async Task<int> MigrateAsync(IServiceProvider process) =>
        await process.GetRequiredService<Migrator>().MigrateAsync(process.GetRequiredService<MainStore>(), CancellationToken.None);

    private static Task<object?> ScalarAsync(Store store, string sql) => store.ReadAsync(
        async session =>
        {
            await using var command = session.Command(sql);
            return await command.ExecuteScalarAsync();
        },
        CancellationToken.None);
}
