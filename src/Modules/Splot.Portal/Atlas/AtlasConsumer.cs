using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Territory;
using Splot.Data;

namespace Splot.Portal.Atlas;

/// <summary>Follows the territory module: places, outlines and figures appear in the public store.</summary>
internal sealed class AtlasConsumer(AtlasProjection atlas, IServiceScopeFactory scopes) : IConsumer
{
    public string Name => "portal.atlas";

    public IReadOnlySet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal) { TerritoryChanged.Name };

    public async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await atlas.RunAsync(services.GetRequiredService<IReferenceData>(), services.GetRequiredService<ITerritory>(), services.GetService<IBoundaries>(), cancellation);
    }
}
