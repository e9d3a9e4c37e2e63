using System.Globalization;

namespace Splot.Data;

/// <summary>The floor's own daily job: removes outbox entries that every consumer has passed, and jobs that ended long ago.</summary>
internal sealed class CleanUp(MainStore main, IEnumerable<IConsumer> consumers, OutboxOptions outbox, JobOptions jobs, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "data.clean-up";

    public string Kind => JobKind;

    public async Task RunAsync(JobContext job, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var entries = await OutboxUpkeep.RemoveAsync(main, consumers, now - outbox.Keep, cancellation);
        var old = await main.WriteAsync(session => JobTable.RemoveOldAsync(session, now - jobs.Keep, cancellation), cancellation);
        await job.ReportAsync(entries + old, entries + old, string.Create(CultureInfo.InvariantCulture, $"{entries} events and {old} jobs removed"), cancellation);
    }
}
