using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.ListPersons;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.ExportPersons;

/// <summary>Takes the records of a list out of the system.</summary>
/// <param name="Filter">Which of those within reach.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record ExportPersons(PersonFilter Filter, Doer By);

/// <summary>Streams the records, the newest first, in batches; each batch is recorded before its first record is handed out.</summary>
internal sealed class ExportPersonsHandler(KeyRing keys, AuditReads audit, TimeProvider clock)
{
    private const int Batch = 500;

    public async IAsyncEnumerable<PersonRecord> HandleAsync(ExportPersons command, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        string? after = null;
        do
        {
            var from = after;
            var batch = await audit.ReadAsync(
                session => ReadAsync(session, command, from, cancellation),
                found => [.. found.Select(p => Recording.Read("persons.export", p, command.By) with { Kind = AuditKind.Export })],
                cancellation);
            foreach (var person in batch)
            {
                yield return person;
            }

            after = batch.Count == Batch ? batch[^1].Id.Value : null;
        }
        while (after is not null);
    }

    private async Task<List<PersonRecord>> ReadAsync(Session session, ExportPersons command, string? after, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var wanted = command.Filter.Of(Visible.To(context, command.By.Sight), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        wanted = after is null ? wanted : wanted.Where(p => p.Id.CompareTo(after) < 0);
        var rows = await (
            from person in wanted.OrderByDescending(p => p.Id).Take(Batch)
            join columns in context.Identities on person.Id equals columns.PersonId
            orderby person.Id descending
            select new { person, columns }).AsNoTracking().ToListAsync(cancellation);
        return rows.ConvertAll(r => Records.Of(keys, r.person, r.columns));
    }
}
