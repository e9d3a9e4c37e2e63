using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.SeenPerson;

/// <summary>Who looked at a person's record, changed it or took it out; the newest first.</summary>
/// <param name="Person">The record; what was done to those that it stands for is told too.</param>
/// <param name="By">Who asks, with the reach of reading the audit.</param>
/// <param name="After">Where the page begins.</param>
/// <param name="Size">The most entries.</param>
/// <param name="Export">Whether it is taken out as a file.</param>
internal sealed record SeenPerson(PersonId Person, Doer By, string? After, int Size, bool Export = false);

/// <summary>An entry of the audit about the person; a reason that was sealed is opened.</summary>
public sealed record SeenEntry(long Id, DateTimeOffset At, string Kind, string Act, string ActorKind, string? Actor, string? OnBehalfOf, string? Reason);

internal sealed class SeenPersonHandler(KeyRing keys, AuditReads audit)
{
    /// <summary>Null where there is no such record, as far as the asker may know.</summary>
    public async Task<ListPage<SeenEntry>?> HandleAsync(SeenPerson question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var found = await audit.ReadAsync(session => ReadAsync(session, question, cancellation), found => Told(found?.Record, question), cancellation);
        return found?.Page;
    }

    private static IReadOnlyCollection<AuditEntry> Told(PersonRow? record, SeenPerson question) =>
        record is null ? [] : [Recording.Change("persons.read-audit", record, question.By) with { Kind = question.Export ? AuditKind.Export : AuditKind.Read }];

    private async Task<(PersonRow Record, ListPage<SeenEntry> Page)?> ReadAsync(Session session, SeenPerson question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var records = await Visible.To(context, question.By.Sight).Where(p => p.Id == question.Person.Value || p.MergedInto == question.Person.Value).AsNoTracking().ToListAsync(cancellation);
        if (records.Find(r => r.Id == question.Person.Value) is not { } asked)
        {
            return null;
        }

        var ids = records.ConvertAll(r => r.Id);
        var page = await session.Context<DataContext>().Set<AuditRow>().AsNoTracking().Where(a => a.Person != null && ids.Contains(a.Person))
            .PageAsync(KeySetOrder<AuditRow>.By(a => a.Id, a => a.Act, descending: true), question.After, question.Size, cancellation);
        var opened = records.ToDictionary(r => r.Id, r => PersonKey.Open(keys, r.Id, r.SealedKey!), StringComparer.Ordinal);
        return (asked, page.Select(a => new SeenEntry(
            a.Id, DateTimeOffset.FromUnixTimeMilliseconds(a.At), a.Kind, a.Act, a.ActorKind, a.Actor, a.OnBehalfOf, Recording.Open(opened[a.Person!], Recording.After, a.PersonalAfter)?.Why ?? a.Reason)));
    }
}
