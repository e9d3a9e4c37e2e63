using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.NightlyJobs;

/// <summary>Every night: names whose day has come are the ones that lists show.</summary>
internal sealed class NamesOfToday(MainStore store, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "access.names-of-today";

    private const int Batch = 100;

    public string Kind => JobKind;

    public async Task RunAsync(JobContext job, CancellationToken cancellation)
    {
        while (await BatchAsync(cancellation) == Batch)
        {
        }
    }

    /// <summary>Takes over some names; how many.</summary>
    public Task<int> BatchAsync(CancellationToken cancellation)
    {
        var today = Days.Today(clock);
        return store.WriteAsync(
            async session =>
            {
                var organisations = await session.Context<AccessContext>().Organisations.Include(o => o.Names)
                    .Where(o => o.Names.Any(n => n.FromDay <= today && (n.ToDay == null || n.ToDay >= today) && n.Name != o.Name))
                    .OrderBy(o => o.Id).Take(Batch).ToListAsync(cancellation);
                organisations.ForEach(o => o.TakeNameOf(today));
                return organisations.Count;
            },
            cancellation);
    }
}
