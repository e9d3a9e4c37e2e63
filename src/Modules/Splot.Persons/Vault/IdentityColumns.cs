using System.Globalization;
using System.Text.Json;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Model;

namespace Splot.Persons.Vault;

/// <summary>A person's identity as sealed columns, and back.</summary>
internal static class IdentityColumns
{
    public const string FirstNames = "persons_identity.first_names";
    public const string Surnames = "persons_identity.surnames";
    public const string BirthDate = "persons_identity.birth_date";
    public const string SexColumn = "persons_identity.sex";
    public const string Numbers = "persons_identity.numbers";
    public const string Contact = "persons_identity.contact";

    /// <summary>Seals what differs from <paramref name="before"/> into the row; what stays the same keeps its bytes.</summary>
    public static void Seal(PersonKey key, IdentityRow row, PersonIdentity identity, PersonIdentity? before)
    {
        row.FirstNames = Column(FirstNames, row.FirstNames, identity.FirstNames, before?.FirstNames);
        row.Surnames = Column(Surnames, row.Surnames, identity.Surnames, before?.Surnames);
        row.BirthDate = Column(BirthDate, row.BirthDate, Text(identity.BirthDate), Text(before?.BirthDate));
        row.Sex = Column(SexColumn, row.Sex, Text(identity.Sex), Text(before?.Sex));
        row.Numbers = Column(Numbers, row.Numbers, Text(identity.Numbers), Text(before?.Numbers ?? []));
        row.Contact = Column(Contact, row.Contact, Text(identity.Contact), Text(before?.Contact));

        byte[]? Column(string column, byte[]? held, string? now, string? then) => before is not null && now == then ? held : key.Seal(column, now);
    }

    public static PersonIdentity Open(PersonKey key, IdentityRow row) => new()
    {
        FirstNames = key.Open(FirstNames, row.FirstNames),
        Surnames = key.Open(Surnames, row.Surnames),
        BirthDate = key.Open(BirthDate, row.BirthDate) is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Sex = key.Open(SexColumn, row.Sex) switch { "F" => Sex.Female, "M" => Sex.Male, _ => null },
        Numbers = ReadNumbers(key.Open(Numbers, row.Numbers)),
        Contact = key.Open(Contact, row.Contact) is { } contact ? JsonSerializer.Deserialize<PersonContact>(contact, JsonSerializerOptions.Web) : null,
    };

    private static IReadOnlyList<PersonalNumber> ReadNumbers(string? text) =>
    [
        .. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2))
            .Select(f => new PersonalNumber(Identifier.KindOf(f[0]) ?? throw new FormatException("A stored number has a kind that is not known."), f[1])),
    ];

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(Sex? sex) => sex switch { Sex.Female => "F", Sex.Male => "M", _ => null };

    private static string? Text(IReadOnlyList<PersonalNumber> numbers) =>
        numbers.Count == 0 ? null : string.Join('\n', numbers.Select(n => n.Kind.ToString().ToUpperInvariant() + " " + n.Value));

    private static string? Text(PersonContact? contact) => contact is null ? null : JsonSerializer.Serialize(contact, JsonSerializerOptions.Web);
}
