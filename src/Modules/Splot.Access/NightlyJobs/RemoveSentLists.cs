using Microsoft.EntityFrameworkCore;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.NightlyJobs;

/// <summary>Every night: lists that were sent to be imported, and their reports, go after a day.</summary>
internal sealed class RemoveSentLists(MainStore store, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "access.remove-sent-lists";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public string Kind => JobKind;

    public Task RunAsync(JobContext job, CancellationToken cancellation) => RemoveAsync(cancellation);

    /// <summary>Removes them; how many.</summary>
    public Task<int> RemoveAsync(CancellationToken cancellation)
    {
        var before = (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
        return store.WriteAsync(session => session.Context<AccessContext>().SentLists.Where(l => l.CreatedAt < before).ExecuteDeleteAsync(cancellation), cancellation);
    }
}
