namespace Splot.Portal.BenchSearch;

/// <summary>How long an engine took for each question.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="BuildSeconds">Time to build what it searches.</param>
/// <param name="Milliseconds">By number of the question.</param>
/// <param name="Totals">Hits by number of the question; −1 where it was stopped.</param>
internal sealed record Timings(string Engine, double BuildSeconds, IReadOnlyDictionary<int, double> Milliseconds, IReadOnlyDictionary<int, long> Totals)
{
    /// <summary>Nearest-rank percentile over the questions with these numbers.</summary>
    public double Percentile(double share, IEnumerable<int> questions)
    {
        var sorted = questions.Select(q => Milliseconds[q]).Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public double Percentile(double share) => Percentile(share, Milliseconds.Keys);
}
