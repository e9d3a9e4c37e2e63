using Splot.Kernel;

namespace Splot.Contracts.Persons;

/// <summary>A record of a person in the vault. Other modules keep this id and nothing else of the person.</summary>
/// <param name="Value">UUID version 7 as 32 hexadecimal digits, small letters: later ones sort after earlier ones.</param>
public readonly record struct PersonId(string Value)
{
    /// <summary>A new id.</summary>
    /// <param name="now">The time that it carries.</param>
    public static PersonId New(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N"));

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

/// <summary>Who a person is. Everything may be missing; equality is that of all fields.</summary>
public sealed record PersonIdentity
{
    /// <summary>First names as the person writes them; a Bulgarian patronymic may stand here or before the surname.</summary>
    public string? FirstNames { get; init; }

    /// <summary>Surnames as the person writes them.</summary>
    public string? Surnames { get; init; }

    /// <summary>Birth date.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Sex as the person's papers say.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Personal numbers, at most one of a kind, as typed and without separators.</summary>
    public IReadOnlyList<PersonalNumber> Numbers { get; init; } = [];

    /// <summary>How the person is reached; null where nothing is known.</summary>
    public PersonContact? Contact { get; init; }

    /// <inheritdoc/>
    public bool Equals(PersonIdentity? other) => other is not null
        && (FirstNames, Surnames, BirthDate, Sex, Contact) == (other.FirstNames, other.Surnames, other.BirthDate, other.Sex, other.Contact)
        && Numbers.SequenceEqual(other.Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FirstNames, Surnames, BirthDate, Sex, Numbers.Count, Contact);
}

/// <summary>A personal number.</summary>
/// <param name="Kind">PESEL, EGN or LNCH.</param>
/// <param name="Value">Without separators. Its check digits need not fit: what a paper says is kept as it is.</param>
public sealed record PersonalNumber(IdentifierKind Kind, string Value);

/// <summary>How a person is reached.</summary>
/// <param name="Phone">Telephone number as given.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Street">Street, house and flat.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="Place">Town or village.</param>
/// <param name="UnitCode">Code of the place or municipality (TERC, EKATTE), where known.</param>
public sealed record PersonContact(string? Phone = null, string? Email = null, string? Street = null, string? PostalCode = null, string? Place = null, string? UnitCode = null);

/// <summary>An answer to a question about a special category of personal data. Refusing is an answer and is kept.</summary>
public enum TraitAnswer
{
    /// <summary>Not asked, or not answered yet.</summary>
    Unknown = 0,

    /// <summary>Yes.</summary>
    Yes = 1,

    /// <summary>No.</summary>
    No = 2,

    /// <summary>The person would not say.</summary>
    Refused = 3,
}

/// <summary>A person's record as an entitled reader sees it.</summary>
/// <param name="Id">The record.</param>
/// <param name="Organisation">The organisation that owns it.</param>
/// <param name="Unit">The office within it.</param>
/// <param name="Keeper">The account that looks after the person.</param>
/// <param name="Version">Grows with every change; a command that changes the record names the version it was based on.</param>
/// <param name="Identity">Who the person is.</param>
/// <param name="Restricted">True where only named accounts may know of the record.</param>
/// <param name="CreatedAt">When the record was made.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="RetainUntil">The last day on which the record is owed to somebody; null where that is not known yet.</param>
/// <param name="LegalHold">True where the record may not be erased whatever its dates say.</param>
/// <param name="MergedInto">The record that stands for this one since they were found to be one human being; null where it stands for itself.</param>
public sealed record PersonRecord(
    PersonId Id,
    string Organisation,
    string? Unit,
    string? Keeper,
    long Version,
    PersonIdentity Identity,
    bool Restricted,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    DateOnly? RetainUntil,
    bool LegalHold,
    PersonId? MergedInto);
