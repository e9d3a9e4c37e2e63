using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.ListPersons;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.SeePersons;

/// <summary>One person of a list.</summary>
public sealed record PersonLine(string Id, string Name, string Born, string? Unit, string? Keeper, string EnteredOn, bool Restricted);

/// <summary>A record of another unit that fits what was sought, told only by its unit.</summary>
public sealed record ElsewhereLine(string Id, string Unit);

/// <summary>What the page of persons shows.</summary>
public sealed record PersonsView
{
    /// <summary>The persons.</summary>
    public IReadOnlyList<PersonLine> Lines { get; init; } = [];

    /// <summary>Fitting records of other units.</summary>
    public IReadOnlyList<ElsewhereLine> Elsewhere { get; init; } = [];

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; init; } = [];

    /// <summary>Keepers to choose from.</summary>
    public IReadOnlyList<Choice> Keepers { get; init; } = [];

    /// <summary>States to choose from.</summary>
    public IReadOnlyList<Choice> States { get; init; } = [];

    /// <summary>What is chosen.</summary>
    public (string? Unit, string? Keeper, string? State) Chosen { get; init; }

    /// <summary>Whether anything is chosen.</summary>
    public bool IsFiltered => Chosen.Unit is not null || Chosen.Keeper is not null || Chosen.State is not null;

    /// <summary>How many there are in all.</summary>
    public long Total { get; init; }

    /// <summary>Whether somebody was sought: then there are no filters and no pages.</summary>
    public bool Searched { get; init; }

    /// <summary>Whether more fit than are shown.</summary>
    public bool More { get; init; }

    /// <summary>Whether this is the first page.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>What the next page goes on after.</summary>
    public string? After { get; init; }

    /// <summary>Whether the reader may enter persons.</summary>
    public bool CanEnter { get; init; }

    /// <summary>Whether the reader may take lists out.</summary>
    public bool CanExport { get; init; }

    /// <summary>The address of a page with these filters.</summary>
    public string Href(string? after) => SeePersonsEndpoints.Path + "?" + string.Join('&', new[]
    {
        ("unit", Chosen.Unit), ("keeper", Chosen.Keeper), ("state", Chosen.State), ("after", after),
    }.Where(p => p.Item2 is not null).Select(p => p.Item1 + "=" + Uri.EscapeDataString(p.Item2!)));
}

/// <summary>Makes the page of persons.</summary>
internal sealed class SeePersonsModel(Asker asker, IOrganisations organisations, NameBook book, TimeProvider clock)
{
    public async Task<PersonsView> OfAsync(PersonFilter filter, IReadOnlyList<PersonRecord> persons, CancellationToken cancellation, IReadOnlyList<ElsewhereRecord>? elsewhere = null)
    {
        var reach = asker.ReachOf(Acts.SeePersons);
        var held = asker.RolesFor(Acts.SeePersons).Select(r => r.Organisation).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var units = held.Count == 0 ? [] : await organisations.UnitsAsync(held, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        units = [.. units.Where(u => reach.Everything || reach.Units.Contains(u.Id) || reach.Organisations.Contains(u.Organisation))];
        var names = await book.OfAsync(
            persons.Select(p => p.Organisation).Concat(elsewhere?.Select(e => e.Organisation) ?? []),
            persons.Select(p => p.Keeper).Append(filter.Keeper), cancellation);
        return new PersonsView
        {
            Lines = [.. persons.Select(p => new PersonLine(p.Id.Value, IdentityForm.Name(p.Identity), PersonWords.Day(p.Identity.BirthDate), names.Place(p.Unit ?? p.Organisation), names.Person(p.Keeper), PersonWords.Day(DateOnly.FromDateTime(p.CreatedAt.UtcDateTime)), p.Restricted))],
            Elsewhere = [.. (elsewhere ?? []).Select(e => new ElsewhereLine(e.Person.Value, names.Place(e.Unit ?? e.Organisation)!))],
            Units = [new Choice("", Text.AnyUnit), .. units.Select(u => new Choice(u.Id, u.Name))],
            Keepers = Keepers(filter.Keeper, names),
            States = [new Choice("", Text.AnyState), new Choice("due", Text.StateDue), new Choice("held", Text.StateHeld), new Choice("restricted", Text.StateRestricted)],
            Chosen = (filter.Unit, filter.Keeper, filter.State == PersonState.Any ? null : filter.State.ToString().ToLowerInvariant()),
            CanEnter = asker.May(Acts.KeepPersons),
            CanExport = asker.May(Acts.ExportPersons),
        };
    }

    private List<Choice> Keepers(string? chosen, PageNames names)
    {
        var keepers = new List<Choice> { new("", Text.AnyKeeper), new(asker.Account, Text.Mine) };
        if (chosen is not null && chosen != asker.Account)
        {
            keepers.Add(new Choice(chosen, names.Person(chosen)!));
        }

        return keepers;
    }
}
