using Splot.Kernel;

namespace Splot.Access.Model;

/// <summary>
/// An organisation that takes part, from a first day to a last. Days are day numbers; a first day of 0 is not known. Nothing of its past is
/// rewritten: names, units and roles are dated, and what ended keeps its rows.
/// </summary>
internal sealed class Organisation
{
    public required string Id { get; set; }

    /// <summary>One of <see cref="OrganisationKind.All"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>The name of today; every name stands in <see cref="Names"/>.</summary>
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

    /// <summary>One of <see cref="OrganisationEnd"/>, where it ended.</summary>
    public string? EndReason { get; set; }

    /// <summary>Why it ended, in the words of whoever recorded it.</summary>
    public string? EndNote { get; set; }

    /// <summary>The organisation that it was merged into.</summary>
    public string? SuccessorId { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public bool Demo { get; set; }

    /// <summary>Counts changes, so that two who change at once learn of each other. Units, names and identifiers count too.</summary>
    public long Version { get; set; }

    public List<OrganisationIdentifier> Identifiers { get; } = [];

    public List<DatedName> Names { get; } = [];

    /// <summary>True where it has begun and not ended on the day.</summary>
    public bool StandsOn(long day) => FromDay <= day && !(ToDay < day);

    /// <summary>The name that holds on a day: before the first one the first, after the last one the last.</summary>
    public string NameOn(long day)
    {
        var names = Names.OrderBy(n => n.FromDay).ToList();
        return (names.LastOrDefault(n => n.FromDay <= day) ?? names.FirstOrDefault())?.Name ?? Name;
    }

    /// <summary>Gives a name from a first day on: the names before end with the day before, a name of the same day is put right. False where a later name is recorded already.</summary>
    public bool Rename(string name, long firstDay, long today)
    {
        if (Names.Exists(n => n.FromDay > firstDay))
        {
            return false;
        }

        if (Names.Find(n => n.FromDay == firstDay) is { } same)
        {
            (same.Name, same.NameKey) = (name, TextFold.Fold(name));
        }
        else
        {
            foreach (var open in Names.Where(n => n.ToDay is null || n.ToDay >= firstDay))
            {
                open.ToDay = firstDay - 1;
            }

            Names.Add(new DatedName { OrganisationId = Id, FromDay = firstDay, Name = name, NameKey = TextFold.Fold(name) });
        }

        TakeNameOf(today);
        return true;
    }

    /// <summary>Puts the first day right; the first name begins with it. False where it is the same.</summary>
    public bool BeginOn(long day)
    {
        if (day == FromDay)
        {
            return false;
        }

        FromDay = day;
        if (Names.MinBy(n => n.FromDay) is { } first && first.FromDay != day)
        {
            Names.Remove(first);
            Names.Add(new DatedName { OrganisationId = Id, FromDay = day, ToDay = first.ToDay, Name = first.Name, NameKey = first.NameKey });
        }

        return true;
    }

    /// <summary>Makes the name that holds on a day the one that lists show; true where that changed something.</summary>
    public bool TakeNameOf(long today)
    {
        var name = NameOn(today);
        var other = name != Name;
        (Name, NameKey) = (name, TextFold.Fold(name));
        return other;
    }
}

/// <summary>A name that an organisation has for a time.</summary>
internal sealed class DatedName
{
    public required string OrganisationId { get; set; }

    public long FromDay { get; set; }

    /// <summary>Last day; null while it holds.</summary>
    public long? ToDay { get; set; }

    public required string Name { get; set; }

    /// <summary>The name folded, for looking up.</summary>
    public required string NameKey { get; set; }
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

/// <summary>An office, a front office or a team within an organisation. It stands no longer than its organisation.</summary>
internal sealed class Unit
{
    public required string Id { get; set; }

    public required string OrganisationId { get; set; }

    /// <summary>One of <see cref="UnitKind.All"/>.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public long FromDay { get; set; }

    public long? ToDay { get; set; }

    /// <summary>The unit that goes on with its work in the organisation that took over its own.</summary>
    public string? SuccessorId { get; set; }

    public bool StandsOn(long day) => FromDay <= day && !(ToDay < day);
}

/// <summary>Kinds of organisations.</summary>
internal static class OrganisationKind
{
    public const string Municipality = "municipality";
    public const string County = "county";

    public static IReadOnlyList<string> All { get; } =
    [
        "managing-authority", "intermediate-body", "regional-centre", Municipality, County, "social-assistance-centre", "services-centre",
        "family-support-centre", "labour-office", "provider", "social-economy-entity", "support-centre", "partner",
    ];
}

/// <summary>Kinds of units.</summary>
internal static class UnitKind
{
    public static IReadOnlyList<string> All { get; } = ["front-office", "team", "department", "other"];
}

/// <summary>How organisations end.</summary>
internal static class OrganisationEnd
{
    public const string Merged = "merged";
    public const string Closed = "closed";
}
