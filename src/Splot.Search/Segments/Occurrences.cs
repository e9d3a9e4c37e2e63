namespace Splot.Search.Segments;

/// <summary>Numbers that come in twos, a key and a value, given back by key. Values of a key keep the order they came in.</summary>
internal sealed class Occurrences
{
    private int[] keys = new int[1 << 16];
    private ulong[] values = new ulong[1 << 16];
    private ulong[] sorted = [];
    private int[] starts = [];

    public int Count { get; private set; }

    public void Add(int key, ulong value)
    {
        if (Count == keys.Length)
        {
            Array.Resize(ref keys, Count * 2);
            Array.Resize(ref values, Count * 2);
        }

        keys[Count] = key;
        values[Count++] = value;
    }

    /// <summary>Sorts by key; there are <paramref name="keyCount"/> keys.</summary>
    public void Sort(int keyCount)
    {
        starts = new int[keyCount + 1];
        for (var i = 0; i < Count; i++)
        {
            starts[keys[i] + 1]++;
        }

        for (var key = 0; key < keyCount; key++)
        {
            starts[key + 1] += starts[key];
        }

        if (sorted.Length < Count)
        {
            sorted = new ulong[values.Length];
        }

        var next = starts.AsSpan(0, keyCount).ToArray();
        for (var i = 0; i < Count; i++)
        {
            sorted[next[keys[i]]++] = values[i];
        }
    }

    /// <summary>The values of a key, after sorting.</summary>
    public ReadOnlySpan<ulong> Of(int key) => sorted.AsSpan(starts[key]..starts[key + 1]);

    public void Clear() => Count = 0;
}
