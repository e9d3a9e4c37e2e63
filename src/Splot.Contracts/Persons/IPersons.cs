using Splot.Contracts.Access;

namespace Splot.Contracts.Persons;

/// <summary>
/// Whose records somebody may know of. It narrows every answer of the vault, counts included; a restricted record is known to its named
/// accounts only, and to anybody else it does not exist.
/// </summary>
/// <param name="Account">The account that asks; null for none, which is nobody's name.</param>
/// <param name="Reach">How far it may go with the act that it is about.</param>
public sealed record PersonScope(string? Account, Reach Reach)
{
    /// <summary>True for seeing a single record: one that the account opened in an emergency is covered too, until that ends.</summary>
    public bool WithEmergencies { get; init; }
}

/// <summary>What other modules may ask of the vault. Every answer with names in it is a read of a person: who asks for it sees to its being logged.</summary>
public interface IPersons
{
    /// <summary>The records with these ids that the scope allows, in the order of the ids; erased ones are left out.</summary>
    Task<IReadOnlyList<PersonRecord>> FindAsync(IReadOnlyCollection<PersonId> ids, PersonScope scope, CancellationToken cancellation);

    /// <summary>The ids of those records that the scope allows, without opening any: for lists and counts of other modules.</summary>
    Task<IReadOnlySet<PersonId>> AllowedAsync(IReadOnlyCollection<PersonId> ids, PersonScope scope, CancellationToken cancellation);

    /// <summary>How many records the scope allows; merged ones count with the record that stands for them.</summary>
    Task<long> CountAsync(PersonScope scope, CancellationToken cancellation);

    /// <summary>The ids of all restricted records that the account is not named in, erased ones among them: whatever is told about records elsewhere leaves these out.</summary>
    Task<IReadOnlySet<string>> HiddenFromAsync(string account, CancellationToken cancellation);

    /// <summary>The record that stands for each of these today: itself, or the one that it was merged into. Erased records stand for themselves.</summary>
    Task<IReadOnlyDictionary<PersonId, PersonId>> StandingAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellation);
}
