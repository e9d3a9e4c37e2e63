using System.Buffers.Binary;
using System.IO.Compression;

namespace Splot.Tables;

/// <summary>The archive of a workbook, opened anew for each pass.</summary>
internal sealed class WorkbookArchive : IDisposable
{
    private const int MaxEntries = 20_000;
    private const int LongestEnd = 65_557;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly TableLimits _limits;

    private WorkbookArchive(ZipArchive archive, TableLimits limits)
    {
        _archive = archive;
        _limits = limits;
        foreach (var entry in archive.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public static WorkbookArchive Open(ByteSource source, TableLimits limits)
    {
        var stream = source.OpenRead();
        try
        {
            if (Entries(stream) > MaxEntries)
            {
                throw new TableRefusedException(Refusals.UnpackedTooLarge("directory"));
            }

            stream.Position = 0;
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false);
            try
            {
                return new WorkbookArchive(archive, limits);
            }
            catch
            {
                archive.Dispose();
                throw;
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException)
        {
            stream.Dispose();
            throw new TableRefusedException(Refusals.Damaged(TableFormat.Xlsx, "its archive has no readable directory"));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public bool Has(string path) => _entries.ContainsKey(path);

    /// <summary>A scanner over a part; null if the archive has none of that name.</summary>
    public XmlScanner? Scan(string path) => _entries.TryGetValue(path, out var entry) ? new XmlScanner(Unpack(entry), path) : null;

    /// <summary>The bytes of a part; null if the archive has none of that name.</summary>
    public Stream? Unpack(string path) => _entries.TryGetValue(path, out var entry) ? Unpack(entry) : null;

    public void Dispose() => _archive.Dispose();

    private PartStream Unpack(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new TableRefusedException(Refusals.Encrypted);
        }

        try
        {
            return new PartStream(entry, _limits);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new TableRefusedException(Refusals.Damaged(TableFormat.Xlsx, FormattableString.Invariant($"its part {entry.FullName} cannot be unpacked")));
        }
    }

    /// <summary>The number of entries the archive claims, read before its directory is taken into memory; zip64 claims count as many.</summary>
    private static int Entries(Stream stream)
    {
        var length = (int)Math.Min(stream.Length, LongestEnd);
        var tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + 12 > length)
        {
            return 0;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        return count;
    }
}
