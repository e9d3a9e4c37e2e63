using System.Runtime.InteropServices;

namespace Splot.Search.Text;

/// <summary>
/// What the analyzer remembers of the chunks of one language: lock-free to read, bounded. When the young half is full it becomes the old half, and what
/// the old half had goes; a chunk found in the old half moves into the young one, so what is in use stays.
/// </summary>
internal sealed class WordMemory
{
    private readonly Lock writing = new();
    private readonly int most;
    private volatile Half young;
    private volatile Half old;

    /// <param name="most">How many chunks each half keeps.</param>
    public WordMemory(int most)
    {
        this.most = most;
        young = new Half();
        old = young;
    }

    /// <summary>What was remembered, or null.</summary>
    public KnownChunk? Find(ReadOnlySpan<char> written)
    {
        var hash = string.GetHashCode(written, StringComparison.Ordinal);
        if (young.Find(written, hash) is { } known)
        {
            return known;
        }

        return old.Find(written, hash) is { } aged ? Add(aged, written, hash) : null;
    }

    /// <summary>Remembers a chunk that <paramref name="make"/> makes with the pool of the young half, unless another thread was quicker.</summary>
    public KnownChunk Remember(ReadOnlySpan<char> written, Func<string, TermPool, KnownChunk> make)
    {
        var made = make(written.ToString(), young.Pool);
        return Add(made, written, string.GetHashCode(written, StringComparison.Ordinal));
    }

    private KnownChunk Add(KnownChunk chunk, ReadOnlySpan<char> written, int hash)
    {
        lock (writing)
        {
            if (young.Find(written, hash) is { } earlier)
            {
                return earlier;
            }

            if (young.Count >= most)
            {
                old = young;
                young = new Half();
            }

            young.Add(chunk, hash);
            return chunk;
        }
    }

    // Open addressing; a reader sees an array that only ever gains entries, or its bigger copy.
    private sealed class Half
    {
        private Slot[] slots = new Slot[1 << 10];

        public int Count { get; private set; }

        public TermPool Pool { get; } = new();

        public KnownChunk? Find(ReadOnlySpan<char> written, int hash)
        {
            var current = Volatile.Read(ref slots);
            for (var at = hash & (current.Length - 1); ; at = (at + 1) & (current.Length - 1))
            {
                var chunk = Volatile.Read(ref current[at].Chunk);
                if (chunk is null)
                {
                    return null;
                }

                if (current[at].Hash == hash && written.SequenceEqual(chunk.Written))
                {
                    return chunk;
                }
            }
        }

        public void Add(KnownChunk chunk, int hash)
        {
            if (Count >= slots.Length / 2)
            {
                var bigger = new Slot[slots.Length * 2];
                foreach (var slot in slots.Where(s => s.Chunk is not null))
                {
                    Put(bigger, slot.Chunk!, slot.Hash);
                }

                Volatile.Write(ref slots, bigger);
            }

            Put(slots, chunk, hash);
            Count++;
        }

        private static void Put(Slot[] into, KnownChunk chunk, int hash)
        {
            var at = hash & (into.Length - 1);
            while (into[at].Chunk is not null)
            {
                at = (at + 1) & (into.Length - 1);
            }

            into[at].Hash = hash;
            Volatile.Write(ref into[at].Chunk, chunk);
        }

        [StructLayout(LayoutKind.Auto)]
        private struct Slot
        {
            public int Hash;
            public KnownChunk? Chunk;
        }
    }
}

/// <summary>A chunk with what becomes of it.</summary>
/// <param name="Written">As written.</param>
/// <param name="Words">Its words; positions count from its own start.</param>
/// <param name="Length">How many positions it takes.</param>
internal sealed record KnownChunk(string Written, AnalysedWord[] Words, int Length);

/// <summary>Gives equal arrays of terms as the same instance, and equal terms in them as the same string.</summary>
internal sealed class TermPool
{
    private readonly Dictionary<string, string> strings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> arrays = new(StringComparer.Ordinal);
    private readonly Lock turn = new();

    public string[] Intern(IReadOnlyList<string> terms)
    {
        lock (turn)
        {
            var key = terms.Count == 1 ? terms[0] : string.Join('\n', terms);
            return arrays.TryGetValue(key, out var known) ? known : arrays[key] = [.. terms.Select(t => Intern(t))];
        }
    }

    private string Intern(string term) => strings.TryGetValue(term, out var known) ? known : strings[term] = term;
}
