namespace Splot.Access.SeeOrganisation;

/// <summary>An organisation as its page shows it, in the reader's language.</summary>
public sealed record OrganisationView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Today's name.</summary>
    public required string Name { get; init; }

    /// <summary>Language of its names.</summary>
    public required string Tag { get; init; }

    /// <summary>What kind it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it stands or what it stands for.</summary>
    public PlaceView? Place { get; init; }

    /// <summary>Numbers, kind and value.</summary>
    public IReadOnlyList<(string Kind, string Value)> Numbers { get; init; } = [];

    /// <summary>Contact points.</summary>
    public string? Email { get; init; }

    /// <summary>Contact points.</summary>
    public string? Phone { get; init; }

    /// <summary>Contact points.</summary>
    public string? Address { get; init; }

    /// <summary>First day; null where it is not known.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Last day; null where none is set.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndNote { get; init; }

    /// <summary>What it was merged into.</summary>
    public OtherView? Successor { get; init; }

    /// <summary>The one above; where that was merged, the one that it was merged into.</summary>
    public OtherView? Parent { get; init; }

    /// <summary>Those below.</summary>
    public IReadOnlyList<OtherView> Children { get; init; } = [];

    /// <summary>How many stand below in all.</summary>
    public int ChildCount { get; init; }

    /// <summary>Those that became part of it.</summary>
    public IReadOnlyList<OtherView> Merged { get; init; } = [];

    /// <summary>Its names, the newest first.</summary>
    public IReadOnlyList<(string Name, DateOnly? From, DateOnly? To)> Names { get; init; } = [];

    /// <summary>Its offices.</summary>
    public IReadOnlyList<UnitView> Units { get; init; } = [];

    /// <summary>How many accounts hold a role in it today; null where the reader may not know.</summary>
    public int? Accounts { get; init; }

    /// <summary>What should be looked at.</summary>
    public IReadOnlyList<string> Worth { get; init; } = [];

    /// <summary>What was changed, the newest first; empty where the reader may not know.</summary>
    public IReadOnlyList<(DateTimeOffset At, string What, string? Who)> History { get; init; } = [];

    /// <summary>Whether the reader keeps it.</summary>
    public bool Keeps { get; init; }
}

/// <summary>A place.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tag">The language of that.</param>
public sealed record PlaceView(string Code, string Name, string Tag);

/// <summary>Another organisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tag">The language of that.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="LastDay">Its last day.</param>
public sealed record OtherView(string Id, string Name, string Tag, string Kind, DateOnly? LastDay);

/// <summary>An office.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Contacts">How to reach it.</param>
/// <param name="FirstDay">First day; null where it is not known.</param>
/// <param name="LastDay">Last day; null where none is set.</param>
/// <param name="HasEnded">Whether it is over.</param>
public sealed record UnitView(string Id, string Name, string Kind, string Contacts, DateOnly? FirstDay, DateOnly? LastDay, bool HasEnded);
