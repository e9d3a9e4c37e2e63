namespace Splot.Ui;

/// <summary>One step on the way to a page.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">Where it leads; null for the page itself.</param>
/// <param name="Lang">The words' language where it differs from the page's.</param>
/// <param name="Attributes">Further attributes of the link.</param>
public sealed record Crumb(string Label, string? Href = null, string? Lang = null, IReadOnlyDictionary<string, object>? Attributes = null);
