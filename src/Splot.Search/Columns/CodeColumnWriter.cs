using System.Runtime.InteropServices;
using System.Text;
using Splot.Search.Documents;
using Splot.Search.Files;

namespace Splot.Search.Columns;

/// <summary>A column's values and codes in one source of a new segment.</summary>
/// <param name="Values">Its values.</param>
/// <param name="SetStarts">Where each code's values begin in <paramref name="SetMembers"/>, and the end.</param>
/// <param name="SetMembers">Numbers of values.</param>
/// <param name="Codes">The code of each old document.</param>
/// <param name="NewDocuments">The new number of each old document, −1 if it is gone; null if nothing changes.</param>
internal sealed record CodeSource(IReadOnlyList<string> Values, int[] SetStarts, int[] SetMembers, int[] Codes, int[]? NewDocuments)
{
    public ReadOnlySpan<int> Set(int code) => SetMembers.AsSpan(SetStarts[code]..SetStarts[code + 1]);

    public int NewDocument(int document) => NewDocuments is null ? document : NewDocuments[document];
}

/// <summary>Brings the codes of several sources under one roof. Values that no living document has are forgotten.</summary>
internal sealed class CodeColumnWriter(PartWriter output, CodeShape shape, int documents)
{
    private const int ByCodeThreshold = 256;

    private readonly List<int> setStarts = [0, 0];
    private readonly List<int> setMembers = [];
    private readonly Dictionary<string, int> sets = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<int> counts = [0];
    private string[] values = [];

    /// <summary>Writes the column.</summary>
    /// <param name="sources">Where it comes from; together they have every document.</param>
    /// <param name="codes">Receives the code of each document.</param>
    public CodeLayout Write(IReadOnlyList<CodeSource> sources, int[] codes)
    {
        var used = sources.Select(Used).ToList();
        Unite(sources, used);
        for (var i = 0; i < sources.Count; i++)
        {
            Scatter(sources[i], NewCodes(sources[i], used[i]), codes);
        }

        var width = counts.Count <= 1 << 8 ? 1 : counts.Count <= 1 << 16 ? 2 : 4;
        var codesAt = WriteCodes(codes.AsSpan(0, documents), width);
        var countsAt = Place<int>(CollectionsMarshal.AsSpan(counts));
        var single = shape == CodeShape.Single;
        var setStartsAt = single ? -1 : Place<int>(CollectionsMarshal.AsSpan(setStarts));
        var setMembersAt = single ? -1 : Place<int>(CollectionsMarshal.AsSpan(setMembers));
        var (valueStartsAt, valuesAt) = WriteValues();
        var byCodeAt = counts.Count > ByCodeThreshold ? WriteByCode(codes) : -1;
        return new CodeLayout(counts.Count, values.Length, width, codesAt, countsAt, setStartsAt, setMembersAt, valueStartsAt, valuesAt, byCodeAt);
    }

    private static bool[] Used(CodeSource source)
    {
        var used = new bool[source.SetStarts.Length - 1];
        for (var document = 0; document < source.Codes.Length; document++)
        {
            used[source.Codes[document]] |= source.NewDocument(document) >= 0;
        }

        return used;
    }

    private void Unite(IReadOnlyList<CodeSource> sources, List<bool[]> used)
    {
        var united = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sources.Count; i++)
        {
            for (var code = 0; code < used[i].Length; code++)
            {
                foreach (var value in used[i][code] ? sources[i].Set(code) : [])
                {
                    united.Add(sources[i].Values[value]);
                }
            }
        }

        values = [.. united];
        Array.Sort(values, Utf8Order.Instance);
        if (shape == CodeShape.Single)
        {
            CollectionsMarshal.SetCount(counts, values.Length + 1);
            CollectionsMarshal.AsSpan(counts).Clear();
        }
    }

    private int[] NewCodes(CodeSource source, bool[] used)
    {
        var numbers = new int[source.Values.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Array.BinarySearch(values, source.Values[i], Utf8Order.Instance);
        }

        var result = new int[used.Length];
        for (var code = 0; code < used.Length; code++)
        {
            if (used[code])
            {
                var set = source.Set(code);
                result[code] = shape != CodeShape.Single ? SetCode(set, numbers) : set.Length == 0 ? 0 : numbers[set[0]] + 1;
            }
        }

        return result;
    }

    private int SetCode(ReadOnlySpan<int> set, int[] numbers)
    {
        var members = new int[set.Length];
        for (var i = 0; i < set.Length; i++)
        {
            members[i] = numbers[set[i]];
        }

        Array.Sort(members);
        var key = new string(MemoryMarshal.Cast<int, char>(members));
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(sets, key, out var known);
        if (!known)
        {
            code = counts.Count;
            counts.Add(0);
            setMembers.AddRange(members);
            setStarts.Add(setMembers.Count);
        }

        return code;
    }

    private void Scatter(CodeSource source, int[] newCodes, int[] codes)
    {
        var total = CollectionsMarshal.AsSpan(counts);
        for (var document = 0; document < source.Codes.Length; document++)
        {
            var target = source.NewDocument(document);
            if (target >= 0)
            {
                var code = newCodes[source.Codes[document]];
                codes[target] = code;
                total[code]++;
            }
        }
    }

    private long WriteCodes(ReadOnlySpan<int> codes, int width)
    {
        var at = output.Align(64);
        foreach (var code in codes)
        {
            switch (width)
            {
                case 1:
                    output.WriteByte((byte)code);
                    break;
                case 2:
                    output.WriteByte((byte)code);
                    output.WriteByte((byte)(code >> 8));
                    break;
                default:
                    output.WriteUInt32((uint)code);
                    break;
            }
        }

        return at;
    }

    private (long Starts, long Bytes) WriteValues()
    {
        var starts = new long[values.Length + 1];
        var bytesAt = output.Align(sizeof(long));
        for (var i = 0; i < values.Length; i++)
        {
            output.Write(Encoding.UTF8.GetBytes(values[i]));
            starts[i + 1] = output.Position - bytesAt;
        }

        return (Place<long>(starts), bytesAt);
    }

    private long WriteByCode(int[] codes)
    {
        var starts = new int[counts.Count + 1];
        for (var code = 0; code < counts.Count; code++)
        {
            starts[code + 1] = starts[code] + counts[code];
        }

        var next = starts.AsSpan(0, counts.Count).ToArray();
        var sorted = new int[documents];
        for (var document = 0; document < documents; document++)
        {
            sorted[next[codes[document]]++] = document;
        }

        var at = Place<int>(starts);
        output.WriteAll<int>(sorted);
        return at;
    }

    private long Place<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        var at = output.Align(sizeof(long));
        output.WriteAll(items);
        return at;
    }
}
