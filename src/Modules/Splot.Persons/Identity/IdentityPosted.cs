using System.Globalization;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Persons.Identity;

/// <summary>The fields of who somebody is, in a form and back.</summary>
public static class IdentityPosted
{
    private const int LongestName = 120;

    private static readonly (string Field, IdentifierKind Kind)[] Kinds = [("pesel", IdentifierKind.Pesel), ("egn", IdentifierKind.Egn), ("lnch", IdentifierKind.Lnch)];

    /// <summary>The fields of the step that asks who it is.</summary>
    public static IReadOnlyList<string> WhoFields { get; } = ["firstNames", "surnames", "birthDate", "birthDate-day", "birthDate-month", "birthDate-year", "sex", "pesel", "egn", "lnch", "asWritten"];

    /// <summary>The fields of the step that asks how the person is reached.</summary>
    public static IReadOnlyList<string> ContactFields { get; } = ["phone", "email", "street", "postalCode", "place"];

    /// <summary>Reads all fields.</summary>
    public static PersonIdentity Read(PostedForm form, DateOnly today) => ReadWho(form, today) with { Contact = ReadContact(form) };

    /// <summary>
    /// Reads who it is. A number that cannot be right is an error unless it is ticked that the papers say so; a birth date to come always is.
    /// </summary>
    public static PersonIdentity ReadWho(PostedForm form, DateOnly today)
    {
        var (first, last, birth) = (form.Text("firstNames", LongestName), form.Text("surnames", LongestName), form.Date("birthDate"));
        if (birth > today)
        {
            form.Reject("birthDate", Text.BirthToCome);
        }

        var numbers = Numbers(form, today);
        if (first is null && last is null && numbers.Count == 0)
        {
            form.Reject("surnames", Text.NobodyNamed);
        }

        return new PersonIdentity
        {
            FirstNames = first,
            Surnames = last,
            BirthDate = birth,
            Sex = form.Choice("sex", ["F", "M"]) switch { "F" => Sex.Female, "M" => Sex.Male, _ => null },
            Numbers = numbers,
        };
    }

    /// <summary>A form that is filled in with what is known.</summary>
    public static PostedForm Fill(PersonIdentity identity)
    {
        var (values, contact) = (new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), identity.Contact);
        Add("firstNames", identity.FirstNames);
        Add("surnames", identity.Surnames);
        Add("birthDate-day", identity.BirthDate?.Day.ToString(CultureInfo.InvariantCulture));
        Add("birthDate-month", identity.BirthDate?.Month.ToString(CultureInfo.InvariantCulture));
        Add("birthDate-year", identity.BirthDate?.Year.ToString(CultureInfo.InvariantCulture));
        Add("sex", identity.Sex switch { Sex.Female => "F", Sex.Male => "M", _ => null });
        foreach (var (field, kind) in Kinds)
        {
            Add(field, identity.Numbers.FirstOrDefault(n => n.Kind == kind)?.Value);
        }

        Add("phone", contact?.Phone);
        Add("email", contact?.Email);
        Add("street", contact?.Street);
        Add("postalCode", contact?.PostalCode);
        Add("place", contact?.Place);
        return new PostedForm(values);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                values[name] = [value];
            }
        }
    }

    private static List<PersonalNumber> Numbers(PostedForm form, DateOnly today)
    {
        var numbers = new List<PersonalNumber>();
        foreach (var (field, kind) in Kinds)
        {
            if (form.Text(field, 20) is not { } typed)
            {
                continue;
            }

            var check = Identifier.Check(kind, typed, today);
            if (check.Reason is not null && !form.Ticked("asWritten"))
            {
                form.Reject(field, Text.NumberWrong);
            }
            else if (check.BirthDate > today)
            {
                form.Reject(field, Text.BirthToCome);
            }

            numbers.Add(new PersonalNumber(kind, typed));
        }

        return numbers;
    }

    /// <summary>Reads how the person is reached; null where nothing was said.</summary>
    public static PersonContact? ReadContact(PostedForm form)
    {
        var contact = new PersonContact(form.Text("phone", 40), form.Text("email", 200), form.Text("street", 200), form.Text("postalCode", 20), form.Text("place", 120));
        return contact == new PersonContact() ? null : contact;
    }
}
