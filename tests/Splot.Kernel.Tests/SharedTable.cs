using Splot.Testing;

namespace Splot.Kernel.Tests;

/// <summary>Rows of a delimited fact table in the shared folder, by column name; quoted fields may hold the delimiter.</summary>
internal static class SharedTable
{
    public static IReadOnlyList<Dictionary<string, string>> Rows(string relative, char delimiter = ',')
    {
        var lines = File.ReadAllLines(SharedFolder.Path(relative)).Where(l => l.Length > 0).Select(l => Split(l.TrimStart('\uFEFF'), delimiter)).ToArray();
        var rows = lines[1..].Select(l => lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)).ToArray();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static string[] Split(string line, char delimiter)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                fields.Add("");
            }
            else
            {
                fields[^1] += c;
            }
        }

        return [.. fields];
    }
}
