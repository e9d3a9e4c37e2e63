using Microsoft.AspNetCore.Components;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.HandOver;
using Splot.Persons.ListPersons;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.SeePersons;

/// <summary>One person of a list.</summary>
public sealed record PersonLine(
    string Id, string Name, string Born, string Number, string Phone, string Email, string Place, string Unit, string Keeper, string EnteredOn, bool Restricted);

/// <summary>A record of another unit that fits what was sought, told only by its unit.</summary>
public sealed record ElsewhereLine(string Id, string Unit);

/// <summary>Makes lists of persons readable: their shape and their rows.</summary>
internal sealed class SeePersonsModel(Asker asker, IOrganisations organisations, NameBook book, Keepers keepers, TimeProvider clock)
{
    /// <summary>The list as this reader may use it.</summary>
    public async Task<ListShape<PersonLine>> ShapeAsync(CancellationToken cancellation)
    {
        var reach = asker.ReachOf(Acts.SeePersons);
        var held = asker.RolesFor(Acts.SeePersons).Select(r => r.Organisation).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var units = held.Count == 0 ? [] : await organisations.UnitsAsync(held, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        var colleagues = await keepers.AllAsync(Acts.SeePersons, cancellation);
        return new ListShape<PersonLine>
        {
            Key = "persons",
            Path = SeePersonsEndpoints.Path,
            Name = Splot.Persons.Text.Persons,
            Id = l => l.Id,
            Sort = "-entered",
            Exports = asker.May(Acts.ExportPersons),
            ExportAsksWhy = true,
            Acts = asker.May(Contracts.Access.Acts.HandOver) ? [new ListAct("hand-over", Text.HandOverTicked)] : [],
            Filters =
            [
                new ListFilter("unit", Splot.Persons.Text.Unit, [.. units.Where(u => reach.Everything || reach.Units.Contains(u.Id) || reach.Organisations.Contains(u.Organisation)).Select(u => new Choice(u.Id, u.Name))]),
                new ListFilter("keeper", Splot.Persons.Text.Keeper, [new Choice(asker.Account, Text.Mine), .. colleagues.Where(c => c.Value != asker.Account)]),
                new ListFilter("state", Text.State, [new Choice("due", Text.StateDue), new Choice("held", Text.StateHeld), new Choice("restricted", Text.StateRestricted)]),
            ],
            Columns = Columns(),
        };
    }

    /// <summary>The rows.</summary>
    public async Task<IReadOnlyList<PersonLine>> LinesAsync(IReadOnlyList<PersonRecord> persons, CancellationToken cancellation)
    {
        var names = await book.OfAsync(persons.Select(p => p.Organisation), persons.Select(p => p.Keeper), cancellation);
        return [.. persons.Select(p => Line(p, names))];
    }

    /// <summary>What a list or its export is narrowed to.</summary>
    public static PersonFilter Filter(ListQuery query) => new(query["unit"], query["keeper"], query["state"] switch
    {
        "due" => PersonState.Due,
        "held" => PersonState.Held,
        "restricted" => PersonState.Restricted,
        _ => PersonState.Any,
    });

    private static PersonLine Line(PersonRecord person, PageNames names) => new(
        person.Id.Value,
        IdentityForm.Name(person.Identity),
        PersonWords.Day(person.Identity.BirthDate),
        string.Join(", ", person.Identity.Numbers.Select(n => PersonWords.Of(n.Kind) + " " + n.Value)),
        person.Identity.Contact?.Phone ?? "",
        person.Identity.Contact?.Email ?? "",
        person.Identity.Contact?.Place ?? "",
        names.Place(person.Unit ?? person.Organisation)!,
        names.Person(person.Keeper) ?? Text.NoKeeper,
        PersonWords.Day(DateOnly.FromDateTime(person.CreatedAt.UtcDateTime)),
        person.Restricted);

    private static IReadOnlyList<ListColumn<PersonLine>> Columns() =>
    [
        new("name", Text.Name, l => new Cell { Content = Link(l) }) { Plain = l => l.Name },
        new("born", Splot.Persons.Text.BirthDate, l => l.Born),
        new("unit", Splot.Persons.Text.Unit, l => l.Unit),
        new("keeper", Splot.Persons.Text.Keeper, l => l.Keeper),
        new("entered", Text.EnteredOn, l => l.EnteredOn) { Sorts = true },
        new("number", Splot.Persons.Text.Number, l => l.Number) { Hidden = true },
        new("phone", Splot.Persons.Text.Phone, l => l.Phone) { Hidden = true },
        new("email", Splot.Persons.Text.Email, l => l.Email) { Hidden = true },
        new("place", Splot.Persons.Text.Place, l => l.Place) { Hidden = true },
    ];

    private static RenderFragment Link(PersonLine line) => builder =>
    {
        builder.OpenComponent<PersonLink>(0);
        builder.AddComponentParameter(1, nameof(PersonLink.Line), line);
        builder.CloseComponent();
    };
}
