namespace Splot.Ui;

/// <summary>One short link.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Removes">Whether it removes a filter: it then shows a cross and says so.</param>
/// <param name="Lang">The words' language where it differs from the page's.</param>
public sealed record Chip(string Label, string Href, bool Removes = false, string? Lang = null);
