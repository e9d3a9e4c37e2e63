using System.Globalization;
using Splot.Search.Text;

namespace Splot.Search.Tests.Text;

public sealed class WordMemoryTests
{
    private static KnownChunk Make(string written, TermPool pool) => new(written, [new AnalysedWord(0, written, pool.Intern([written]))], 1);

    [Fact]
    public void Memory_KeepsWhatIsInUse_AndForgetsTheRest()
    {
        var memory = new WordMemory(10);
        var kept = memory.Remember("often", Make);
        memory.Remember("once", Make);
        for (var i = 0; i < 100; i++)
        {
            memory.Remember(i.ToString(CultureInfo.InvariantCulture), Make);
            Assert.Same(kept, memory.Find("often"));
        }

        Assert.Null(memory.Find("once"));
        Assert.NotNull(memory.Find("99"));
    }

    [Fact]
    public void Memory_UsedByManyThreads_GivesEveryWordOneInstance()
    {
        var memory = new WordMemory(100_000);
        var seen = new KnownChunk[4][];
        Parallel.For(0, seen.Length, thread =>
        {
            seen[thread] = [.. Enumerable.Range(0, 20_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select(w => memory.Find(w) ?? memory.Remember(w, Make))];
        });

        Assert.All(Enumerable.Range(0, 20_000), i => Assert.All(seen, s => Assert.Same(seen[0][i], s[i])));
    }
}
