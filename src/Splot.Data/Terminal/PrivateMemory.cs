using System.Diagnostics;
using System.Globalization;

namespace Splot.Data.Terminal;

/// <summary>The greatest private memory of this process while it is watched.</summary>
public static class PrivateMemory
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
