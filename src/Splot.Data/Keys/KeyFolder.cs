namespace Splot.Data;

/// <summary>
/// The files of master keys: <c>master/0001-3f2a9c01</c> in the keys folder, 32 bytes each, for their owner only. A file appears complete,
/// is never written to again, and its name tells whether its bytes are still those.
/// </summary>
internal sealed class KeyFolder(SplotOptions options)
{
    public const string Name = "master";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Location { get; } = Path.Combine(Backup.KeysFolder(options), Name);

    /// <summary>All keys of the folder.</summary>
    /// <exception cref="RequirementException">A file no longer holds the key that its name tells of.</exception>
    public IReadOnlyDictionary<KeyId, SealingKey> Read()
    {
        var keys = new Dictionary<KeyId, SealingKey>();
        foreach (var path in Directory.Exists(Location) ? Directory.EnumerateFiles(Location) : [])
        {
            if (KeyId.Parse(Path.GetFileName(path)) is { } id)
            {
                var bytes = File.ReadAllBytes(path);
                keys[id] = bytes.Length == SealingKey.Length && new SealingKey(bytes) is var key && key.Print() == id.Print
                    ? key
                    : throw new RequirementException($"The key file {path} was damaged; put it back from a backup of the keys folder.");
            }
        }

        return keys;
    }

    /// <summary>
    /// Makes a new key with the next number. Two processes that do so at once make two keys, of which everybody takes the same one as
    /// the current, and both of which open what they sealed.
    /// </summary>
    public void Add()
    {
        MakeFolder();
        var key = SealingKey.New();
        var id = KeyId.Of(Read().Keys.Select(k => k.Number).DefaultIfEmpty().Max() + 1, key);
        var unfinished = Path.Combine(Location, $".{id}.part");
        var form = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            form.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(unfinished, form))
        {
            file.Write(key.Export());
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, Path.Combine(Location, id.ToString()), overwrite: false);
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Location);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Location)!);
            Directory.CreateDirectory(Location, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
