using Splot.Access.Model;

namespace Splot.Access.Organisations;

/// <summary>What is said of an organisation apart from its name, as typed.</summary>
internal sealed record OrganisationFacts
{
    public required string Kind { get; init; }

    /// <summary>ISO code.</summary>
    public required string Country { get; init; }

    /// <summary>Code of a place in any register that the territory knows.</summary>
    public string? Place { get; init; }

    /// <summary>Id of the organisation above.</summary>
    public string? ParentId { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    /// <summary>Official numbers by kind, as typed; blank ones count as none.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>The same, checked: whatever is wrong stands in <see cref="Findings"/> and is left out here.</summary>
internal sealed record CheckedFacts
{
    public required string Kind { get; init; }

    public required string Country { get; init; }

    public string? Place { get; init; }

    public string? PlacePath { get; init; }

    public string? ParentId { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public IReadOnlyList<CheckedNumber> Numbers { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Writes everything into an organisation; true where something changed. Numbers that are no longer said go.</summary>
    public bool ApplyTo(Organisation organisation)
    {
        var before = (organisation.Kind, organisation.Country, organisation.Place, organisation.PlacePath, organisation.ParentId, organisation.Email, organisation.Phone, organisation.Address);
        (organisation.Kind, organisation.Country, organisation.Place, organisation.PlacePath) = (Kind, Country, Place, PlacePath);
        (organisation.ParentId, organisation.Email, organisation.Phone, organisation.Address) = (ParentId, Email, Phone, Address);
        var changed = before != (Kind, Country, Place, PlacePath, ParentId, Email, Phone, Address);
        changed |= organisation.Identifiers.RemoveAll(i => !Numbers.Any(n => n.Lookup == i.Lookup)) > 0;
        foreach (var number in Numbers)
        {
            if (organisation.Identifiers.Find(i => i.Lookup == number.Lookup) is not { } known)
            {
                organisation.Identifiers.Add(new OrganisationIdentifier { Lookup = number.Lookup, OrganisationId = organisation.Id, Kind = number.Kind, Value = number.Value });
                changed = true;
            }
            else if (known.Value != number.Value)
            {
                (known.Value, changed) = (number.Value, true);
            }
        }

        return changed;
    }
}

/// <summary>An official number that is one.</summary>
/// <param name="Kind">NIP, REGON, KRS, EIK or TERC.</param>
/// <param name="Value">Its digits.</param>
/// <param name="Key">What it is known by: its digits; of a municipality's TERC the six that stay when its type changes.</param>
internal sealed record CheckedNumber(string Kind, string Value, string Key)
{
    /// <summary>Kind and key; nobody else has it.</summary>
    public string Lookup => Kind + " " + Key;
}
