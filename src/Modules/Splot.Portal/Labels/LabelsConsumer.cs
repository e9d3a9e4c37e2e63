using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Territory;
using Splot.Data;

namespace Splot.Portal.Labels;

/// <summary>Follows the territory module: names of regions and codes appear in the public store.</summary>
internal sealed class LabelsConsumer(LabelProjection labels, IServiceScopeFactory scopes) : IConsumer
{
    public string Name => "portal.labels";

    public IReadOnlySet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal) { TerritoryChanged.Name };

    public async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await labels.RunAsync(services.GetRequiredService<IReferenceData>(), services.GetRequiredService<ITerritory>(), cancellation);
    }
}
