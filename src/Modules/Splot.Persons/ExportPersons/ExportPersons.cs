using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.ListPersons;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.ExportPersons;

/// <summary>Takes the records of a list out of the system, part by part.</summary>
/// <param name="Filter">Which of those within reach.</param>
/// <param name="By">Who does it.</param>
/// <param name="After">Where the part begins; null for the beginning.</param>
/// <param name="Size">The most records of the part.</param>
internal sealed record ExportPersons(PersonFilter Filter, Doer By, string? After, int Size);

/// <summary>Each part is recorded, for every person in it, before it is handed out; the newest come first.</summary>
internal sealed class ExportPersonsHandler(KeyRing keys, AuditReads audit, TimeProvider clock)
{
    public async Task<ListPage<PersonRecord>> HandleAsync(ExportPersons command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var part = await audit.ReadAsync(
            session => ReadAsync(session, command, cancellation),
            found => [.. found.Select(p => Recording.Read("persons.export", p, command.By) with { Kind = AuditKind.Export })],
            cancellation);
        return new ListPage<PersonRecord>(part, part.Count == command.Size ? part[^1].Id.Value : null);
    }

    private async Task<List<PersonRecord>> ReadAsync(Session session, ExportPersons command, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var wanted = command.Filter.Of(Visible.To(context, command.By.Sight), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        wanted = command.After is { } after ? wanted.Where(p => p.Id.CompareTo(after) < 0) : wanted;
        var rows = await (
            from person in wanted.OrderByDescending(p => p.Id).Take(command.Size)
            join columns in context.Identities on person.Id equals columns.PersonId
            orderby person.Id descending
            select new { person, columns }).AsNoTracking().ToListAsync(cancellation);
        return rows.ConvertAll(r => Records.Of(keys, r.person, r.columns));
    }
}
