namespace Splot.Ui;

/// <summary>One bar of a list of shares.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">The value that the bar draws.</param>
/// <param name="Words">The value as it is to be read.</param>
/// <param name="Note">More about the value, such as its share of the whole.</param>
/// <param name="Href">The page of what the bar is of; null where it has none.</param>
/// <param name="Lang">The label's language where it differs from the page's.</param>
/// <param name="ValueHref">What the value counts; null where it is not to be reached.</param>
public sealed record ShareRow(string Label, decimal Value, string Words, string? Note = null, string? Href = null, string? Lang = null, string? ValueHref = null);
