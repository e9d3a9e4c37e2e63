using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Desk.Home;
using Splot.Ui;

namespace Splot.Desk;

/// <summary>The door of the module: everybody's own work, once signed in.</summary>
public static class DeskModule
{
    /// <summary>Registers the desk's own entry; modules add theirs.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.Configure<DeskOptions>(desk => desk.Navigation.Add(new DeskEntry(new NavEntry("desk", HomeEndpoints.Path, () => Home.Text.MyWork, 0), Acts.UseDesk)));

    /// <summary>Maps the desk.</summary>
    public static IEndpointRouteBuilder MapDesk(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/{lang}").MapHome();
        return endpoints;
    }
}
