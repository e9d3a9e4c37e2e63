namespace Splot.Tables;

/// <summary>A stream that lies in sectors scattered over a file, behind a header as long as a sector. The file stays its opener's.</summary>
internal sealed class SectorStream(Stream file, List<uint> sectors, int sectorSize, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var left = Math.Min(buffer.Length, length - Position);
        if (left <= 0)
        {
            return 0;
        }

        var sector = (int)(Position / sectorSize);
        var inside = (int)(Position % sectorSize);
        var run = (long)sectorSize - inside;
        for (var next = sector; run < left && next + 1 < sectors.Count && sectors[next + 1] == sectors[next] + 1; next++)
        {
            run += sectorSize;
        }

        file.Position = ((sectors[sector] + 1L) * sectorSize) + inside;
        var read = file.Read(buffer[..(int)Math.Min(left, run)]);
        Position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
