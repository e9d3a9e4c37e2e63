using System.IO.MemoryMappedFiles;

namespace Splot.Search.Files;

/// <summary>
/// The bytes of one part, mapped from its file or held in memory. A mapped chunk is compared with its checksum the first time it is used, so
/// whoever reads through <see cref="At"/> reads what was written or gets an <see cref="IndexDamagedException"/>.
/// </summary>
internal sealed unsafe class Region : IDisposable
{
    private readonly string name;
    private readonly MemoryMappedFile? file;
    private readonly MemoryMappedViewAccessor? view;
    private readonly byte[]? memory; // pinned, kept alive for the pointer
    private readonly byte* start;
    private readonly long[] verified;
    private bool allVerified;

    /// <summary>Maps a file that must bear the seal.</summary>
    public Region(string path, PartSeal seal)
    {
        name = path;
        try
        {
            var chunks = Chunks(seal.Length);
            var expected = seal.Length + (chunks * sizeof(uint)) + PartWriter.FooterSize;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (stream.Length != expected)
            {
                throw new IndexDamagedException(path, "its length is not the one it was written with");
            }

            file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            view = file.CreateViewAccessor(0, expected, MemoryMappedFileAccess.Read);
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            Length = seal.Length;
            verified = new long[(chunks + 63) / 64];
            CheckFooter(seal, chunks);
        }
        catch (Exception problem)
        {
            Dispose();
            if (problem is FileNotFoundException or DirectoryNotFoundException)
            {
                throw new IndexDamagedException(path, "it is missing", problem);
            }

            throw;
        }
    }

    /// <summary>A part that never left the memory.</summary>
    public Region(string name, ReadOnlySpan<byte> content)
    {
        this.name = name;
        memory = GC.AllocateUninitializedArray<byte>(Math.Max(1, content.Length), pinned: true);
        content.CopyTo(memory);
        fixed (byte* first = memory)
        {
            start = first;
        }

        Length = content.Length;
        verified = [];
        allVerified = true;
    }

    public long Length { get; }

    /// <summary>Bytes of the file, checksums included; 0 in memory.</summary>
    public long FileSize => file is null ? 0 : Length + (Chunks(Length) * sizeof(uint)) + PartWriter.FooterSize;

    /// <summary>The address of a stretch that is known to be sound.</summary>
    public byte* At(long offset, long length)
    {
        if ((ulong)offset > (ulong)Length || (ulong)length > (ulong)(Length - offset))
        {
            throw new IndexDamagedException(name, "something points behind its end");
        }

        if (!allVerified && length > 0)
        {
            Check(offset / Checksums.ChunkSize, (offset + length - 1) / Checksums.ChunkSize);
        }

        return start + offset;
    }

    public ReadOnlySpan<byte> Slice(long offset, int length) => new(At(offset, length), length);

    /// <summary>Checks what has not been checked yet.</summary>
    public void Verify()
    {
        if (!allVerified && Length > 0)
        {
            Check(0, Chunks(Length) - 1);
            allVerified = true;
        }
    }

    /// <summary>Compares every chunk with its checksum again, even those in use.</summary>
    public void VerifyAgain()
    {
        for (long chunk = 0; file is not null && chunk < Chunks(Length); chunk++)
        {
            CheckChunk(chunk);
        }
    }

    public void Dispose()
    {
        if (view is not null)
        {
            if (start is not null)
            {
                view.SafeMemoryMappedViewHandle.ReleasePointer();
            }

            view.Dispose();
        }

        file?.Dispose();
        GC.KeepAlive(memory);
    }

    private static long Chunks(long length) => (length + Checksums.ChunkSize - 1) / Checksums.ChunkSize;

    private void CheckFooter(PartSeal seal, long chunks)
    {
        var table = new ReadOnlySpan<byte>(start + Length, checked((int)(chunks * sizeof(uint))));
        var footer = new ReadOnlySpan<byte>(start + Length + table.Length, PartWriter.FooterSize);
        if (BitConverter.ToInt64(footer) != Length || BitConverter.ToUInt32(footer[8..]) != seal.Sum || BitConverter.ToUInt32(footer[12..]) != PartWriter.Mark || Checksums.Of(table) != seal.Sum)
        {
            throw new IndexDamagedException(name, "its checksums are not those it was written with");
        }
    }

    private void Check(long first, long last)
    {
        for (var chunk = first; chunk <= last; chunk++)
        {
            ref var word = ref verified[chunk >> 6];
            var bit = 1L << (int)(chunk & 63);
            if ((Volatile.Read(ref word) & bit) == 0)
            {
                CheckChunk(chunk);
                Interlocked.Or(ref word, bit);
            }
        }
    }

    private void CheckChunk(long chunk)
    {
        var from = chunk * Checksums.ChunkSize;
        var content = new ReadOnlySpan<byte>(start + from, (int)Math.Min(Checksums.ChunkSize, Length - from));
        var sums = (uint*)(start + Length); // may be unaligned
        if (Checksums.Of(content) != System.Runtime.CompilerServices.Unsafe.ReadUnaligned<uint>(sums + chunk))
        {
            throw new IndexDamagedException(name, "its content is not what was written");
        }
    }
}
