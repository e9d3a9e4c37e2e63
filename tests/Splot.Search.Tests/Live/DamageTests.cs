using System.Text.Json;
using Splot.Search.Live;
using Splot.Search.Searching;
using Splot.Search.Tests.Oracle;

namespace Splot.Search.Tests.Live;

/// <summary>Whatever happens to its files, an index says that it must be rebuilt or answers as before.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Searches = 25;
    private const int Kinds = 8;

    private readonly TestFolder folder = new();
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> foreign = new(StringComparer.Ordinal);
    private readonly List<string> answers;

    public DamageTests()
    {
        answers = Build(folder.Path, seed: 41, files);
        using var other = new TestFolder();
        Build(other.Path, seed: 51, foreign);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Index_UndamagedFiles_AnswersAsBefore()
    {
        using var index = TestSchema.Open(folder.Path);

        Assert.Equal(answers, Answers(index));
        Assert.Null(index.Verify());
        Assert.True(files.Keys.Count(f => Path.GetFileName(f).StartsWith("deleted-", StringComparison.Ordinal)) == 1 && files.Count > 17, "The index is not as varied as it should be.");
    }

    [Fact]
    public void Index_AnyFileDamaged_SaysSoOrAnswersAsBefore()
    {
        var random = new Random(4242);
        var noticed = 0;
        for (var i = 0; i < 1200; i++)
        {
            var (path, content) = i < Kinds * files.Count ? files.ElementAt(i / Kinds) : files.ElementAt(random.Next(files.Count));
            var (kind, damaged) = Damage(random, i < Kinds * files.Count ? i % Kinds : random.Next(Kinds), path, content);
            Put(path, damaged);
            using (var index = TestSchema.Open(folder.Path))
            {
                var found = Answers(index);
                Assert.True(found is null || answers.SequenceEqual(found), $"Round {i}: {kind} in {path} gave other answers.");
                noticed += found is null ? 1 : 0;
                Assert.True(index.Verify() is not null || index.Status.State == SearchState.Empty, $"Round {i}: {kind} in {path} went unseen.");
                Assert.NotEqual(SearchState.Ready, index.Status.State);
                Assert.NotEqual("", index.Status.Reason);
            }

            Put(path, content);
        }

        Assert.True(noticed > 600, $"Searching noticed only {noticed} of 1200 damages.");
    }

    [Fact]
    public async Task Rebuild_DamagedIndex_AnswersAgain()
    {
        var manifest = files.Keys.Single(f => Path.GetFileName(f) == "index.json");
        Put(manifest, files[manifest][..100]);
        using var index = TestSchema.Open(folder.Path);
        Assert.IsType<SearchOutcome.NotReady>(index.Search(new SearchRequest()));
        Assert.IsType<ApplyOutcome.MustRebuild>(index.Apply([], [], 9));

        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(43, 50)), 7);

        Assert.Equal((SearchState.Ready, 50L, 7L), (index.Status.State, index.Status.Documents, index.Status.Sequence));
        OracleTests.Compare(index, OracleTests.Documents(43, 50), seed: 5, searches: 20);
    }

    /// <summary>A damage of the kind with this number.</summary>
    private (string Kind, byte[]? Content) Damage(Random random, int kind, string path, byte[] content)
    {
        byte[] changed = [.. content];
        switch (kind)
        {
            case 5:
                // The same part of another segment, whole in itself; where there is none, another part.
                var other = files.Keys.Where(f => f != path).OrderBy(f => Likeness(Path.GetFileName(f), Path.GetFileName(path))).First(f => !files[f].AsSpan().SequenceEqual(content));
                return ("an exchange for " + other, files[other]);
            case 6:
                // As whole as our own, by the same schema, and of other documents.
                var stranger = foreign.Keys.OrderBy(f => Likeness(Path.GetFileName(f), Path.GetFileName(path))).First(f => !foreign[f].AsSpan().SequenceEqual(content));
                return ("an exchange for a foreign " + Path.GetFileName(stranger), foreign[stranger]);
            case 7:
                random.NextBytes(changed);
                return ("noise", changed);
            case 0:
                return ("a cut", content[..random.Next(content.Length)]);
            case 1:
                return ("an addition", [.. content, .. content[..random.Next(1, content.Length + 1)]]);
            case 2:
                return ("its loss", null);
            case 3:
                var from = random.Next(content.Length);
                var to = random.Next(from + 1, content.Length + 1);
                changed.AsSpan(from..to).Fill((byte)(content[from] ^ 0xFF));
                return ("a blot", changed);
            default:
                changed[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
                return ("a flipped bit", changed);
        }
    }

    /// <summary>0 for the same part, 1 for files that tell what is gone, 2 for different ones.</summary>
    private static int Likeness(string one, string other) => one == other ? 0 : one[..4] == other[..4] ? 1 : 2;

    /// <summary>Builds an index of two segments, with deletions, and reads its files; what it answers.</summary>
    private static List<string> Build(string path, int seed, Dictionary<string, byte[]> files)
    {
        List<string> answered;
        using (var index = TestSchema.Open(path))
        {
            index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(seed, 600)), 1).GetAwaiter().GetResult();
            var invent = new TestDocuments(seed + 1);
            index.Apply([.. Enumerable.Range(0, 200).Select(i => invent.Next(i * 9).ToDocument())], [5, 8, 11], 2);
            index.Flush();
            answered = Answers(index)!;
        }

        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock"))
        {
            files.Add(file, File.ReadAllBytes(file));
        }

        return answered;
    }

    private static void Put(string path, byte[]? content)
    {
        File.Delete(path);
        if (content is not null)
        {
            File.WriteAllBytes(path, content);
        }
    }

    /// <summary>Answers to always the same searches; null as soon as one is refused.</summary>
    private static List<string>? Answers(SearchIndex index)
    {
        var requests = new RandomRequests(44);
        var found = new List<string>();
        for (var i = 0; i < Searches; i++)
        {
            if (index.Search(requests.Next()) is not SearchOutcome.Answered { Result: var result })
            {
                return null;
            }

            found.Add(JsonSerializer.Serialize(new { result.Total, result.Sums, result.Facets, result.Keys, result.Weights }));
        }

        return found;
    }
}
