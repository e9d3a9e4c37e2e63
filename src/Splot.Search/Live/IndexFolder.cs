using System.Globalization;
using Splot.Search.Files;

namespace Splot.Search.Live;

/// <summary>
/// The folder of an index: a manifest, one folder for each segment, and folders in which segments are being built. Several processes may use it; whoever
/// replaces the manifest or tidies up holds the lock meanwhile.
/// </summary>
internal sealed class IndexFolder
{
    /// <summary>Prefix of files that tell which documents are gone.</summary>
    public const string DeletionsPrefix = "deleted-";

    private const string ManifestName = "index.json";
    private const string LockName = "lock";
    private const string SegmentPrefix = "segment-";
    private const string BuildingPrefix = "building-";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IndexFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>The manifest; null if nothing has been built here.</summary>
    /// <exception cref="IndexDamagedException">It is torn or altered.</exception>
    public IndexManifest? Read()
    {
        var path = System.IO.Path.Combine(Path, ManifestName);
        return File.Exists(path) ? SealedText.Read<IndexManifest>(path) : null;
    }

    public void Write(IndexManifest manifest) => SealedText.Write(System.IO.Path.Combine(Path, ManifestName), manifest);

    /// <summary>Waits for the lock; it is let go by disposing of it, or when the process ends in whatever way.</summary>
    public IDisposable Lock()
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(20))
        {
            if (TryLock(Path) is { } held)
            {
                return held;
            }

            if (waited > Patience)
            {
                throw new IOException($"Another process has been writing to the search index in {Path} for more than {Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.");
            }

            Thread.Sleep(20);
        }
    }

    public string FolderOf(string segment) => System.IO.Path.Combine(Path, segment);

    /// <summary>A new folder to build in; removed with all it holds when disposed of, or by the next process that tidies up after this one has died.</summary>
    public BuildingFolder NewBuilding() => new(System.IO.Path.Combine(Path, NewName(BuildingPrefix)));

    /// <summary>Takes a finished segment in, under a name of its own. Hold the lock until the manifest names it.</summary>
    public string Adopt(string builtFolder)
    {
        Durable.FlushFolder(builtFolder);
        var name = NewName(SegmentPrefix);
        Directory.Move(builtFolder, FolderOf(name));
        Durable.FlushFolder(Path);
        return name;
    }

    /// <summary>Removes what no manifest names and nobody builds. Hold the lock.</summary>
    public void Tidy(IndexManifest? manifest)
    {
        var named = manifest?.Segments.ToDictionary(s => s.Name, s => s.Deleted, StringComparer.Ordinal) ?? [];
        foreach (var folder in Directory.EnumerateDirectories(Path))
        {
            var name = System.IO.Path.GetFileName(folder);
            if (named.TryGetValue(name, out var deleted))
            {
                RemoveOldDeletions(folder, deleted);
            }
            else if (name.StartsWith(SegmentPrefix, StringComparison.Ordinal))
            {
                Remove(folder);
            }
            else if (name.StartsWith(BuildingPrefix, StringComparison.Ordinal) && TryLock(folder) is { } held)
            {
                held.Dispose(); // whoever built here is gone
                Remove(folder);
            }
        }
    }

    /// <summary>A name that nothing else in the index has.</summary>
    public static string NewName(string prefix) => prefix + Guid.NewGuid().ToString("N");

    internal static FileStream? TryLock(string folder)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (OperatingSystem.IsWindows() && problem is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files that somebody reads; the next one who tidies up removes them.
        }
    }

    private static void RemoveOldDeletions(string folder, string? current)
    {
        foreach (var file in Directory.EnumerateFiles(folder, DeletionsPrefix + "*"))
        {
            if (System.IO.Path.GetFileName(file) != current)
            {
                File.Delete(file);
            }
        }
    }
}

/// <summary>A folder in which segments are being built.</summary>
internal sealed class BuildingFolder : IDisposable
{
    private readonly FileStream held;

    public BuildingFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
        held = IndexFolder.TryLock(path) ?? throw new IOException($"The new folder {path} is in use.");
    }

    public string Path { get; }

    public FolderSink NewSink(string name) => new(System.IO.Path.Combine(Path, name));

    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
