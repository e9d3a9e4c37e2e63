using Splot.Contracts.Portal;
using Splot.Contracts.Projects;

namespace Splot.Portal.Projection;

/// <summary>The portal's answer to "write everything anew".</summary>
internal sealed class PublicProjection(Rebuild rebuild, IPublishedOperations source) : IPublicProjection
{
    public async Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        var (written, _) = await rebuild.RunAsync(source, progress is null ? null : progress.Report, cancellation);
        return written.Written;
    }
}
