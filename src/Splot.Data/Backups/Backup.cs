using System.IO.Compression;
using System.Reflection;

namespace Splot.Data;

/// <summary>What came of a backup.</summary>
public abstract record BackupOutcome
{
    private BackupOutcome()
    {
    }

    /// <summary>The archive is written and was read again.</summary>
    /// <param name="Files">How many files it holds beside its manifest.</param>
    /// <param name="Bytes">Their length before packing.</param>
    public sealed record Written(int Files, long Bytes) : BackupOutcome;

    /// <summary>There is no store yet.</summary>
    public sealed record Nothing : BackupOutcome;
}

/// <summary>
/// Takes a backup while the installation runs: the stores as they are at one moment, and the keys. On PostgreSQL the schema main by
/// pg_dump; the public store is a projection of it and is written anew when the backup is restored.
/// </summary>
public sealed class Backup(MainStore main, PublicStore open, SplotOptions options, TimeProvider clock)
{
    private const string HasConsumers = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'data_consumer'";
    private const string ReadConsumers = "SELECT name, window_floor, window_ceiling, last_sequence FROM data_consumer";
    private const string ForgetConsumers = "DELETE FROM data_consumer";
    private const string AddConsumer = """
        INSERT INTO data_consumer (name, window_floor, window_ceiling, last_sequence, failures) VALUES (@name, @floor, @ceiling, @last, 0)
        """;

    /// <summary>Version of this program.</summary>
    internal static string Version => typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Writes the archive to the stream, which stays open; <paramref name="folder"/> is an empty one for what it is made from.</summary>
    /// <exception cref="RequirementException">A program of PostgreSQL is missing or fails, or the archive does not read as it was written.</exception>
    public async Task<BackupOutcome> WriteAsync(Stream target, string folder, CancellationToken cancellation)
    {
        if (!await IsThereAsync(main, cancellation))
        {
            return new BackupOutcome.Nothing();
        }

        var stores = new List<Store> { main };
        var files = new List<(string Path, string File)>();
        var anchors = CopyAnchors(folder);
        if (main.Engine == Engine.Postgres)
        {
            files.Add((BackupManifest.DumpFile, Path.Combine(folder, BackupManifest.DumpFile)));
            await PostgresTools.DumpAsync(main.Target.Location, files[0].File, cancellation);
        }
        else
        {
            var withPublic = open.Engine == Engine.Sqlite && File.Exists(open.Target.Location);
            await CopyAsync(folder, withPublic, cancellation);
            files.Add((BackupManifest.MainFile, Path.Combine(folder, BackupManifest.MainFile)));
            if (withPublic)
            {
                stores.Add(open);
                files.Add((BackupManifest.PublicFile, Path.Combine(folder, BackupManifest.PublicFile)));
            }
        }

        files.AddRange(Keys(options));
        files.AddRange(anchors);
        return await PackAsync(target, files, await MigrationsAsync(stores, cancellation), cancellation);
    }

    /// <summary>The folder of keys.</summary>
    internal static string KeysFolder(SplotOptions options) => options.KeysFolder ?? Path.Combine(options.DataFolder, "keys");

    /// <summary>True where the store is there and was migrated.</summary>
    internal static async Task<bool> IsThereAsync(Store store, CancellationToken cancellation)
    {
        if (store.Engine == Engine.Sqlite && !File.Exists(store.Target.Location))
        {
            return false;
        }

        await using var connection = await store.OpenAsync(cancellation);
        return !(await MigrationHistory.ReadAsync(store, connection, cancellation)).IsEmpty;
    }

