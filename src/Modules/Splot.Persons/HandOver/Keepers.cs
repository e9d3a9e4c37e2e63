using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Asking;
using Splot.Persons.Store;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.HandOver;

/// <summary>Who keeps records, and who could.</summary>
internal sealed class Keepers(Asker asker, IAccounts accounts, NameBook book, MainStore main)
{
    /// <summary>Who could keep one record.</summary>
    public async Task<IReadOnlyList<Choice>> ForAsync(PersonRecord person, CancellationToken cancellation) =>
        [.. (await accounts.WhoMayAsync(Acts.KeepPersons, new RecordPlace(person.Organisation, person.Unit), cancellation)).Select(c => new Choice(c.Id, c.Name))];

    /// <summary>Who could keep records anywhere in the places in which the asker has a role that opens an act.</summary>
    public async Task<IReadOnlyList<Choice>> AllAsync(Act act, CancellationToken cancellation)
    {
        var found = new List<Colleague>();
        foreach (var place in asker.RolesFor(act).Where(r => r.Organisation is not null).Select(r => (r.Organisation, r.Unit)).Distinct())
        {
            found.AddRange(place.Unit is null
                ? await accounts.WhoMayInAsync(Acts.KeepPersons, place.Organisation!, cancellation)
                : await accounts.WhoMayAsync(Acts.KeepPersons, new RecordPlace(place.Organisation, place.Unit), cancellation));
        }

        return [.. found.DistinctBy(c => c.Id, StringComparer.Ordinal).OrderBy(c => c.Name, StringComparer.CurrentCulture).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => new Choice(c.Id, c.Name))];
    }

    /// <summary>
    /// Who keeps records that the asker may hand over, with how many: those who left too, for their caseload is to be handed over above all; last, what
    /// nobody keeps. One statement, and one for the names.
    /// </summary>
    public async Task<IReadOnlyList<Choice>> WithRecordsAsync(CancellationToken cancellation)
    {
        var sight = (await asker.ToAsync(Acts.HandOver, cancellation)).Sight;
        var counts = await main.ReadAsync(
            session => Visible.To(session.Context<PersonsContext>(), sight).Where(p => p.MergedInto == null).GroupBy(p => p.KeeperId).Select(g => new { Keeper = g.Key, Records = g.Count() }).ToListAsync(cancellation), cancellation);
        var names = await book.OfAsync([], counts.Select(c => c.Keeper), cancellation);
        return
        [
            .. counts.Where(c => c.Keeper is not null).Select(c => new Choice(c.Keeper!, Text.KeeperWith(names.Person(c.Keeper)!, c.Records))).OrderBy(c => c.Label, StringComparer.CurrentCulture).ThenBy(c => c.Value, StringComparer.Ordinal),
            .. counts.Where(c => c.Keeper is null).Select(c => new Choice(HandOverEndpoints.Nobody, Text.KeeperWith(Text.Nobody, c.Records))),
        ];
    }
}
