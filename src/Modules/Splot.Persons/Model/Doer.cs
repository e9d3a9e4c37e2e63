using Splot.Contracts.Persons;

namespace Splot.Persons.Model;

/// <summary>Who changes something, for whom and why; all of it goes into the audit.</summary>
/// <param name="Account">The account.</param>
/// <param name="OnBehalfOf">The account on whose behalf.</param>
/// <param name="Reason">Why, where a reason is owed.</param>
internal sealed record Doer(string Account, string? OnBehalfOf = null, string? Reason = null)
{
    /// <summary>The organisations whose records may be changed; null for all. Records of others are answered as unknown.</summary>
    public IReadOnlyCollection<string>? Organisations { get; init; }

    /// <summary>What the doer may know of.</summary>
    public PersonScope Scope => new(Account, Organisations);
}
