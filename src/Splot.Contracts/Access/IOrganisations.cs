namespace Splot.Contracts.Access;

/// <summary>What other modules may ask of organisations and their units. Organisations that have ended are known as long as anything refers to them.</summary>
public interface IOrganisations
{
    /// <summary>Ids of all organisations whose place is one of <paramref name="territoryPaths"/> or lies in it, ended ones included; for turning the territories of a <see cref="Reach"/> into a condition.</summary>
    /// <param name="territoryPaths">Paths of codes with slashes around each, such as <c>/PL/PL8/PL81/</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlySet<string>> WithinAsync(IReadOnlyCollection<string> territoryPaths, CancellationToken cancellation);

    /// <summary>Names as they were on a day (before the first name the first, after the last the last), by id; ids that nobody has are left out.</summary>
    Task<IReadOnlyDictionary<string, OrganisationName>> NamesAsync(IReadOnlyCollection<string> ids, DateOnly on, CancellationToken cancellation);

    /// <summary>Names as they are today.</summary>
    Task<IReadOnlyDictionary<string, OrganisationName>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>Which of the ids belong to organisations that stand on a day.</summary>
    Task<IReadOnlySet<string>> StandingAsync(IReadOnlyCollection<string> ids, DateOnly on, CancellationToken cancellation);

    /// <summary>Units of the organisations, those that stand on a day or, without one, all that ever were; by organisation, name and id.</summary>
    Task<IReadOnlyList<OrganisationUnit>> UnitsAsync(IReadOnlyCollection<string> organisations, DateOnly? on, CancellationToken cancellation);
}

/// <summary>An organisation as it is told of elsewhere.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, in the language of its country.</param>
/// <param name="Kind">Stable code of its kind, such as <c>municipality</c>.</param>
/// <param name="Country">ISO code of its country.</param>
/// <param name="LastDay">The day on which it ended or will end; null while none is set.</param>
public sealed record OrganisationName(string Id, string Name, string Kind, string Country, DateOnly? LastDay)
{
    /// <summary>BCP 47 tag of the name's language, for marking it up: <c>pl</c>, <c>bg</c>, or <c>und</c> where the country says nothing.</summary>
    public string LanguageTag => Country switch { "PL" => "pl", "BG" => "bg", _ => "und" };
}

/// <summary>An office, a front office or a team within an organisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Organisation">The organisation that it belongs to.</param>
/// <param name="Kind">Stable code of its kind: front-office, team, department or other.</param>
/// <param name="Name">Its name, in the language of the organisation's country.</param>
/// <param name="FirstDay">Its first day; null where that is not known.</param>
/// <param name="LastDay">Its last day, at the latest that of its organisation; null while none is set.</param>
public sealed record OrganisationUnit(string Id, string Organisation, string Kind, string Name, DateOnly? FirstDay, DateOnly? LastDay);
