using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Splot.Search.Files;

/// <summary>What a finished part must look like when it is opened again.</summary>
/// <param name="Length">Bytes of content.</param>
/// <param name="Sum">Checksum over the checksums of its chunks.</param>
internal sealed record PartSeal(long Length, uint Sum);

/// <summary>
/// Writes one part of a segment: content, then the checksum of each chunk, then length, checksum of the checksums and a mark.
/// Numbers are little-endian.
/// </summary>
internal sealed class PartWriter(Stream stream) : IDisposable
{
    public const uint Mark = 0x31584453; // "SDX1"
    public const int FooterSize = sizeof(long) + sizeof(uint) + sizeof(uint);

    private readonly byte[] buffer = new byte[Checksums.ChunkSize];
    private readonly List<uint> sums = [];
    private long written;
    private int used;

    /// <summary>Bytes written so far.</summary>
    public long Position => written + used;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = Math.Min(bytes.Length, buffer.Length - used);
            bytes[..count].CopyTo(buffer.AsSpan(used));
            bytes = bytes[count..];
            Advance(count);
        }
    }

    /// <summary>An array of numbers as they lie in memory.</summary>
    public void WriteAll<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        const int Step = 1 << 20;
        for (; values.Length > Step; values = values[Step..])
        {
            Write(MemoryMarshal.AsBytes(values[..Step]));
        }

        Write(MemoryMarshal.AsBytes(values));
    }

    public void WriteByte(byte value)
    {
        buffer[used] = value;
        Advance(1);
    }

    public void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Write(bytes);
    }

    public void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            WriteByte((byte)(value | 0x80));
        }

        WriteByte((byte)value);
    }

    /// <summary>Fills up with zeros to a multiple of <paramref name="size"/> and returns the position.</summary>
    public long Align(int size)
    {
        while (Position % size != 0)
        {
            WriteByte(0);
        }

        return Position;
    }

    /// <summary>Writes what belongs after the content and makes all of it durable.</summary>
    public PartSeal Seal()
    {
        var length = Position;
        if (used > 0)
        {
            Emit();
        }

        Span<byte> footer = stackalloc byte[FooterSize];
        var table = MemoryMarshal.AsBytes<uint>(CollectionsMarshal.AsSpan(sums));
        BinaryPrimitives.WriteInt64LittleEndian(footer, length);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[sizeof(long)..], Checksums.Of(table));
        BinaryPrimitives.WriteUInt32LittleEndian(footer[(sizeof(long) + sizeof(uint))..], Mark);
        stream.Write(table);
        stream.Write(footer);
        if (stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }

        return new PartSeal(length, Checksums.Of(table));
    }

    public void Dispose() => stream.Dispose();

    private void Advance(int count)
    {
        used += count;
        if (used == buffer.Length)
        {
            Emit();
        }
    }

    private void Emit()
    {
        sums.Add(Checksums.Of(buffer.AsSpan(0, used)));
        stream.Write(buffer, 0, used);
        written += used;
        used = 0;
    }
}
