using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.NightlyJobs;

/// <summary>
/// After a new master key was made: seals every person's key with it. Reads ids and sealed keys, no column of any person; people work on meanwhile, and
/// what is not done yet opens with the older key.
/// </summary>
internal sealed class RewrapKeys(MainStore main, KeyRing keys) : IJobHandler
{
    public const string JobKind = "persons.rewrap-keys";

    private const int Batch = 200;

    private const string ByKey = "SELECT substr(sealed_key, 1, 9), COUNT(*) FROM persons_person WHERE sealed_key IS NOT NULL GROUP BY substr(sealed_key, 1, 9)";

    /// <summary>What the job works on, for <c>splot keys status</c>.</summary>
    public static SealedHolding Holding { get; } = new("keys of persons", ByKey);

    public string Kind => JobKind;

    public async Task RunAsync(JobContext job, CancellationToken cancellation)
    {
        var done = await RunAsync(cancellation);
        await job.ReportAsync(done, done, null, cancellation);
    }

    /// <summary>How many keys were sealed anew.</summary>
    public async Task<long> RunAsync(CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var (done, after) = (0L, "");
        while (await BatchAsync(after, cancellation) is { } batch)
        {
            (done, after) = (done + batch.Done, batch.Last);
        }

        return done;
    }

    private async Task<(long Done, string Last)?> BatchAsync(string after, CancellationToken cancellation)
    {
        var ids = await main.ReadAsync(
            session => session.Context<PersonsContext>().Persons.AsNoTracking()
                .Where(p => p.Id.CompareTo(after) > 0 && p.SealedKey != null).OrderBy(p => p.Id).Take(Batch).Select(p => new { p.Id, p.SealedKey }).ToListAsync(cancellation),
            cancellation);
        if (ids.Count == 0)
        {
            return null;
        }

        var old = ids.Where(i => !keys.IsCurrent(i.SealedKey)).ToList();
        return old.Count == 0 ? (0, ids[^1].Id) : (await SealAsync([.. old.Select(o => o.Id)], cancellation), ids[^1].Id);
    }

    // Reads them again inside the transaction: somebody may have been erased since.
    private Task<long> SealAsync(List<string> ids, CancellationToken cancellation) => main.WriteAsync(
        async session =>
        {
            var context = session.Context<PersonsContext>();
            var held = await context.Persons.AsNoTracking().Where(p => ids.Contains(p.Id) && p.SealedKey != null).Select(p => new { p.Id, p.SealedKey }).ToListAsync(cancellation);
            foreach (var person in held)
            {
                var sealedKey = PersonKey.Rewrap(keys, person.Id, person.SealedKey!);
                await context.Persons.Where(p => p.Id == person.Id && p.SealedKey == person.SealedKey).ExecuteUpdateAsync(s => s.SetProperty(p => p.SealedKey, sealedKey), cancellation);
            }

            return (long)held.Count;
        },
        cancellation);
}
