using Splot.Kernel;

namespace Splot.Contracts.Access;

/// <summary>What other modules may ask of accounts.</summary>
public interface IAccounts
{
    /// <summary>Names of accounts, by id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>Where open accounts are written to, in the order of their ids; unknown and closed ones are left out.</summary>
    Task<IReadOnlyList<Addressee>> AddressesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>How far an account may go with an act today; <see cref="Reach.Nothing"/> where it may not at all, is locked out or unknown.</summary>
    Task<Reach> ReachOfAsync(string account, Act act, CancellationToken cancellation);

    /// <summary>
    /// Accounts with a role of their own in the place's organisation, today, that covers the place with this act, in the order of their names. A place
    /// without a unit asks for the whole organisation.
    /// </summary>
    Task<IReadOnlyList<Colleague>> WhoMayAsync(Act act, RecordPlace place, CancellationToken cancellation);

    /// <summary>The same for any part of an organisation: whoever has a role there that opens the act, be it for one unit.</summary>
    Task<IReadOnlyList<Colleague>> WhoMayInAsync(Act act, string organisation, CancellationToken cancellation);
}

/// <summary>Somebody with an account, as others are told of them.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name that others see.</param>
public sealed record Colleague(string Id, string Name);

/// <summary>Where somebody with an account is written to.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">The address alone.</param>
/// <param name="Language">The language that they read.</param>
public sealed record Addressee(string Id, string Email, Language Language);
