using System.Diagnostics;
using System.Globalization;
using Splot.Search.Live;
using Splot.Search.Tests.Oracle;

namespace Splot.Search.Tests.Live;

/// <summary>A process that changes, merges and rebuilds an index is killed again and again; whoever opens it then finds it whole and, with the changes it lacks applied, complete.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Index_WriterKilledAtAnyMoment_IsWholeAndCatchesUp()
    {
        var random = new Random(77);
        var index = System.IO.Path.Combine(folder.Path, "index");
        var diary = System.IO.Path.Combine(folder.Path, "diary");
        var survived = 0;
        for (var round = 0; round < 14; round++)
        {
            using (var child = Start(index, diary))
            {
                await WaitForWork(child, diary, steps: random.Next(1, 16), round);
                await Task.Delay(random.Next(60));
                child.Kill();
                await child.WaitForExitAsync();
                Assert.NotEqual(0, child.ExitCode);
            }

            survived += Check(index, Reached(diary), round) ? 1 : 0;
        }

        Assert.True(survived >= 10, $"Only {survived} rounds found an index.");
    }

    private static Process Start(string index, string diary)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (System.IO.Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        }

        start.Environment[CrashChild.IndexVariable] = index;
        start.Environment[CrashChild.DiaryVariable] = diary;
        var child = Process.Start(start)!;
        child.BeginErrorReadLine();
        child.BeginOutputReadLine();
        return child;
    }

    /// <summary>The child writes a line into the diary before each step.</summary>
    private static async Task WaitForWork(Process child, string diary, int steps, int round)
    {
        var before = Lines(diary);
        for (var waited = 0; Lines(diary) < before + steps; waited++)
        {
            Assert.True(waited < 6000 && !child.HasExited, $"Round {round}: the child does not work.");
            await Task.Delay(10);
        }
    }

    private static int Lines(string diary)
    {
        if (!File.Exists(diary))
        {
            return 0;
        }

        using var file = new FileStream(diary, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Count(c => c == '\n');
    }

    private static long Reached(string diary) => File.ReadLines(diary).Where(l => l.Length > 0).Max(l => long.Parse(l, CultureInfo.InvariantCulture));

    private static bool Check(string path, long reached, int round)
    {
        using var index = TestSchema.Open(path);
        Assert.True(index.Status.State is SearchState.Empty or SearchState.Ready, $"Round {round}: {index.Status.Reason}");
        Assert.Null(index.Verify());
        if (index.Status.State == SearchState.Empty)
        {
            return false;
        }

        Assert.InRange(index.Status.Sequence, 0, reached);
        for (var sequence = index.Status.Sequence + 1; sequence <= reached; sequence++)
        {
            Assert.IsType<ApplyOutcome.Applied>(CrashChild.Apply(index, sequence));
        }

        OracleTests.Compare(index, CrashChild.StateAt(reached), seed: round, searches: 15);
        return true;
    }
}
