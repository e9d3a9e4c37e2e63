using System.Runtime.InteropServices;

namespace Splot.Search.Segments;

/// <summary>
/// Numbers that come in twos, a key and a value, given back by key. Values of a key keep the order they came in. Held outside the managed heap, because there are many of
/// them for a short time.
/// </summary>
internal sealed unsafe class Occurrences : IDisposable
{
    private int* keys;
    private ulong* values;
    private ulong* sorted;
    private int capacity;
    private int sortedCapacity;
    private int[] starts = [];

    public int Count { get; private set; }

    public void Add(int key, ulong value)
    {
        if (Count == capacity)
        {
            Grow();
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

        if (sortedCapacity < Count)
        {
            sorted = (ulong*)NativeMemory.Realloc(sorted, (nuint)capacity * sizeof(ulong));
            sortedCapacity = capacity;
        }

        var next = starts.AsSpan(0, keyCount).ToArray();
        for (var i = 0; i < Count; i++)
        {
            sorted[next[keys[i]]++] = values[i];
        }
    }

    /// <summary>The values of a key, after sorting.</summary>
    public ReadOnlySpan<ulong> Of(int key) => new(sorted + starts[key], starts[key + 1] - starts[key]);

    public void Clear() => Count = 0;

    public void Dispose()
    {
        NativeMemory.Free(keys);
        NativeMemory.Free(values);
        NativeMemory.Free(sorted);
        keys = null;
        values = sorted = null;
        (capacity, sortedCapacity, Count) = (0, 0, 0);
    }

    private void Grow()
    {
        capacity = Math.Max(1 << 12, capacity * 2);
        keys = (int*)NativeMemory.Realloc(keys, (nuint)capacity * sizeof(int));
        values = (ulong*)NativeMemory.Realloc(values, (nuint)capacity * sizeof(ulong));
    }
}
