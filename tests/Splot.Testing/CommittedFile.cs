using Xunit;

namespace Splot.Testing;

/// <summary>
/// Files of the repository that are made from code. A test compares; with <c>SPLOT_WRITE_DOCS=1</c> in the environment it writes the file
/// instead, for the change to be looked at and committed.
/// </summary>
public static class CommittedFile
{
    /// <summary>The switch.</summary>
    public const string Variable = "SPLOT_WRITE_DOCS";

    /// <summary>Fails where the file, named from the repository's root, does not hold this text.</summary>
    public static async Task AssertIsAsync(string path, string text)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        var committed = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(text == committed, $"{path} is not what the code says; run this test with {Variable}=1 and look at the change. {FirstDifference(text, committed)}");
    }

    private static string FirstDifference(string made, string committed)
    {
        var (wanted, held) = (made.Split('\n'), committed.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(wanted.Length, held.Length)).FirstOrDefault(i => wanted.ElementAtOrDefault(i) != held.ElementAtOrDefault(i));
        return $"Line {at + 1}: '{held.ElementAtOrDefault(at)}' should be '{wanted.ElementAtOrDefault(at)}'.";
    }
}
