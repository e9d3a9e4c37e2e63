using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Data.Tests;

public sealed class ProgressLineTests
{
    [Fact]
    public void Log_ManyStates_HasTheFirstTheLastAndOneEveryTenSeconds()
    {
        var (text, clock) = (new StringWriter { NewLine = "\n" }, new ManualClock());
        var line = new ProgressLine(text, clock, onScreen: false);
        for (var second = 0; second <= 12; second++)
        {
            line.Show($"Waited {second} s");
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        line.End();

        Assert.Equal("Waited 0 s\nWaited 10 s\nWaited 12 s\n", text.ToString());
    }

    [Fact]
    public void Log_OtherWork_IsToldAtOnce()
    {
        var text = new StringWriter { NewLine = "\n" };
        var line = new ProgressLine(text, new ManualClock(), onScreen: false);
        line.Show("Read 1");
        line.Show("Read 2");
        line.Show("Wrote 1");

        Assert.Equal("Read 1\nWrote 1\n", text.ToString());
    }

    [Fact]
    public void Screen_NextState_IsWrittenOverTheLine()
    {
        var (text, clock) = (new StringWriter { NewLine = "\n" }, new ManualClock());
        var line = new ProgressLine(text, clock, onScreen: true);
        line.Show("a longer state");
        clock.Advance(TimeSpan.FromSeconds(1));
        line.Show("b");
        line.End();

        Assert.Equal($"\r{"a longer state",-60}\r{"b",-60}\n", text.ToString());
    }
}
