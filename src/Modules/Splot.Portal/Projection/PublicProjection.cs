using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Portal;
using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Portal.Atlas;
using Splot.Portal.Labels;

namespace Splot.Portal.Projection;

/// <summary>The portal's answer to "write everything anew": labels and places, then operations.</summary>
internal sealed class PublicProjection(Rebuild rebuild, LabelProjection labels, AtlasProjection atlas, IServiceScopeFactory scopes) : IPublicProjection
{
    public async Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (services.GetService<IReferenceData>() is { } lists && services.GetService<ITerritory>() is { } territory)
        {
            await labels.RunAsync(lists, territory, cancellation);
            await atlas.RunAsync(lists, territory, services.GetService<IBoundaries>(), cancellation);
        }

        await rebuild.RunAsync(services.GetRequiredService<IPublishedOperations>(), progress is null ? null : progress.Report, cancellation);
        return await rebuild.CountAsync(cancellation);
    }
}
