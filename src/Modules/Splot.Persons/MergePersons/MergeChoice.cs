using Splot.Contracts.Persons;
using Splot.Ui;

namespace Splot.Persons.MergePersons;

/// <summary>Which of two identities is right, part by part.</summary>
public static class MergeChoice
{
    /// <summary>The parts in which they differ, with what each says; the first is what is chosen where nothing is.</summary>
    public static IReadOnlyList<(string Part, string Label, string? One, string? Other)> Parts(PersonIdentity one, PersonIdentity other)
    {
        var all = new List<(string Part, string Label, string? One, string? Other)>
        {
            ("firstNames", Splot.Persons.Text.FirstNames, one.FirstNames, other.FirstNames),
            ("surnames", Splot.Persons.Text.Surnames, one.Surnames, other.Surnames),
            ("birthDate", Splot.Persons.Text.BirthDate, Day(one.BirthDate), Day(other.BirthDate)),
            ("sex", Splot.Persons.Text.Sex, Sex(one), Sex(other)),
            ("numbers", Splot.Persons.Text.Number, Numbers(one), Numbers(other)),
            ("contact", Text.Contact, Contact(one), Contact(other)),
        };
        return [.. all.Where(p => p.One != p.Other)];
    }

    /// <summary>The identity that was chosen.</summary>
    public static PersonIdentity Read(PostedForm form, PersonIdentity one, PersonIdentity other)
    {
        var theirs = Parts(one, other).Where(p => (form.Choice("part-" + p.Part, ["one", "other"]) ?? (p.One is null ? "other" : "one")) == "other").Select(p => p.Part).ToHashSet(StringComparer.Ordinal);
        return new PersonIdentity
        {
            FirstNames = (theirs.Contains("firstNames") ? other : one).FirstNames,
            Surnames = (theirs.Contains("surnames") ? other : one).Surnames,
            BirthDate = (theirs.Contains("birthDate") ? other : one).BirthDate,
            Sex = (theirs.Contains("sex") ? other : one).Sex,
            Numbers = (theirs.Contains("numbers") ? other : one).Numbers,
            Contact = (theirs.Contains("contact") ? other : one).Contact,
        };
    }

    private static string? Day(DateOnly? day) => day is null ? null : PersonWords.Day(day);

    private static string? Sex(PersonIdentity identity) => identity.Sex is null ? null : PersonWords.Of(identity.Sex);

    private static string? Numbers(PersonIdentity identity) => identity.Numbers.Count == 0 ? null : string.Join(", ", identity.Numbers.Select(n => PersonWords.Of(n.Kind) + " " + n.Value));

    private static string? Contact(PersonIdentity identity) =>
        identity.Contact is not { } contact ? null : string.Join(", ", new[] { contact.Phone, contact.Email, contact.Street, contact.PostalCode, contact.Place }.OfType<string>());
}
