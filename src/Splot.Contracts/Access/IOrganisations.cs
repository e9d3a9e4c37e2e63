namespace Splot.Contracts.Access;

/// <summary>What other modules may ask of organisations and their units.</summary>
public interface IOrganisations
{
    /// <summary>Ids of the organisations whose place lies in one of these paths of territory (/PL/PL8/PL81/), the path itself included.</summary>
    Task<IReadOnlySet<string>> WithinAsync(IReadOnlyCollection<string> territories, CancellationToken cancellation);

    /// <summary>The organisation's place as a path of territory; null where it has none or is unknown.</summary>
    Task<string?> TerritoryOfAsync(string organisation, CancellationToken cancellation);

    /// <summary>The units of organisations that are open today, in the order of their names.</summary>
    Task<IReadOnlyList<OfficeUnit>> UnitsAsync(IReadOnlyCollection<string> organisations, CancellationToken cancellation);

    /// <summary>Names of organisations and units, by id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);
}

/// <summary>An office, a front office or a team within an organisation.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Organisation">The organisation that it belongs to.</param>
/// <param name="Name">Its name.</param>
public sealed record OfficeUnit(string Id, string Organisation, string Name);
