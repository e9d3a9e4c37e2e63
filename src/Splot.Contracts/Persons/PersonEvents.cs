namespace Splot.Contracts.Persons;

/// <summary>A record was made or changed; what changed is not told.</summary>
/// <param name="Person">The record.</param>
public sealed record PersonChanged(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "persons.changed";

    /// <inheritdoc/>
    public string Aggregate => "person:" + Person;
}

/// <summary>Two records were found to be one human being. What other modules keep under <paramref name="Absorbed"/> stays there and is read with that of the survivor.</summary>
/// <param name="Person">The record that stands for both.</param>
/// <param name="Absorbed">The record that it stands for.</param>
public sealed record PersonsMerged(PersonId Person, PersonId Absorbed) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "persons.merged";

    /// <inheritdoc/>
    public string Aggregate => "person:" + Person;
}

/// <summary>A merge was undone: the two records stand for themselves again.</summary>
/// <param name="Person">The record that stood for both.</param>
/// <param name="Absorbed">The other one.</param>
public sealed record PersonsParted(PersonId Person, PersonId Absorbed) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "persons.parted";

    /// <inheritdoc/>
    public string Aggregate => "person:" + Person;
}

/// <summary>A record was erased: its key is destroyed, the id stays as a tombstone. Modules that keep anything personal under it erase that too.</summary>
/// <param name="Person">The record.</param>
public sealed record PersonErased(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "persons.erased";

    /// <inheritdoc/>
    public string Aggregate => "person:" + Person;
}
