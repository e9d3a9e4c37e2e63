using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.ListPersons;

/// <summary>Which of the records within reach are wanted.</summary>
/// <param name="Unit">Those of one unit.</param>
/// <param name="Keeper">Those of one keeper.</param>
/// <param name="State">Those in one state.</param>
internal sealed record PersonFilter(string? Unit = null, string? Keeper = null, PersonState State = PersonState.Any)
{
    public IQueryable<PersonRow> Of(IQueryable<PersonRow> visible, DateOnly today)
    {
        var rows = visible.Where(p => p.MergedInto == null);
        rows = Unit is null ? rows : rows.Where(p => p.UnitId == Unit);
        rows = Keeper is null ? rows : rows.Where(p => p.KeeperId == Keeper);
        return State switch
        {
            PersonState.Due => rows.Where(p => p.RetainUntil < today && !p.LegalHold),
            PersonState.Held => rows.Where(p => p.LegalHold),
            PersonState.Restricted => rows.Where(p => p.Restricted),
            _ => rows,
        };
    }
}

/// <summary>States of records, for lists.</summary>
internal enum PersonState
{
    Any,

    /// <summary>No longer owed to anybody: to be decided on.</summary>
    Due,

    /// <summary>Under a legal hold.</summary>
    Held,

    /// <summary>Hidden from all but named people.</summary>
    Restricted,
}

/// <summary>Lists records within reach, in the order in which they were entered; those that others stand for are left out.</summary>
/// <param name="Filter">Which.</param>
/// <param name="By">Who asks; what is shown is recorded before it is handed out.</param>
/// <param name="After">Where the page begins.</param>
/// <param name="Limit">The most records to give.</param>
/// <param name="OldestFirst">The oldest first, else the newest.</param>
internal sealed record ListPersons(PersonFilter Filter, Doer By, string? After = null, int Limit = 25, bool OldestFirst = false);

/// <summary>A page of records.</summary>
/// <param name="Persons">In the order that was asked for.</param>
/// <param name="Total">How many there are in all; null where there are more than are worth counting.</param>
/// <param name="Next">What to go on after; null at the end.</param>
internal sealed record PersonPage(IReadOnlyList<PersonRecord> Persons, long? Total, string? Next);

internal sealed class ListPersonsHandler(KeyRing keys, AuditReads audit, TimeProvider clock)
{
    private const int MostCounted = 10_000;

    public async Task<PersonPage> HandleAsync(ListPersons question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await audit.ReadAsync(
            session => ListAsync(session, question, cancellation),
            page => [.. page.Persons.Select(p => Recording.Read("persons.list", p, question.By))],
            cancellation);
    }

    private async Task<PersonPage> ListAsync(Session session, ListPersons question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var wanted = question.Filter.Of(Visible.To(context, question.By.Sight), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var total = await CountAsync(wanted, cancellation);
        var ids = await PageAsync(wanted, question.After, question.Limit + 1, cancellation, question.OldestFirst);
        var shown = ids.Take(question.Limit).ToList();
        var rows = await (
            from person in context.Persons
            where shown.Contains(person.Id)
            join columns in context.Identities on person.Id equals columns.PersonId
            select new { person, columns }).AsNoTracking().ToDictionaryAsync(r => r.person.Id, StringComparer.Ordinal, cancellation);
        return new PersonPage([.. shown.Select(id => Records.Of(keys, rows[id].person, rows[id].columns))], total, ids.Count > question.Limit ? shown[^1] : null);
    }

    /// <summary>How many there are; nobody works through more than ten thousand, and PostgreSQL would read them one by one.</summary>
    internal static async Task<long?> CountAsync(IQueryable<PersonRow> wanted, CancellationToken cancellation) =>
        await wanted.Take(MostCounted + 1).CountAsync(cancellation) is var counted && counted <= MostCounted ? counted : null;

    /// <summary>Ids alone, which an index answers.</summary>
    internal static Task<List<string>> PageAsync(IQueryable<PersonRow> wanted, string? after, int limit, CancellationToken cancellation, bool oldestFirst = false)
    {
        var rest = after is null ? wanted : oldestFirst ? wanted.Where(p => p.Id.CompareTo(after) > 0) : wanted.Where(p => p.Id.CompareTo(after) < 0);
        return (oldestFirst ? rest.OrderBy(p => p.Id) : rest.OrderByDescending(p => p.Id)).Select(p => p.Id).Take(limit).ToListAsync(cancellation);
    }
}
