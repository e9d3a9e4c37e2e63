using System.Text;

namespace Splot.Search.Segments;

/// <summary>Words and their numbers, as UTF-8 in one piece.</summary>
internal sealed class Vocabulary
{
    private readonly List<int> starts = [0];
    private readonly List<uint> hashes = [];
    private int[] slots = new int[1 << 12]; // number + 1
    private byte[] bytes = new byte[1 << 14];

    public int Count => hashes.Count;

    public ReadOnlySpan<byte> this[int number] => bytes.AsSpan(starts[number]..starts[number + 1]);

    /// <summary>The number of a word, a new one if it has not been here.</summary>
    public int Number(string word)
    {
        var start = starts[^1];
        var size = Encoding.UTF8.GetMaxByteCount(word.Length);
        if (bytes.Length < start + size)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, start + size));
        }

        var end = start + Encoding.UTF8.GetBytes(word, bytes.AsSpan(start));
        var written = bytes.AsSpan(start..end);
        var hash = Hash(written);
        var slot = hash;
        for (; slots[slot & (slots.Length - 1)] is > 0 and var found; slot++)
        {
            if (hashes[found - 1] == hash && written.SequenceEqual(this[found - 1]))
            {
                return found - 1;
            }
        }

        slots[slot & (slots.Length - 1)] = Count + 1;
        starts.Add(end);
        hashes.Add(hash);
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>All numbers, in the order of the words' bytes.</summary>
    public int[] Sorted()
    {
        var order = new (ulong Head, int Number)[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (DictionaryWriter.Head(this[i]), i);
        }

        Array.Sort(order, (x, y) => x.Head != y.Head ? x.Head.CompareTo(y.Head) : this[x.Number].SequenceCompareTo(this[y.Number]));
        return Array.ConvertAll(order, o => o.Number);
    }

    public void Clear()
    {
        Array.Clear(slots);
        hashes.Clear();
        starts.RemoveRange(1, starts.Count - 1);
    }

    private static uint Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = hashes[number];
            while (slots[slot & (slots.Length - 1)] > 0)
            {
                slot++;
            }

            slots[slot & (slots.Length - 1)] = number + 1;
        }
    }
}
