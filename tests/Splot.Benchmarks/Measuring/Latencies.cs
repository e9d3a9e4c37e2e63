using System.Globalization;

namespace Splot.Benchmarks.Measuring;

/// <summary>How long things took.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> times)
{
    private readonly double[] sorted = [.. times.Select(t => t.TotalMilliseconds).Order()];

    public double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):F2} ms, p95 {At(0.95):F2} ms, max {sorted.LastOrDefault():F2} ms, mean {sorted.DefaultIfEmpty().Average():F2} ms");
}
