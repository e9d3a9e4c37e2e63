using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Asking;
using Splot.Persons.Store;
using Splot.Ui;

namespace Splot.Persons.RestrictPerson;

/// <summary>Who may be named in a restricted record, and who is named now.</summary>
internal sealed class NamedPeople(MainStore main, IAccounts accounts, NameBook book)
{
    /// <summary>Who may lift the restriction again: one of them must be named, or nobody ever could.</summary>
    public async Task<IReadOnlyList<Colleague>> LiftersAsync(PersonRecord record, CancellationToken cancellation) =>
        await accounts.WhoMayAsync(Acts.RestrictPersons, new RecordPlace(record.Organisation, record.Unit, record.Keeper), cancellation);

    /// <summary>
    /// Everybody whose work it is to see the record, and whoever is named in it already, though it be their work no more: else saving the form would
    /// take their name out unseen.
    /// </summary>
    public async Task<(IReadOnlyList<Choice> People, IReadOnlyList<string> Named)> OfAsync(PersonRecord record, CancellationToken cancellation)
    {
        var named = await main.ReadAsync(session => session.Context<PersonsContext>().NamedReaders.Where(r => r.PersonId == record.Id.Value).Select(r => r.AccountId).OrderBy(a => a).ToListAsync(cancellation), cancellation);
        var colleagues = await accounts.WhoMayAsync(Acts.SeePersons, new RecordPlace(record.Organisation, record.Unit, record.Keeper), cancellation);
        List<string> others = [.. named.Except(colleagues.Select(c => c.Id), StringComparer.Ordinal)];
        var names = await book.OfAsync([], others, cancellation);
        return ([.. colleagues.Select(c => new Choice(c.Id, c.Name)), .. others.Select(o => new Choice(o, names.Person(o)!))], named);
    }
}
