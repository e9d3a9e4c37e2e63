using System.Text;

namespace Splot.Data;

/// <summary>
/// A file of anchors, one a line, only ever added to. It is opened anew for each line, so that others may move it away. A line that a crash
/// tore off stays as it is, and the next begins on a line of its own.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="limit">Length from which it takes the name <c>….1</c>, in the place of the one before; null where somebody else sees to that.</param>
internal sealed class AnchorFile(string path, long? limit)
{
    private const int LongestLine = 256;

    private readonly string former = path + ".1";

    /// <summary>Every anchor of the file and of the one before it, oldest first.</summary>
    public IEnumerable<AuditAnchor> Read() => new[] { former, path }.Where(File.Exists).SelectMany(Lines).Select(AuditAnchor.Parse).OfType<AuditAnchor>();

    /// <summary>Adds an anchor, unless it is the last one already, and returns when the disk has it.</summary>
    public void Add(AuditAnchor anchor)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (limit is { } longest && File.Exists(path) && new FileInfo(path).Length >= longest)
        {
            File.Move(path, former, overwrite: true);
        }

        using var file = new FileStream(path, Form());
        var tail = Tail(file);
        var last = tail.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        if (last is not null && AuditAnchor.Parse(last) is { } known && known.Number == anchor.Number && known.Hash.SequenceEqual(anchor.Hash))
        {
            return;
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.ASCII.GetBytes((tail.Length == 0 || tail.EndsWith('\n') ? string.Empty : "\n") + anchor + "\n"));
        file.Flush(flushToDisk: true);
    }

    private static IEnumerable<string> Lines(string file)
    {
        // Whoever writes at this moment must not be in the way, nor be kept from it.
        using var lines = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (lines.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static FileStreamOptions Form()
    {
        var form = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            form.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return form;
    }

    private static string Tail(FileStream file)
    {
        file.Seek(-Math.Min(file.Length, LongestLine), SeekOrigin.End);
        var bytes = new byte[LongestLine];
        return Encoding.ASCII.GetString(bytes, 0, file.ReadAtLeast(bytes, LongestLine, throwOnEndOfStream: false));
    }
}
