using System.Text.Json;
using Splot.Contracts.Access;
using Splot.Persons.Asking;
using Splot.Persons.ReadHistory;
using Splot.Persons.SeenPerson;
using Splot.Persons.Vault;

namespace Splot.Persons.SeePerson;

/// <summary>A change as it is shown.</summary>
public sealed record ChangeLine(string At, string By, string What, string? Reason, IReadOnlyList<(string Label, string? Before, string? After)> Differences)
{
    /// <summary>Whether answers about special categories were changed.</summary>
    public bool IsAboutTraits { get; init; }
}

/// <summary>A merge as it is shown.</summary>
public sealed record MergeLine(string Id, string Survivor, string Absorbed, string At, string By, bool Undone);

/// <summary>What the page of a record's history shows, the newest first.</summary>
public sealed record PersonHistoryView(IReadOnlyList<ChangeLine> Changes, IReadOnlyList<MergeLine> Merges, bool CanUndo)
{
    /// <summary>Whose record it is.</summary>
    public required string Name { get; init; }

    /// <summary>Whether answers about special categories were changed.</summary>
    public bool HasTraits => Changes.Any(c => c.IsAboutTraits);
}

/// <summary>Makes a record's history readable.</summary>
internal sealed class PersonHistoryModel(Asker asker, NameBook book)
{
    public async Task<PersonHistoryView> OfAsync(PersonHistory history, CancellationToken cancellation)
    {
        var people = history.Changes.SelectMany(c => new[] { c.By, Word(c.PlainBefore, "keeper"), Word(c.PlainAfter, "keeper") }).Concat(history.Merges.Select(m => m.By));
        var names = await book.OfAsync([], people, cancellation);
        return new PersonHistoryView(
            [.. history.Changes.Select(c => new ChangeLine(PersonWords.Moment(c.At), names.Person(c.By) ?? c.ByKind, SeenWords.Of("change", c.Act), c.Reason, Differences(c, names)) { IsAboutTraits = c.Act == "persons.record-traits" })],
            [.. history.Merges.Select(m => new MergeLine(m.Id, m.Survivor.Value, m.Absorbed.Value, PersonWords.Moment(m.At), names.Person(m.By)!, m.UndoneAt is not null))],
            asker.May(Acts.MergePersons))
        {
            Name = IdentityForm.Name(history.Identity),
        };
    }

    private static IReadOnlyList<(string Label, string? Before, string? After)> Differences(HistoryChange change, PageNames names) => change.Act switch
    {
        "persons.correct" when change is { Before.Identity: { } before, After.Identity: { } after } => PersonFacts.Differences(before, after),
        "persons.record-traits" when change is { Before.Traits: { } before, After.Traits: { } after } =>
            [.. after.OrderBy(a => a.Key, StringComparer.Ordinal).Where(a => before.GetValueOrDefault(a.Key) != a.Value).Select(a => (PersonWords.Trait(a.Key), (string?)PersonWords.Of(before.GetValueOrDefault(a.Key)), (string?)PersonWords.Of(a.Value)))],
        "persons.hand-over" => [(Splot.Persons.Text.Keeper, names.Person(Word(change.PlainBefore, "keeper")), names.Person(Word(change.PlainAfter, "keeper")))],
        "persons.retain" => [(Text.RetainUntil, Word(change.PlainBefore, "retainUntil"), Word(change.PlainAfter, "retainUntil")), (Text.LegalHold, YesOrNo(change.PlainBefore, "legalHold"), YesOrNo(change.PlainAfter, "legalHold"))],
        "persons.restrict" => [(Text.RestrictedAccess, null, YesOrNo(change.PlainAfter, "restricted"))],
        _ => [],
    };

    private static string? YesOrNo(string? plain, string field) => Word(plain, field) switch { "True" => Splot.Persons.Text.Yes, "False" => Splot.Persons.Text.No, _ => null };

    private static string? Word(string? plain, string field)
    {
        if (plain is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(plain);
        return json.RootElement.TryGetProperty(field, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;
    }
}
