namespace Splot.Persons.Model;

/// <summary>Who changes something, for whom and why; all of it goes into the audit.</summary>
/// <param name="Account">The account.</param>
/// <param name="OnBehalfOf">The account on whose behalf.</param>
/// <param name="Reason">Why, where a reason is owed.</param>
internal sealed record Doer(string Account, string? OnBehalfOf = null, string? Reason = null);
