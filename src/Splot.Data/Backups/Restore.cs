using System.Globalization;

namespace Splot.Data;

/// <summary>What came of restoring.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    /// <summary>The backup is in place.</summary>
    /// <param name="TakenAt">When it was taken.</param>
    /// <param name="WithPublic">True when the public store was in it; else it is to be written anew.</param>
    /// <param name="Kept">Folders in which what was there before is kept.</param>
    public sealed record Restored(DateTimeOffset TakenAt, bool WithPublic, IReadOnlyList<string> Kept) : RestoreOutcome;

    /// <summary>Nothing was changed; <paramref name="Sentence"/> says why.</summary>
    public sealed record Refused(string Sentence) : RestoreOutcome;
}

/// <summary>Puts a backup in place: everything is unpacked and compared first, beside its place, and then takes it at once.</summary>
public sealed class Restore(MainStore main, SplotOptions options, IEnumerable<ModuleSchema> schemas, TimeProvider clock)
{
    private const string Others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'splot' AND pid <> pg_backend_pid()";

    /// <summary>Restores an archive.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="replace">True to put it in the place of what is there, which is then kept (on PostgreSQL: dropped).</param>
    /// <param name="cancellation">Stops before anything is put in place.</param>
    /// <exception cref="RequirementException">A program of PostgreSQL is missing or fails; nothing was changed.</exception>
    public async Task<RestoreOutcome> RunAsync(string path, bool replace, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        if (await BackupArchive.OpenAsync(file, cancellation) is not { } opened)
        {
            return Refuse($"{Path.GetFileName(path)} is no backup, or a damaged one.");
        }

        using var archive = opened.Archive;
        if (Problem(opened.Manifest) is { } problem)
        {
            return Refuse(problem);
        }

        if (await OccupiedAsync(replace, path, cancellation) is { } occupied)
        {
            return Refuse(occupied);
        }

        var staged = Replacing.Stage(options.DataFolder);
        var keys = OwnKeys ? Replacing.Stage(Backup.KeysFolder(options)) : Path.Combine(staged, "keys");
        try
        {
            if (await BackupArchive.UnpackAsync(archive, opened.Manifest, p => Place(p, staged, keys), cancellation) is { } damaged)
            {
                return Refuse($"{damaged} in the backup is damaged or missing.");
            }

            foreach (var store in Directory.EnumerateFiles(staged, "*.db"))
            {
                if (!await SqliteCopy.IsSoundAsync(store, cancellation))
                {
                    return Refuse($"{Path.GetFileName(store)} in the backup is no intact store.");
                }
            }

            return await PutAsync(opened.Manifest, staged, keys, path, cancellation);
        }
        finally
        {
            if (OwnKeys)
            {
                Replacing.Unstage(keys);
            }

            Replacing.Unstage(staged);
        }
    }

    /// <summary>True where the keys have a place of their own: on PostgreSQL the data folder is not ours to clear.</summary>
    private bool OwnKeys => main.Engine == Engine.Postgres || options.KeysFolder is not null;

    private static string Place(string path, string staged, string keys) => path.StartsWith(BackupManifest.KeysFolder, StringComparison.Ordinal)
        ? Path.Combine(keys, path[BackupManifest.KeysFolder.Length..])
        : Path.Combine(staged, path);

    private string? Problem(BackupManifest manifest)
    {
        if (manifest.Form != 1)
        {
            return $"The backup was written by a newer version of Splot ({manifest.Splot}). Use that version.";
        }

        if (manifest.Engine == BackupManifest.Sqlite != (main.Engine == Engine.Sqlite))
        {
            return manifest.Engine == BackupManifest.Sqlite
                ? "The backup holds SQLite stores, and this installation uses PostgreSQL (--database)."
                : "The backup holds a PostgreSQL store; give --database.";
        }

        try
        {
            var history = MigrationHistory.Of(manifest.Migrations);
            foreach (var schema in schemas)
            {
                _ = history.Missing(schema, schema.Migrations(main.Engine)).Count();
            }

            return null;
        }
        catch (MigrationException newer)
        {
            return newer.Message;
        }
    }

    /// <summary>Why nothing can be put in place; null where there is room, or what is there may go.</summary>
    private async Task<string?> OccupiedAsync(bool replace, string archive, CancellationToken cancellation)
    {
        if (main.Engine == Engine.Postgres)
        {
            return await Backup.IsThereAsync(main, cancellation) || Replacing.Content(Backup.KeysFolder(options)).Count > 0
                ? replace ? await OthersAsync(cancellation) : "The database or the keys folder holds something already. Give --replace to put the backup in its place; the database's schema main is then dropped."
                : null;
        }

        if (Occupants(options.DataFolder, archive).Any() || Replacing.Content(Backup.KeysFolder(options)).Count > 0)
        {
            return !replace ? $"The data folder {options.DataFolder} or the keys folder is not empty. Give --replace to put the backup in its place; what is there is kept beside it."
                : File.Exists(main.Target.Location) && await SqliteCopy.IsInUseAsync(main.Target.Location, cancellation) ? "Another process has the store open. Stop it and try again."
                : null;
        }

        return null;
    }

    private static IEnumerable<string> Occupants(string folder, string archive) => Replacing.Content(folder).Where(e => !Replacing.Holds(e, Path.GetFullPath(archive)));

    private async Task<string?> OthersAsync(CancellationToken cancellation)
    {
        await using var connection = await main.OpenAsync(cancellation);
        await using var command = connection.Prepare(null, Others, []);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0 ? "Other processes of Splot are connected to the database. Stop them and try again." : null;
    }

    private async Task<RestoreOutcome> PutAsync(BackupManifest manifest, string staged, string stagedKeys, string archive, CancellationToken cancellation)
    {
        var replacing = new Replacing();
        var kept = new List<string?>();
        var now = clock.GetUtcNow();
        var keys = Backup.KeysFolder(options);
        try
        {
            if (OwnKeys && Replacing.Content(stagedKeys).Count > 0)
            {
                kept.Add(replacing.Swap(keys, stagedKeys, [], now));
            }

            if (main.Engine == Engine.Postgres)
            {
                await PostgresTools.RestoreAsync(main.Target.Location, Path.Combine(staged, BackupManifest.DumpFile), Path.Combine(staged, "main.sql"), cancellation);
            }
            else
            {
                kept.Add(replacing.Swap(options.DataFolder, staged, OwnKeys ? [Path.GetFullPath(archive), keys] : [Path.GetFullPath(archive)], now));
            }

            return new RestoreOutcome.Restored(manifest.TakenAt, manifest.Files.Any(f => f.Path == BackupManifest.PublicFile), [.. kept.OfType<string>()]);
        }
        catch
        {
            replacing.Undo();
            throw;
        }
    }

    private static RestoreOutcome.Refused Refuse(string sentence) => new(sentence + (sentence.Contains("--replace", StringComparison.Ordinal) ? "" : " Nothing was changed."));
}
