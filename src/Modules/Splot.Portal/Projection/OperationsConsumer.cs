using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data;

namespace Splot.Portal.Projection;

/// <summary>Follows the projects module: what it publishes appears in the public store.</summary>
internal sealed class OperationsConsumer(OperationProjection projection, IServiceScopeFactory scopes) : IConsumer
{
    public string Name => "portal.operations";

    public IReadOnlySet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal) { OperationsChanged.Name };

    public async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        var changed = delivery.Read<OperationsChanged>();
        await using var scope = scopes.CreateAsyncScope();
        var source = scope.ServiceProvider.GetRequiredService<IPublishedOperations>();
        await projection.RunAsync(source, changed.FromKey, changed.ToKey, rebuildSince: null, progress: null, cancellation);
    }
}
