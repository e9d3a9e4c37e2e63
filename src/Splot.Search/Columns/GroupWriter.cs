using System.Runtime.InteropServices;
using Splot.Search.Files;

namespace Splot.Search.Columns;

/// <summary>
/// Numbers the combinations of several columns. Columns join, those of few codes first, as long as there are at most 65 536 combinations.
/// </summary>
internal static class GroupWriter
{
    private const int Most = 1 << 16;

    /// <param name="output">Where to.</param>
    /// <param name="columns">Each column's number, how many codes it has, and the code of each document.</param>
    /// <param name="documents">Number of documents.</param>
    public static GroupLayout Write(PartWriter output, IEnumerable<(int Column, int Codes, int[] CodeOf)> columns, int documents)
    {
        var members = new List<(int Column, int Codes, int[] CodeOf)>();
        var combined = new int[documents];
        foreach (var column in columns.OrderBy(c => c.Codes).ThenBy(c => c.Column))
        {
            if (Join(combined, column.CodeOf, column.Codes) is { } joined)
            {
                combined = joined;
                members.Add(column);
            }
        }

        if (members.Count < 2)
        {
            return new GroupLayout([], 0, -1, -1);
        }

        var count = combined.Length == 0 ? 0 : combined.Max() + 1;
        var table = new int[count * members.Count];
        var codesAt = output.Align(64);
        for (var document = 0; document < documents; document++)
        {
            var combination = combined[document];
            output.WriteByte((byte)combination);
            output.WriteByte((byte)(combination >> 8));
            for (var i = 0; i < members.Count; i++)
            {
                table[(combination * members.Count) + i] = members[i].CodeOf[document];
            }
        }

        var membersAt = output.Align(64);
        output.WriteAll<int>(table);
        return new GroupLayout([.. members.Select(m => m.Column)], count, codesAt, membersAt);
    }

    private static int[]? Join(int[] combined, int[] codes, int width)
    {
        var numbers = new Dictionary<long, int>();
        var joined = new int[combined.Length];
        for (var document = 0; document < combined.Length; document++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, ((long)combined[document] * width) + codes[document], out var known);
            if (!known)
            {
                number = numbers.Count - 1;
                if (number == Most)
                {
                    return null;
                }
            }

            joined[document] = number;
        }

        return joined;
    }
}
