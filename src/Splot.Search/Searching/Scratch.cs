using System.Runtime.InteropServices;

namespace Splot.Search.Searching;

/// <summary>
/// Working memory of one search at a time: taken piece by piece, given back all at once, used again by the next search. Its size is bounded.
/// </summary>
internal sealed unsafe class Scratch(long most) : IDisposable
{
    private const int ChunkSize = 1 << 20;
    private const int Alignment = 64;

    private readonly List<(nint Start, long Size)> chunks = [];
    private int chunk;
    private long used;
    private long size;

    /// <summary>Raised when a search needs more than it may have.</summary>
    public sealed class ExhaustedException : Exception;

    /// <summary>Bytes that it holds.</summary>
    public long Size => size;

    /// <summary>A piece filled with zeros, valid until <see cref="Reset"/>.</summary>
    public T* TakeClear<T>(long count)
        where T : unmanaged
    {
        var piece = Take<T>(count);
        NativeMemory.Clear(piece, (nuint)(count * sizeof(T)));
        return piece;
    }

    /// <summary>A piece with anything in it, valid until <see cref="Reset"/>.</summary>
    public T* Take<T>(long count)
        where T : unmanaged
    {
        var bytes = ((count * sizeof(T)) + Alignment - 1) / Alignment * Alignment;
        while (chunk < chunks.Count && used + bytes > chunks[chunk].Size)
        {
            (chunk, used) = (chunk + 1, 0);
        }

        if (chunk == chunks.Count)
        {
            Grow(Math.Max(bytes, ChunkSize));
        }

        var piece = chunks[chunk].Start + (nint)used;
        used += bytes;
        return (T*)piece;
    }

    /// <summary>Gives everything back.</summary>
    public void Reset() => (chunk, used) = (0, 0);

    public void Dispose()
    {
        foreach (var (start, _) in chunks)
        {
            NativeMemory.AlignedFree((void*)start);
        }

        chunks.Clear();
        size = 0;
    }

    private void Grow(long bytes)
    {
        if (size + bytes > most)
        {
            throw new ExhaustedException();
        }

        chunks.Add(((nint)NativeMemory.AlignedAlloc((nuint)bytes, Alignment), bytes));
        size += bytes;
        used = 0;
    }
}
