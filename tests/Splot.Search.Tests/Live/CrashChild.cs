using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Splot.Search.Live;
using Splot.Search.Tests.Oracle;

namespace Splot.Search.Tests.Live;

/// <summary>What the process does that <see cref="CrashTests"/> kills. Change n is always the same.</summary>
internal static class CrashChild
{
    public const string IndexVariable = "SPLOT_TEST_CRASH_INDEX";
    public const string DiaryVariable = "SPLOT_TEST_CRASH_DIARY";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The ModuleInitializer attribute should not be used in libraries", Justification = "the tests' own program is started again as the child, before its test runner looks at it")]
    internal static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(IndexVariable) is { } path && Environment.GetEnvironmentVariable(DiaryVariable) is { } diary)
        {
            Run(path, diary);
        }
    }

    public static ApplyOutcome Apply(SearchIndex index, long sequence)
    {
        var (changed, gone) = Change(sequence);
        return index.Apply([.. changed.Select(d => d.ToDocument())], gone, sequence);
    }

    public static IReadOnlyList<TestDocument> StateAt(long sequence)
    {
        var living = new SortedDictionary<long, TestDocument>();
        for (var number = 1; number <= sequence; number++)
        {
            var (changed, gone) = Change(number);
            gone.ForEach(k => living.Remove(k));
            changed.ForEach(d => living[d.Key] = d);
        }

        return [.. living.Values];
    }

    private static (List<TestDocument> Changed, List<long> Gone) Change(long sequence)
    {
        var random = new Random((int)sequence);
        var invent = new TestDocuments((int)sequence);
        return ([.. Enumerable.Range(0, 12).Select(_ => invent.Next(random.Next(400)))], [.. Enumerable.Range(0, 4).Select(_ => (long)random.Next(400))]);
    }

    private static void Run(string path, string diary)
    {
        using var index = TestSchema.Open(path, new SearchIndexOptions { TermsInMemory = 1500, DocumentsInMemory = 40 });
        var merging = new Thread(() =>
        {
            while (true)
            {
                if (!index.Merge())
                {
                    Thread.Sleep(2);
                }
            }
        });
        merging.IsBackground = true;
        merging.Start();
        for (var sequence = Math.Max(index.Status.Sequence, 0) + 1; ; sequence++)
        {
            File.AppendAllText(diary, sequence.ToString(CultureInfo.InvariantCulture) + "\n");
            if (sequence % 10 == 1 || index.Status.State == SearchState.Empty)
            {
                index.RebuildAsync(OracleTests.Stream(StateAt(sequence)), sequence).GetAwaiter().GetResult();
            }
            else if (Apply(index, sequence) is ApplyOutcome.GoOnFrom other)
            {
                sequence = other.Sequence;
            }
        }
    }
}
