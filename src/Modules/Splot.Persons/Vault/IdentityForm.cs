using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Matching;

namespace Splot.Persons.Vault;

/// <summary>Brings an identity as typed into the form in which it is kept.</summary>
internal static class IdentityForm
{
    /// <summary>Blanks squeezed, empty texts null, letters composed, numbers without separators, one number of a kind (the last one told).</summary>
    public static PersonIdentity Tidy(PersonIdentity identity) => identity with
    {
        FirstNames = Text(identity.FirstNames),
        Surnames = Text(identity.Surnames),
        Numbers =
        [
            .. identity.Numbers.Select(n => PersonNumber.Of(n.Kind, n.Value)).OfType<PersonNumber>()
                .GroupBy(n => n.Kind).Select(g => g.Last()).OrderBy(n => n.Kind).Select(n => new PersonalNumber(n.Kind, n.Value)),
        ],
        Contact = Contact(identity.Contact),
    };

    /// <summary>True where nothing tells who it is.</summary>
    public static bool IsNobody(PersonIdentity identity) => identity.FirstNames is null && identity.Surnames is null && identity.Numbers.Count == 0;

    /// <summary>The name as it stands on pages: first names and surnames; where there is none, the first number.</summary>
    public static string Name(PersonIdentity identity) => (identity.FirstNames, identity.Surnames) switch
    {
        (null, null) => identity.Numbers.Count > 0 ? identity.Numbers[0].Value : "?",
        var (first, last) => string.Join(' ', new[] { first, last }.OfType<string>()),
    };

    public static PersonSketch Sketch(PersonIdentity identity) => new()
    {
        FirstNames = identity.FirstNames,
        Surnames = identity.Surnames,
        BirthDate = identity.BirthDate,
        Sex = identity.Sex,
        Numbers = [.. identity.Numbers.Select(n => PersonNumber.Of(n.Kind, n.Value)).OfType<PersonNumber>()],
    };

    private static PersonContact? Contact(PersonContact? contact)
    {
        var tidy = contact is null ? null : new PersonContact(
            Text(contact.Phone), Text(contact.Email), Text(contact.Street), Text(contact.PostalCode), Text(contact.Place), Text(contact.UnitCode));
        return tidy == new PersonContact() ? null : tidy;
    }

    private static string? Text(string? text) => CleanText.Line(text) is { Length: > 0 } line ? line : null;
}
