using Splot.Data;

namespace Splot.Desk.Drafts;

/// <summary>Nightly: removes drafts that nobody went on with for thirty days, and forms that waited more than an hour for a proof.</summary>
internal sealed class RemoveOldDrafts(KeptDrafts drafts) : IJobHandler
{
    public const string JobKind = "desk.remove-drafts";

    public string Kind => JobKind;

    public async Task RunAsync(JobContext job, CancellationToken cancellation)
    {
        var removed = await drafts.RemoveOldAsync(cancellation);
        await job.ReportAsync(removed, removed, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{removed} drafts removed"), cancellation);
    }
}
