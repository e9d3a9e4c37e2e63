using System.Globalization;

namespace Splot.Data;

/// <summary>
/// Puts files in the place of others within a folder: what is there moves into <c>replaced-…</c> in the same folder, then the new ones
/// move in. When a move fails, all before it are taken back. Moves within a file system take no time and no room.
/// </summary>
internal sealed class Replacing
{
    private const string Kept = "replaced-";
    private const string Staged = ".restoring-";

    private readonly List<(string From, string To)> done = [];
    private readonly List<string> made = [];

    /// <summary>Removes a folder of <see cref="Stage"/> with what is left in it, and the folder around it where nothing else is in that.</summary>
    public static void Unstage(string staged)
    {
        Directory.Delete(staged, recursive: true);
        var around = Path.GetDirectoryName(staged)!;
        if (!Directory.EnumerateFileSystemEntries(around).Any())
        {
            Directory.Delete(around);
        }
    }

    /// <summary>A new folder beside the files to be replaced, for what takes their place.</summary>
    public static string Stage(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var left in Directory.EnumerateDirectories(folder, Staged + "*"))
        {
            Directory.Delete(left, recursive: true); // of a process that was killed
        }

        var staged = Path.Combine(folder, Staged + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(staged);
        return staged;
    }

    /// <summary>True for a path within the folder that lies in what an earlier restore kept, or stages.</summary>
    public static bool IsKept(string path) => path.StartsWith(Kept, StringComparison.Ordinal) || path.StartsWith(Staged, StringComparison.Ordinal);

    /// <summary>What is in the folder, without what restores kept or stage.</summary>
    public static IReadOnlyList<string> Content(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFileSystemEntries(folder).Where(e => !IsKept(Path.GetFileName(e))).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>True where the entry is the path or a folder around it.</summary>
    public static bool Holds(string entry, string path) => path == entry || path.StartsWith(entry + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>
    /// Moves the content of <paramref name="folder"/>, but not what is or holds one of <paramref name="except"/>, out of the way, and that of
    /// <paramref name="staged"/> in. Returns the folder in which the former content is kept; null where there was none.
    /// </summary>
    public string? Swap(string folder, string staged, IReadOnlyCollection<string> except, DateTimeOffset now)
    {
        var former = Content(folder).Where(e => !except.Any(x => Holds(e, x))).ToList();
        var kept = former.Count == 0 ? null : Path.Combine(folder, Kept + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        if (kept is not null)
        {
            kept = Directory.Exists(kept) ? kept + "-" + Guid.NewGuid().ToString("N")[..4] : kept;
            Directory.CreateDirectory(kept);
            made.Add(kept);
        }

        foreach (var entry in former)
        {
            Move(entry, Path.Combine(kept!, Path.GetFileName(entry)));
        }

        // The main store comes last: until it is there, nothing looks like a complete installation.
        foreach (var entry in Directory.EnumerateFileSystemEntries(staged).OrderBy(e => Path.GetFileName(e) == BackupManifest.MainFile))
        {
            Move(entry, Path.Combine(folder, Path.GetFileName(entry)));
        }

        return kept;
    }

    /// <summary>Takes back what was moved.</summary>
    public void Undo()
    {
        for (var i = done.Count - 1; i >= 0; i--)
        {
            Directory.Move(done[i].To, done[i].From);
        }

        made.ForEach(Directory.Delete);
    }

    private void Move(string from, string to)
    {
        Directory.Move(from, to); // files too
        done.Add((from, to));
    }
}
