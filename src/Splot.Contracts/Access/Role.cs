namespace Splot.Contracts.Access;

/// <summary>What somebody is in an organisation. One account may hold several, each for an organisation and for a time.</summary>
public enum Role
{
    /// <summary>Keeps accounts, roles and organisations; sees no person.</summary>
    SystemAdministrator,

    /// <summary>Coordinates a region: of other organisations aggregates and contact points, of the centre's own operations its training participants.</summary>
    RegionalCoordinator,

    /// <summary>Works for a municipality or county: plans, collections, services.</summary>
    MunicipalOfficer,

    /// <summary>Directs people to services at a front office.</summary>
    FrontOfficeClerk,

    /// <summary>Accompanies people: assessments, contracts, notes.</summary>
    SocialWorker,

    /// <summary>Supervises a team; is told of emergency access.</summary>
    UnitHead,

    /// <summary>Works for a managing authority or an intermediate body: operations and figures; persons only in a sample drawn for control.</summary>
    ManagingAuthorityOfficer,

    /// <summary>Runs an operation.</summary>
    ProjectManager,

    /// <summary>Keeps the costs and claims of operations.</summary>
    Accountant,

    /// <summary>Gives training and keeps its attendance.</summary>
    Trainer,

    /// <summary>Provides a service to which people are referred.</summary>
    Provider,

    /// <summary>Decides what the public sees.</summary>
    Publisher,

    /// <summary>Reads everything of an operation, changes nothing; every read is recorded.</summary>
    Auditor,

    /// <summary>Answers for personal data: requests of data subjects, the record of who saw whom.</summary>
    DataProtectionOfficer,
}

/// <summary>The stable codes of roles, as they stand in stores, links and files.</summary>
public static class Roles
{
    /// <summary>All roles, in the order of the table.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The code, such as <c>front-office-clerk</c>.</summary>
    public static string Code(this Role role) => string.Concat(role.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>The role of a code; null where there is none.</summary>
    public static Role? Parse(string code) => ByCode.TryGetValue(code, out var role) ? role : null;

    private static readonly Dictionary<string, Role> ByCode = All.ToDictionary(Code, StringComparer.Ordinal);
}
