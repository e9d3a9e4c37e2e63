namespace Splot.Ui;

/// <summary>One value of a chart.</summary>
/// <param name="Label">What it is of: a name, a year.</param>
/// <param name="Value">The value; below zero counts as zero in bars, which start there.</param>
/// <param name="Words">The value as it is to be read.</param>
/// <param name="Unfinished">The time is not over, so the value will grow: drawn hatched.</param>
/// <param name="Muted">Not what the chart is about: drawn pale.</param>
/// <param name="Href">What the value counts; null where it is not to be reached.</param>
/// <param name="Full">The value in full, where <paramref name="Words"/> are cut short for the drawing.</param>
public sealed record ChartPoint(string Label, decimal Value, string Words, bool Unfinished = false, bool Muted = false, string? Href = null, string? Full = null)
{
    /// <summary>Name and value in one line.</summary>
    internal string Said => Label + ": " + (Full ?? Words);
}
