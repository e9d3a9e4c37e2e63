using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Portal.Atlas;
using Splot.Portal.Labels;

namespace Splot.Portal.Projection;

/// <summary>Follows the territory module: names of regions and codes, places, outlines and figures appear in the public store.</summary>
internal sealed class TerritoryConsumer(LabelProjection labels, AtlasProjection atlas, IServiceScopeFactory scopes) : IConsumer
{
    public string Name => "portal.territory";

    public IReadOnlySet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal) { TerritoryChanged.Name };

    public async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (lists, territory) = (services.GetRequiredService<IReferenceData>(), services.GetRequiredService<ITerritory>());
        await labels.RunAsync(lists, territory, cancellation);
        await atlas.RunAsync(lists, territory, services.GetService<IBoundaries>(), cancellation);
    }
}
