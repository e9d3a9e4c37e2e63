using System.Runtime.InteropServices;

namespace Splot.Search.Columns;

/// <summary>Collects a column of codes while documents come in.</summary>
internal sealed class CodeCollector
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> values = [];
    private readonly Dictionary<string, int> sets = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<int> setStarts = [0, 0];
    private readonly List<int> setMembers = [];
    private readonly List<int> codes = [];

    /// <summary>Adds the next document's values.</summary>
    public void Add(List<(int Column, string Value)> all, int column)
    {
        Span<int> found = stackalloc int[16];
        var count = 0;
        foreach (var (of, value) in all)
        {
            if (of == column)
            {
                if (count == found.Length)
                {
                    found = Grown(found);
                }

                var number = Number(value);
                if (!found[..count].Contains(number))
                {
                    found[count++] = number;
                }
            }
        }

        found[..count].Sort();
        codes.Add(SetCode(found[..count]));
    }

    public CodeSource Finish() => new(values, [.. setStarts], [.. setMembers], [.. codes], null);

    private static int[] Grown(ReadOnlySpan<int> found)
    {
        var grown = new int[found.Length * 2];
        found.CopyTo(grown);
        return grown;
    }

    private int Number(string value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, value, out var known);
        if (!known)
        {
            number = values.Count;
            values.Add(value);
        }

        return number;
    }

    private int SetCode(ReadOnlySpan<int> set)
    {
        var key = MemoryMarshal.Cast<int, char>(set);
        var lookup = sets.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key, out var code))
        {
            return code;
        }

        code = setStarts.Count - 1;
        sets.Add(new string(key), code);
        setMembers.AddRange(set);
        setStarts.Add(setMembers.Count);
        return code;
    }
}
