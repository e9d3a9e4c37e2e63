using Splot.Contracts.Hosting;
using Splot.Search.Live;

namespace Splot.Portal.Indexing;

/// <summary>Ready when the index is open and has seen every change.</summary>
internal sealed class IndexReadiness(PortalIndex index, IndexFollower follower) : IReadiness
{
    public async Task<string?> ReasonNotReadyAsync(CancellationToken cancellation)
    {
        if (index.Search.Status.State != SearchState.Ready)
        {
            return "The search index is being built.";
        }

        return await follower.BehindAsync(cancellation) is > 0 and var behind ? FormattableString.Invariant($"The search index has {behind} changes to catch up with.") : null;
    }
}
