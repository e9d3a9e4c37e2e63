using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Portal;
using Splot.Contracts.Projects;

namespace Splot.Portal.Projection;

/// <summary>The portal's answer to "write everything anew".</summary>
internal sealed class PublicProjection(Rebuild rebuild, IServiceScopeFactory scopes) : IPublicProjection
{
    public async Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var source = scope.ServiceProvider.GetRequiredService<IPublishedOperations>();
        var (written, _) = await rebuild.RunAsync(source, progress is null ? null : progress.Report, cancellation);
        return written.Written;
    }
}
