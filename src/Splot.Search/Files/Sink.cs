namespace Splot.Search.Files;

/// <summary>Where a new segment's parts go: into a folder, or into memory while it is small and young.</summary>
internal abstract class Sink
{
    public abstract PartWriter Create(string part);

    /// <summary>The finished part, ready to be read.</summary>
    public abstract Region Open(string part, PartSeal seal);
}

internal sealed class FolderSink(string folder) : Sink
{
    public string Folder => folder;

    public override PartWriter Create(string part)
    {
        Directory.CreateDirectory(folder);
        return new PartWriter(new FileStream(Path.Combine(folder, part), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
    }

    public override Region Open(string part, PartSeal seal) => new(Path.Combine(folder, part), seal);
}

internal sealed class MemorySink : Sink
{
    private readonly Dictionary<string, MemoryStream> parts = new(StringComparer.Ordinal);

    public override PartWriter Create(string part)
    {
        var stream = new MemoryStream();
        parts.Add(part, stream);
        return new PartWriter(stream);
    }

    public override Region Open(string part, PartSeal seal) => new(part, parts[part].GetBuffer().AsSpan(0, checked((int)seal.Length)));
}
