namespace Splot.Tables;

/// <summary>A stream that lies in sectors scattered over a file, behind a header as long as a sector. The file stays its opener's.</summary>
internal sealed class SectorStream(Stream file, List<uint> sectors, int sectorSize, long length) : PlacedStream(length)
{
    public override int Read(Span<byte> buffer)
    {
        var left = Math.Min(buffer.Length, Length - Position);
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
}
