using System.Globalization;

namespace Splot.Data;

/// <summary>Copies an SQLite store beside itself before it is changed.</summary>
internal static class SqliteBackup
{
    /// <summary>
    /// Writes <c>backups/main-20260601-080000-before-projects-0002.db</c>: a complete store that takes the place of the original when
    /// it is copied there. The name appears when the copy is complete.
    /// </summary>
    public static void Make(Store store, Migration migration, TimeProvider clock)
    {
        var folder = Path.Combine(Path.GetDirectoryName(store.Target.Location)!, "backups");
        Directory.CreateDirectory(folder);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var name = Path.GetFileNameWithoutExtension(store.Target.Location);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{stamp}-before-{migration.Module}-{migration.Number:0000}.db"));
        var unfinished = path + ".part";
        SqliteCopy.Make(store.Target.Location, unfinished);
        File.Move(unfinished, path, overwrite: true);
    }
}
