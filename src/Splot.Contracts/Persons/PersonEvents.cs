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

/// <summary>Somebody else keeps the record now.</summary>
/// <param name="Person">The record.</param>
/// <param name="From">The account that kept it; null where none did.</param>
/// <param name="To">The account that keeps it.</param>
public sealed record PersonHandedOver(PersonId Person, string? From, string To) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "persons.handed-over";

    /// <inheritdoc/>
    public string Aggregate => "person:" + Person;
}

/// <summary>Somebody opened a record of another unit in an emergency; their supervisors are to be told.</summary>
/// <param name="Person">The record.</param>
/// <param name="Emergency">Id of the emergency access.</param>
public sealed record OpenedInEmergency(PersonId Person, string Emergency) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "persons.opened-in-emergency";

    /// <inheritdoc/>
    public string Aggregate => "person:" + Person;
}

/// <summary>
/// A person belongs to an operation from now on, or no longer. Published by the module that knows, in the transaction of its own change; the vault
/// follows it, so that whoever reaches the operation's records reaches the person's. Told again it changes nothing.
/// </summary>
/// <param name="Person">The record.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Belongs">False where it no longer belongs.</param>
public sealed record PersonInOperation(PersonId Person, string Operation, bool Belongs) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "persons.in-operation";

    /// <inheritdoc/>
    public string Aggregate => "person:" + Person;
}
