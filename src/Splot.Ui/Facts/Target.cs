namespace Splot.Ui;

/// <summary>One indicator with its target.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Goal">The target as it is to be read; null where none was published.</param>
/// <param name="Achieved">The value reached as it is to be read; null where none was published.</param>
/// <param name="Share">The value reached as a share of the target, 0 and more; null where it cannot be said.</param>
/// <param name="Note">Who or what is counted, precisely.</param>
/// <param name="Lang">The name's language where it differs from the page's.</param>
/// <param name="Href">Where the name leads; null where nowhere.</param>
public sealed record Target(string Name, string? Goal, string? Achieved, decimal? Share, string? Note = null, string? Lang = null, string? Href = null);
