using System.Text.RegularExpressions;

namespace Splot.Architecture.Tests;

/// <summary>Reads the check against OWASP ASVS and finds what is wrong with it: ids, verdicts, and evidence that is not there any more.</summary>
internal static partial class Asvs
{
    /// <summary>How many requirements of levels 1 and 2 each section of version 5.0.0 has; they are its first ones, save where level 3 stands between.</summary>
    private const string Sections = """
        1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
        6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4
        10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
        13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
        """;

    private static readonly string[] Verdicts = ["met", "partly", "not met", "n/a"];

    /// <summary>The ids of levels 1 and 2, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Sections.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(s => s.Split(':'))
            .SelectMany(s => Enumerable.Range(1, int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture)).Select(n => $"{s[0]}.{n}")),
    ];

    /// <summary>What is wrong with the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="tests">The text of each test class's file by the name of the class; several files may have one name.</param>
    /// <param name="exists">Whether a path of the repository is there.</param>
    public static IReadOnlyList<string> Findings(string page, ILookup<string, string> tests, Func<string, bool> exists)
    {
        var rows = page.ReplaceLineEndings("\n").Split('\n').Where(l => Row().IsMatch(l)).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var ids = rows.Select(r => r[0]).ToList();
        return
        [
            .. Ids.Except(ids).Select(i => i + " is missing"),
            .. ids.Except(Ids).Select(i => i + " is no requirement of levels 1 and 2"),
            .. ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key + " is there twice"),
            .. rows.SelectMany(r => Findings(r, tests, exists)),
        ];
    }

    private static IEnumerable<string> Findings(string[] row, ILookup<string, string> tests, Func<string, bool> exists)
    {
        if (row.Length != 5 || !Verdicts.Contains(row[3]) || row[4].Length == 0)
        {
            yield return row[0] + " needs level, name, verdict, and evidence or a reason";
            yield break;
        }

        foreach (var name in Gone(row[4], tests, exists))
        {
            yield return $"{row[0]} names {name}";
        }
    }

    /// <summary>Tests and files that a text names and that are not there.</summary>
    public static IEnumerable<string> Gone(string text, ILookup<string, string> tests, Func<string, bool> exists)
    {
        foreach (var name in Code().Matches(text).Select(m => m.Groups["code"].Value))
        {
            if (TestName().Match(name) is { Success: true } test)
            {
                var files = tests[test.Groups["class"].Value].ToList();
                if (files.Count == 0 || (test.Groups["method"].Success && !files.Exists(f => f.Contains($" {test.Groups["method"].Value}(", StringComparison.Ordinal))))
                {
                    yield return name + ", which is no test";
                }
            }
            else if (PathName().IsMatch(name) && !exists(name))
            {
                yield return name + ", which is not there";
            }
        }
    }

    [GeneratedRegex("""^\| \d+\.\d+\.\d+ \|""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("""`(?<code>[^`\n]+)`""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("""^(?<class>\w+Tests)(\.(?<method>\w+))?$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex("""^(src|docs|tests)/|\.(props|json|md)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathName();
}
