using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.NightlyJobs;

/// <summary>
/// Every night: where nobody who is named in a restricted record could lift the restriction any more (an account was closed, a role ended), those who answer for personal data
/// there are named too, or the record would stay hidden from everybody for good. Nobody else is, for it may be hidden from just them. Where nobody answers for it, it waits until somebody does.
/// </summary>
internal sealed class NameLifters(MainStore main, IAccounts accounts, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "persons.name-lifters";

    private const int Batch = 200;

    public string Kind => JobKind;

    public async Task RunAsync(JobContext job, CancellationToken cancellation)
    {
        var done = await RunAsync(cancellation);
        await job.ReportAsync(done, done, null, cancellation);
    }

    /// <summary>In how many records somebody was named.</summary>
    public async Task<long> RunAsync(CancellationToken cancellation)
    {
        var (done, after) = (0L, "");
        while (await BatchAsync(after, cancellation) is { Count: > 0 } batch)
        {
            foreach (var record in batch)
            {
                done += await LiftersAsync(record, cancellation) is { Count: > 0 } lifters && await NameAsync(record, lifters, cancellation) ? 1 : 0;
            }

            after = batch[^1].Id;
        }

        return done;
    }

    private Task<List<Hidden>> BatchAsync(string after, CancellationToken cancellation) => main.ReadAsync(
        async session =>
        {
            var context = session.Context<PersonsContext>();
            var rows = await context.Persons.AsNoTracking()
                .Where(p => p.Id.CompareTo(after) > 0 && p.Restricted && p.ErasedAt == null && p.MergedInto == null).OrderBy(p => p.Id).Take(Batch).Select(p => new { p.Id, p.OrganisationId, p.UnitId, p.KeeperId }).ToListAsync(cancellation);
            var ids = rows.ConvertAll(r => r.Id);
            var named = (await context.NamedReaders.AsNoTracking().Where(r => ids.Contains(r.PersonId)).ToListAsync(cancellation)).ToLookup(r => r.PersonId, r => r.AccountId, StringComparer.Ordinal);
            return rows.ConvertAll(r => new Hidden(r.Id, new RecordPlace(r.OrganisationId, r.UnitId, r.KeeperId), named[r.Id].ToHashSet(StringComparer.Ordinal)));
        },
        cancellation);

    /// <summary>Who is to be named; nobody where somebody named may lift the restriction.</summary>
    private async Task<IReadOnlyList<Colleague>> LiftersAsync(Hidden record, CancellationToken cancellation)
    {
        foreach (var account in record.Named)
        {
            if ((await accounts.ReachOfAsync(account, Acts.RestrictPersons, cancellation)).Covers(record.Place))
            {
                return [];
            }
        }

        return await accounts.WhoMayAsync(Acts.AnswerSubjects, record.Place, cancellation);
    }

    private Task<bool> NameAsync(Hidden record, IReadOnlyList<Colleague> lifters, CancellationToken cancellation) => main.WriteAsync(
        async session =>
        {
            await OpenedPerson.TakeAsync(session, [record.Id], cancellation);
            var context = session.Context<PersonsContext>();
            var rows = await context.Persons.Where(p => (p.Id == record.Id || p.MergedInto == record.Id) && p.Restricted && p.ErasedAt == null).ToListAsync(cancellation);
            var named = await context.NamedReaders.Where(r => r.PersonId == record.Id).Select(r => r.AccountId).ToListAsync(cancellation);

            // Somebody may have changed it since it was read: then the next night looks again.
            if (rows.Find(r => r.Id == record.Id && r.MergedInto is null) is not { } row || !record.Named.SetEquals(named))
            {
                return false;
            }

            string[] all = [.. named.Union(lifters.Select(l => l.Id), StringComparer.Ordinal)];
            foreach (var one in rows)
            {
                await Readers.SetAsync(session, one.Id, all, cancellation);
            }

            (row.Version, row.ChangedAt) = (row.Version + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            session.Record(Entry(row, all));
            session.Publish(new PersonChanged(new PersonId(row.Id)));
            return true;
        },
        cancellation);

    private static AuditEntry Entry(PersonRow row, string[] all) => new()
    {
        Kind = AuditKind.Change,
        Act = "persons.restrict",
        Actor = AuditActor.Job("Splot"),
        SubjectKind = "person",
        SubjectId = row.Id,
        Organisation = row.OrganisationId,
        Person = row.Id,
        Reason = "nobody who was named could lift the restriction any more",
        After = Recording.Plain(new { Restricted = true, accounts = all }),
    };

    /// <summary>A restricted record, where it stands, and who is named in it.</summary>
    private sealed record Hidden(string Id, RecordPlace Place, HashSet<string> Named);
}
