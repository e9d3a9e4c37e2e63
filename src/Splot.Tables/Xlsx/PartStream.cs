using System.IO.Compression;

namespace Splot.Tables;

/// <summary>One part of an archive, unpacked under watch: a cap on its size and on how much larger than packed it grows, and its checksum at the end.</summary>
internal sealed class PartStream : ReadingStream
{
    private const long FreeOfRatio = 64L << 20;

    private readonly ZipArchiveEntry _entry;
    private readonly Stream _unpacked;
    private readonly long _cap;
    private Crc32 _checksum;
    private long _total;
    private bool _ended;

    public PartStream(ZipArchiveEntry entry, TableLimits limits)
    {
        _entry = entry;
        _cap = Math.Min(limits.UnpackedBytes, Math.Max(FreeOfRatio, entry.CompressedLength * limits.UnpackedRatio));
        _unpacked = entry.Open();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _ended)
        {
            return 0;
        }

        int read;
        try
        {
            read = _unpacked.Read(buffer);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or NotSupportedException or OverflowException)
        {
            throw Damaged();
        }

        _total += read;
        if (_total > _cap)
        {
            throw new TableRefusedException(Refusals.UnpackedTooLarge(_entry.FullName));
        }

        _checksum.Append(buffer[..read]);
        if (read == 0)
        {
            _ended = true;
            if (_checksum.Value != _entry.Crc32 || _total != _entry.Length)
            {
                throw Damaged();
            }
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private TableRefusedException Damaged() => new(Refusals.Damaged(TableFormat.Xlsx, FormattableString.Invariant($"its part {_entry.FullName} does not unpack to what was packed")));
}
