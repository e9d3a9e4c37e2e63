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
            line.Show($"{second} s");
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        line.End();

        Assert.Equal("0 s\n10 s\n12 s\n", text.ToString());
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
