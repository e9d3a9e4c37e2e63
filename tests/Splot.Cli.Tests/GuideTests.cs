using System.Text;
using System.Text.Json;
using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>
/// The guides, followed line by line. Blocks: <c>file=NAME</c> is a file that the reader makes (<c>cut</c>: without its last line end),
/// <c>console</c> are calls with lines that they print, <c>json in=NAME</c> is what a file then holds. … stands for anything.
/// </summary>
public sealed class GuideTests : IDisposable
{
    private const string Anything = "…";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("import.md")]
    [InlineData("operate.md")]
    [InlineData("organisations.md")]
    public async Task Guide_FollowedLineByLine_DoesWhatItSays(string guide)
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "guide", guide))).ReplaceLineEndings("\n");
        var calls = 0;
        foreach (var part in text.Split("\n```").Where((_, i) => i % 2 == 1))
        {
            var (info, block) = (part.Split('\n', 2)[0].Split(' '), part.Split('\n', 2)[1] + "\n");
            if (info.FirstOrDefault(i => i.StartsWith("file=", StringComparison.Ordinal)) is { } file)
            {
                await File.WriteAllTextAsync(folder.File(file[5..]), info.Contains("cut") ? block.TrimEnd('\n') : block, new UTF8Encoding(false));
            }
            else if (info.FirstOrDefault(i => i.StartsWith("in=", StringComparison.Ordinal)) is { } held)
            {
                AssertHolds(JsonDocument.Parse(block).RootElement, JsonDocument.Parse(await File.ReadAllTextAsync(folder.File(held[3..]))).RootElement, held);
            }
            else if (info[0] == "console")
            {
                foreach (var call in block.Split("$ ").Skip(1))
                {
                    await FollowAsync(call.TrimEnd('\n').Split('\n'));
                    calls++;
                }
            }
        }

        Assert.True(calls > 2, "The guide has no calls.");
    }

    private async Task FollowAsync(string[] lines)
    {
        using var progress = new StringWriter();
        var run = await Run.OfAsync([.. Words(lines[0]).Skip(1).Select(Placed), "--data", folder.File("data")], progress);
        var printed = (run.Progress + "\n" + run.Answer).Replace(folder.Location + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n', '\r');
        var exit = lines[^1].StartsWith("(exit ", StringComparison.Ordinal) ? lines[^1][6] - '0' : 0;
        Assert.True(exit == run.Code, $"{lines[0]} ended with {run.Code}:\n{run.Progress}");
        foreach (var line in lines.Skip(1).Where(l => l != Anything && !l.StartsWith("(exit ", StringComparison.Ordinal)))
        {
            Assert.True(Array.Exists(printed, p => Fits(line, p)), $"{lines[0]} does not print\n{line}\nbut\n{string.Join('\n', printed)}");
        }
    }

    // Names of files are the reader's folder's.
    private string Placed(string word) => !word.StartsWith('-') && Path.GetExtension(word) is ".csv" or ".json" or ".zip" or ".xlsx" || word is "backups" ? folder.File(word) : word;

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        foreach (var (part, i) in line.Split('"').Select((p, i) => (p, i)))
        {
            words.AddRange(i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }

    private static bool Fits(string expected, string printed)
    {
        var parts = expected.Split(Anything);
        var at = 0;
        foreach (var part in parts)
        {
            var found = printed.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0 || (at == 0 && part == parts[0] && found > 0))
            {
                return false;
            }

            at = found + part.Length;
        }

        return parts[^1].Length == 0 || at == printed.Length || printed.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private static void AssertHolds(JsonElement expected, JsonElement real, string place)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.All(expected.EnumerateObject(), member => AssertHolds(member.Value, real.GetProperty(member.Name), place + "." + member.Name));
                break;
            case JsonValueKind.Array:
                Assert.All(expected.EnumerateArray().Select((item, i) => (item, i)), item => AssertHolds(item.item, real[item.i], $"{place}[{item.i}]"));
                break;
            case JsonValueKind.String:
                Assert.Equal($"{place}: {expected.GetString()}", $"{place}: {real.GetString()}");
                break;
            default:
                Assert.Equal($"{place}: {expected.GetRawText()}", $"{place}: {real.GetRawText()}");
                break;
        }
    }
}
