using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.ReadPerson;
using Splot.Persons.Vault;

namespace Splot.Persons.SeePerson;

/// <summary>What the page of a person shows.</summary>
public sealed record PersonView
{
    /// <summary>The record.</summary>
    public required PersonRecord Person { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whose the record is: organisation, unit, keeper.</summary>
    public required (string Organisation, string? Unit, string? Keeper) Whose { get; init; }

    /// <summary>Answers about special categories; null where they were not read along.</summary>
    public required IReadOnlyDictionary<string, TraitAnswer>? Traits { get; init; }

    /// <summary>The record that stands for it; null where it stands for itself, or where that one is beyond the reader's reach.</summary>
    public PersonId? StandsUnder { get; init; }

    /// <summary>Whether it is seen through an emergency alone.</summary>
    public bool InEmergency { get; init; }

    /// <summary>Whether the reader may ask for answers about special categories.</summary>
    public bool MaySeeTraits { get; init; }

    /// <summary>What the reader may do: below which address, in which words.</summary>
    public IReadOnlyList<(string Path, string Label)> Ways { get; init; } = [];
}

/// <summary>Makes the page of a person.</summary>
internal sealed class SeePersonModel(Asker asker, NameBook book, IPersons persons)
{
    public async Task<PersonView> OfAsync(ReadPersonOutcome.Found found, CancellationToken cancellation)
    {
        var person = found.Person;
        var names = await book.OfAsync([person.Organisation], [person.Keeper], cancellation);
        return new PersonView
        {
            Person = person,
            Name = IdentityForm.Name(person.Identity),
            Whose = (names.Place(person.Organisation)!, names.Place(person.Unit), names.Person(person.Keeper)),
            Traits = found.Traits,
            StandsUnder = person.MergedInto is { } survivor && (await persons.AllowedAsync([survivor], new PersonScope(asker.Account, asker.ReachOf(Acts.SeePersons)), cancellation)).Count > 0 ? survivor : null,
            InEmergency = found.Emergency is not null,
            MaySeeTraits = found.Emergency is null ? Opens(Acts.SeeTraits, person) : asker.May(Acts.SeeTraits),
            Ways = found.Emergency is not null ? [] : person.MergedInto is null ? Ways(person) : [.. Ways(person).Where(w => w.Path is "/history" or "/seen")],
        };
    }

    private IReadOnlyList<(string Path, string Label)> Ways(PersonRecord person)
    {
        (Act Act, string Path, string Label)[] all =
        [
            (Acts.KeepPersons, "/correct", Text.Correct), (Acts.KeepTraits, "/traits", Text.RecordTraits), (Acts.KeepPersons, "/consents", Text.Consents), (Acts.SeePersons, "/duplicates", Text.Duplicates),
            (Acts.HandOver, "/hand-over", Text.HandOver), (Acts.RestrictPersons, "/restrict", Text.Restrict), (Acts.AnswerSubjects, "/retain", Text.Retain), (Acts.AnswerSubjects, "/erase", Text.Erase),
            (Acts.SeePersons, "/history", Text.History), (Acts.AnswerSubjects, "/request", Text.Request), (Acts.ReadAudit, "/seen", Text.Seen),
        ];
        return [.. all.Where(w => Opens(w.Act, person)).Select(w => (w.Path, w.Label))];
    }

    // A territory or an operation may reach the record too; the page that the way leads to asks again.
    private bool Opens(Act act, PersonRecord person) =>
        asker.ReachOf(act) is var reach && (reach.Covers(new RecordPlace(person.Organisation, person.Unit, person.Keeper)) || reach.Operations.Count + reach.Territories.Count > 0);
}
