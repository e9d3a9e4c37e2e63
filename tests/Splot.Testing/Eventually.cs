using System.Diagnostics;
using Xunit;

namespace Splot.Testing;

/// <summary>Waits, in real time, for something that another thread is about to do.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns when the condition holds; fails after half a minute.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Patience)
            {
                Assert.Fail("What was waited for did not happen within half a minute.");
            }

            await Task.Delay(5);
        }
    }
}
