using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Persons.Matching;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.NightlyJobs;

/// <summary>Files persons anew after the rules of filing changed. Until it is done, those filed the old way may be missed by a duplicate check.</summary>
internal sealed class RefilePersons(MainStore main, KeyRing keys) : IJobHandler
{
    public const string JobKind = "persons.refile";

    private const int Batch = 50;

    public string Kind => JobKind;

    public async Task RunAsync(JobContext job, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var done = 0L;
        while (await main.WriteAsync(session => BatchAsync(session, cancellation), cancellation) is > 0 and var some)
        {
            done += some;
            await job.ReportAsync(done, null, null, cancellation);
        }
    }

    private async Task<int> BatchAsync(WriteSession session, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var persons = await context.Persons.Where(p => p.IndexEdition < CandidateKeys.Edition && p.SealedKey != null).OrderBy(p => p.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var person in persons)
        {
            var columns = await context.Identities.AsNoTracking().SingleAsync(i => i.PersonId == person.Id, cancellation);
            await Filing.FileAsync(session, keys, person, IdentityColumns.Open(PersonKey.Open(keys, person.Id, person.SealedKey!), columns), cancellation);
        }

        return persons.Count;
    }
}
