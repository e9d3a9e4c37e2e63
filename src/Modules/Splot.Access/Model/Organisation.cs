namespace Splot.Access.Model;

/// <summary>An organisation that takes part, from a first day to a last. Days are day numbers.</summary>
internal sealed class Organisation
{
    public required string Id { get; set; }

    /// <summary>One of <see cref="OrganisationKind.All"/>.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>The name folded, for looking up and ordering.</summary>
    public required string NameKey { get; set; }

    public required string Country { get; set; }

    /// <summary>Code of the region or municipality that it stands for or lies in.</summary>
    public string? Place { get; set; }

    /// <summary>That place with everything around it: /PL/PL8/PL81/….</summary>
    public string? PlacePath { get; set; }

    public string? ParentId { get; set; }

    public long FromDay { get; set; }

    public long? ToDay { get; set; }

    /// <summary>merged or closed, where it ended.</summary>
    public string? EndReason { get; set; }

    public string? SuccessorId { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public bool Demo { get; set; }

    /// <summary>Counts changes, so that two who change at once learn of each other.</summary>
    public long Version { get; set; }

    public List<OrganisationIdentifier> Identifiers { get; } = [];
}

/// <summary>An official number of an organisation.</summary>
internal sealed class OrganisationIdentifier
{
    /// <summary>Kind and normalised value; unique.</summary>
    public required string Lookup { get; set; }

    public required string OrganisationId { get; set; }

    /// <summary>NIP, REGON, KRS, EIK or TERC.</summary>
    public required string Kind { get; set; }

    public required string Value { get; set; }
}

/// <summary>An office, a front office or a team within an organisation.</summary>
internal sealed class Unit
{
    public required string Id { get; set; }

    public required string OrganisationId { get; set; }

    /// <summary>office, front-office or team.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public long FromDay { get; set; }

    public long? ToDay { get; set; }
}

/// <summary>Kinds of organisations.</summary>
internal static class OrganisationKind
{
    public static IReadOnlyList<string> All { get; } =
    [
        "managing-authority", "intermediate-body", "regional-centre", "municipality", "county", "social-assistance-centre", "services-centre",
        "family-support-centre", "labour-office", "provider", "social-economy-entity", "support-centre", "partner",
    ];
}
