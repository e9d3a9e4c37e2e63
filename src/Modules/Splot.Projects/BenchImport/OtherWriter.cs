using System.Diagnostics;
using Splot.Data;

namespace Splot.Projects.BenchImport;

/// <summary>A writer with a small transaction every 20 ms; tells how long the longest of them took.</summary>
internal static class OtherWriter
{
    private const string Touch = "UPDATE projects_counter SET next = next WHERE name = 'bench'";

    public static async Task<double> WatchAsync(MainStore store, CancellationToken cancellation)
    {
        var longest = 0.0;
        while (!cancellation.IsCancellationRequested)
        {
            var watch = Stopwatch.GetTimestamp();
            await store.WriteAsync(session => session.Command(Touch).ExecuteNonQueryAsync(CancellationToken.None), CancellationToken.None);
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }

        return longest;
    }
}