    /// <summary>
    /// Copies public first, then main, and puts the consumers in the copy back to where they stood before: what main has and public has
    /// not yet is then delivered again, and delivering twice does no harm. So nobody has to wait for a backup.
    /// </summary>
    private async Task CopyAsync(string folder, bool withPublic, CancellationToken cancellation)
    {
        var before = await ConsumersAsync(cancellation);
        if (withPublic)
        {
            SqliteCopy.Make(open.Target.Location, Path.Combine(folder, BackupManifest.PublicFile));
            await CheckAsync(Path.Combine(folder, BackupManifest.PublicFile), cancellation);
        }

        var copy = Path.Combine(folder, BackupManifest.MainFile);
        SqliteCopy.Make(main.Target.Location, copy);
        await CheckAsync(copy, cancellation);
        await using var connection = await SqliteCopy.OpenAsync(copy, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(transaction, ForgetConsumers, [], cancellation);
        foreach (var (name, floor, ceiling, last) in before)
        {
            await connection.ExecuteAsync(transaction, AddConsumer, [("name", name), ("floor", floor), ("ceiling", ceiling), ("last", last)], cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task CheckAsync(string copy, CancellationToken cancellation)
    {
        if (!await SqliteCopy.IsSoundAsync(copy, cancellation))
        {
            throw new RequirementException($"The store {Path.GetFileName(copy)} is damaged, so a backup of it would be too; restore an earlier one.");
        }
    }

    private async Task<List<(string Name, long Floor, long Ceiling, long Last)>> ConsumersAsync(CancellationToken cancellation)
    {
        var found = new List<(string, long, long, long)>();
        await using var connection = await main.OpenAsync(cancellation);
        await using var exists = connection.Prepare(null, HasConsumers, []);
        if (await exists.ExecuteScalarAsync(cancellation) is 0L)
        {
            return found;
        }

        await using var command = connection.Prepare(null, ReadConsumers, []);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return found;
    }

    private static async Task<List<BackedUpMigration>> MigrationsAsync(IEnumerable<Store> stores, CancellationToken cancellation)
    {
        var found = new List<BackedUpMigration>();
        foreach (var store in stores)
        {
            await using var connection = await store.OpenAsync(cancellation);
            found.AddRange((await MigrationHistory.ReadAsync(store, connection, cancellation)).Applied);
        }

        return found;
    }

    private static IEnumerable<(string Path, string File)> Keys(SplotOptions options)
    {
        var folder = KeysFolder(options);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => !Replacing.IsKept(Path.GetRelativePath(folder, f)) && !IsAnchor(f))
                .Order(StringComparer.Ordinal)
                .Select(f => (BackupManifest.KeysFolder + Path.GetRelativePath(folder, f).Replace('\\', '/'), f))
            : [];
    }

    /// <summary>
    /// The anchors of the audit are taken before the stores: the copy of the store then knows every entry that they name. Keys are taken
    /// after the stores, so that nothing in these asks for a key that is not in the archive.
    /// </summary>
    private List<(string Path, string File)> CopyAnchors(string folder)
    {
        var copies = new List<(string, string)>();
        var keys = KeysFolder(options);
        foreach (var anchor in (Directory.Exists(keys) ? Directory.GetFiles(keys) : []).Where(IsAnchor).Order(StringComparer.Ordinal))
        {
            var copy = Path.Combine(folder, Path.GetFileName(anchor));
            File.Copy(anchor, copy);
            copies.Add((BackupManifest.KeysFolder + Path.GetFileName(anchor), copy));
        }

        return copies;
    }

    private static bool IsAnchor(string path) => Path.GetFileName(path).StartsWith(AuditAnchors.FileName, StringComparison.Ordinal);

    private async Task<BackupOutcome> PackAsync(Stream target, List<(string Path, string File)> files, List<BackedUpMigration> migrations, CancellationToken cancellation)
    {
        var packed = new List<BackedUpFile>();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, file) in files)
            {
                packed.Add(await BackupArchive.AddAsync(archive, path, file, cancellation));
            }

            var engine = main.Engine == Engine.Sqlite ? BackupManifest.Sqlite : BackupManifest.Postgres;
            await BackupArchive.AddAsync(archive, new BackupManifest(1, Version, engine, clock.GetUtcNow(), migrations, packed), cancellation);
        }

        target.Position = 0;
        if (await BackupArchive.OpenAsync(target, cancellation) is not { } written || await BackupArchive.UnpackAsync(written.Archive, written.Manifest, null, cancellation) is not null)
        {
            throw new RequirementException("The archive does not read as it was written; have the disk checked and try another one.");
        }

        written.Archive.Dispose();
        return new BackupOutcome.Written(packed.Count, packed.Sum(f => f.Bytes));
    }
}
