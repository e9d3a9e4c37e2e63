using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Portal;
using Splot.Data;
using Splot.Portal.Api;
using Splot.Portal.Projection;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.Store;

namespace Splot.Portal;

/// <summary>The door of the portal: what was funded, where, with what result, for everybody.</summary>
public static class PortalModule
{
    /// <summary>Registers the public read model, its projection, pages and API.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("portal", StoreRole.Public, typeof(PortalContext)));
        services.AddSingleton<OperationProjection>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<IPublicProjection, PublicProjection>();
        services.AddSingleton<RemoveNames.RemoveNamesHandler>();
        services.AddSingleton<IConsumer, OperationsConsumer>();
        services.AddSingleton<ProjectSearch>();
        services.AddSingleton<PortalReader>();
        return services;
    }

    /// <summary>Maps the public pages, feeds, exports and the API.</summary>
    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapApi();
        return endpoints;
    }
}
