using System.Text;
using Splot.Projects.GenerateOperations;

namespace Splot.Projects.Tests.GenerateOperations;

/// <summary>Generated lists in memory, read back by a reader of the tests' own.</summary>
internal static class GeneratedLists
{
    private static readonly Lazy<IReadOnlyList<IReadOnlyDictionary<string, string>>> TenThousand = new(() =>
        [.. Sample(10_000).Zip(InventedLists.All).SelectMany(one => Read(one.First))]);

    /// <summary>Ten thousand rows of all lists together, by name of column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows => TenThousand.Value;

    /// <summary>One list as bytes.</summary>
    public static byte[] Bytes(InventedList list, int rows, int seed, int summaryWords = GenerateOperationsOptions.UsualSummaryWords)
    {
        using var stream = new MemoryStream();
        new OperationListWriter(list, rows, seed, summaryWords, stream).Write(rows, null, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>Rows of a list.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        foreach (var line in lines.Skip(1))
        {
            var fields = Fields(line);
            Assert.Equal(columns.Length, fields.Count);
            yield return columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }
    }

    private static IEnumerable<byte[]> Sample(int operations) =>
        InventedLists.All.Zip(InventedLists.Divide(operations)).Select(part => Bytes(part.First, part.Second, seed: 7));

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"' when quoted && i + 1 < line.Length && line[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                default:
                    field.Append(line[i]);
                    break;
            }
        }

        Assert.False(quoted, "A quotation mark is left open: " + line);
        return [.. fields, field.ToString()];
    }
}
