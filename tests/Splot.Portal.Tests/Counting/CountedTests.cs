using Microsoft.Extensions.Logging.Abstractions;
using Splot.Portal.Counting;
using Splot.Testing;

namespace Splot.Portal.Tests.Counting;

public sealed class CountedTests
{
    private readonly ManualClock clock = new();
    private string source = "first";
    private TimeSpan length = TimeSpan.Zero;
    private int counts;

    [Fact]
    public async Task Read_WithNothingChanged_CountsOnce()
    {
        var counted = Counted(TimeSpan.FromSeconds(1));

        await counted.ReadAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(1));
        await counted.ReadAsync(CancellationToken.None);

        Assert.Equal(1, counts);
    }

    [Fact]
    public async Task Read_OfWhatTakesNoTime_WaitsForTheNextCount()
    {
        var counted = Counted(TimeSpan.FromSeconds(1));
        await counted.ReadAsync(CancellationToken.None);
        source = "second";

        Assert.Equal("second", await counted.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_WithinAPauseOfTwentyTimesTheCount_GetsTheFigureBefore()
    {
        length = TimeSpan.FromMilliseconds(100);
        var counted = Counted(TimeSpan.FromSeconds(1));
        await counted.ReadAsync(CancellationToken.None);
        source = "second";

        clock.Advance(TimeSpan.FromMilliseconds(1_900));
        Assert.Equal("first", await counted.ReadAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal("second", await counted.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_OfWhatTakesLong_GetsTheFigureBefore()
    {
        var counted = Counted(TimeSpan.FromTicks(-1));
        await counted.ReadAsync(CancellationToken.None);
        source = "second";
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("first", await counted.ReadAsync(CancellationToken.None));
        await counted.Counting;
        Assert.Equal("second", await counted.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_OfAnotherDay_IsCountedAnewWithinThePause()
    {
        length = TimeSpan.FromMilliseconds(100);
        var counted = Counted(TimeSpan.FromSeconds(1), known => known == source);
        await counted.ReadAsync(CancellationToken.None);
        source = "second";

        Assert.Equal("second", await counted.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_WhileACountFromBeforeTheChangeGoesOn_CountsOnceMore()
    {
        var held = new TaskCompletionSource();
        var counted = new Counted<string>(
            async () =>
            {
                var seen = source;
                counts++;
                await held.Task;
                return seen;
            },
            _ => true,
            known => known == source,
            clock,
            NullLogger.Instance);
        var earlier = counted.ReadAsync(CancellationToken.None);
        SpinWait.SpinUntil(() => counts == 1);
        source = "second";

        var later = counted.ReadAsync(CancellationToken.None);
        held.SetResult();

        Assert.Equal("first", await earlier);
        Assert.Equal("second", await later);
    }

    [Fact]
    public async Task Read_AfterAFailure_WaitsForTheNextCountAndLearnsOfIt()
    {
        var counted = Counted(TimeSpan.FromTicks(-1));
        await counted.ReadAsync(CancellationToken.None);
        source = "fail";
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("first", await counted.ReadAsync(CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => counted.Counting);

        await Assert.ThrowsAsync<IOException>(() => counted.ReadAsync(CancellationToken.None));
        source = "second";
        Assert.Equal("second", await counted.ReadAsync(CancellationToken.None));
    }

    private Counted<string> Counted(TimeSpan worthWaiting, Func<string, bool>? today = null) => new(
        () =>
        {
            counts++;
            clock.Advance(length);
            return source == "fail" ? Task.FromException<string>(new IOException("The disk is gone.")) : Task.FromResult(source);
        },
        today ?? (_ => true),
        known => known == source,
        clock,
        NullLogger.Instance)
    {
        WorthWaiting = worthWaiting,
    };
}
