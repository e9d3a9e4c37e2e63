namespace Splot.Contracts.Access;

/// <summary>What other modules may ask of accounts.</summary>
public interface IAccounts
{
    /// <summary>Names of accounts, by id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>How far an account may go with an act today; <see cref="Reach.Nothing"/> where it may not at all, is locked out or unknown.</summary>
    Task<Reach> ReachOfAsync(string account, Act act, CancellationToken cancellation);

    /// <summary>
    /// Accounts with a role of their own in the place's organisation, today, that covers the place with this act, in the order of their names. A place
    /// without a unit asks for the whole organisation.
    /// </summary>
    Task<IReadOnlyList<Colleague>> WhoMayAsync(Act act, RecordPlace place, CancellationToken cancellation);
}

/// <summary>Somebody with an account, as others are told of them.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name that others see.</param>
public sealed record Colleague(string Id, string Name);
