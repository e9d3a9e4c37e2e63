namespace Splot.Ui;

/// <summary>One change of a published value.</summary>
/// <param name="Date">When.</param>
/// <param name="What">Which value.</param>
/// <param name="Before">The old value; null where there was none.</param>
/// <param name="After">The new value; null where it was removed.</param>
/// <param name="By">The body that published it.</param>
/// <param name="Lang">The values' language where it differs from the page's.</param>
public sealed record HistoryEntry(DateOnly Date, string What, string? Before, string? After, string? By = null, string? Lang = null);
