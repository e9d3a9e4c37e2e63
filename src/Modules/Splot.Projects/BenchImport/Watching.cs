using System.Diagnostics;
using System.Globalization;
using Splot.Data;

namespace Splot.Projects.BenchImport;

/// <summary>The greatest private memory of this process while it is watched.</summary>
internal static class PrivateMemory
{
    /// <summary>Looks every 50 ms until cancelled; bytes (RssAnon on Linux, the private bytes elsewhere).</summary>
    public static async Task<double> WatchAsync(CancellationToken cancellation)
    {
        var most = 0.0;
        while (!cancellation.IsCancellationRequested)
        {
            most = Math.Max(most, Now());
            await Task.Delay(50, CancellationToken.None);
        }

        return most;
    }

    private static double Now()
    {
        const string status = "/proc/self/status";
        if (!File.Exists(status))
        {
            using var process = Process.GetCurrentProcess();
            return process.PrivateMemorySize64;
        }

        var line = File.ReadLines(status).First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(8).TrimEnd("kB").Trim(), NumberStyles.None, CultureInfo.InvariantCulture) * 1024.0;
    }
}

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
