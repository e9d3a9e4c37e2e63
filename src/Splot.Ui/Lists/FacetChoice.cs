namespace Splot.Ui;

/// <summary>One value of a facet.</summary>
/// <param name="Value">The code that is sent.</param>
/// <param name="Label">Its name.</param>
/// <param name="Count">How many results have it; null where nobody counted.</param>
/// <param name="Checked">Whether it is chosen.</param>
/// <param name="Lang">The name's language where it differs from the page's.</param>
public sealed record FacetChoice(string Value, string Label, long? Count = null, bool Checked = false, string? Lang = null);
