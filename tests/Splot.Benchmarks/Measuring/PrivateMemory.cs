using System.Globalization;

namespace Splot.Benchmarks.Measuring;

/// <summary>Watches the process's private memory (RssAnon; files mapped into memory do not count) and keeps the greatest.</summary>
internal sealed class PrivateMemory : IDisposable
{
    private readonly Timer timer;
    private long most;

    public PrivateMemory() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

    public static long Now => File.ReadLines("/proc/self/status")
        .Where(l => l.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
        .FirstOrDefault();

    public long Most
    {
        get
        {
            Look();
            return Interlocked.Read(ref most);
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = Now;
        if (now > Interlocked.Read(ref most))
        {
            Interlocked.Exchange(ref most, now);
        }
    }
}
