using Splot.Contracts.Persons;

namespace Splot.Persons.Vault;

/// <summary>What became of a change to one record.</summary>
internal abstract record ChangeOutcome
{
    /// <summary>Done; the version that the next change is based on.</summary>
    public sealed record Changed(long Version) : ChangeOutcome;

    /// <summary>There is no such record, as far as the account may know.</summary>
    public sealed record Unknown : ChangeOutcome;

    /// <summary>Somebody else changed the record meanwhile.</summary>
    public sealed record VersionSuperseded(long Current) : ChangeOutcome;

    /// <summary>Another record stands for this one; that one is to be changed.</summary>
    public sealed record StandsUnder(PersonId Survivor) : ChangeOutcome;

    /// <summary>Neither a name nor a number would be left.</summary>
    public sealed record Nobody : ChangeOutcome;

    /// <summary>Why a change based on <paramref name="version"/> cannot be made; null where it can.</summary>
    public static ChangeOutcome? WhyNot(OpenedPerson? person, long version) => person switch
    {
        null => new Unknown(),
        { Row.MergedInto: { } survivor } => new StandsUnder(new PersonId(survivor)),
        _ when person.Row.Version != version => new VersionSuperseded(person.Row.Version),
        _ => null,
    };
}
