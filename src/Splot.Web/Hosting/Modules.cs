using Splot.Access;
using Splot.Data;
using Splot.Desk;
using Splot.Persons;
using Splot.Portal;
using Splot.Projects;
using Splot.Territory;

namespace Splot.Web.Hosting;

/// <summary>Which rooms this house has.</summary>
public static class Modules
{
    /// <summary>Registers the modules that this process serves.</summary>
    public static void Add(IServiceCollection services, SplotOptions options)
    {
        if (options.Serve == ServedPart.All)
        {
            services.AddAccess(options);
            services.AddDesk();
            services.AddTerritory();
            services.AddProjects();
            services.AddPersons();
        }

        services.AddPortal();
    }

    /// <summary>Maps their addresses.</summary>
    public static void Map(WebApplication app, SplotOptions options)
    {
        if (options.Serve == ServedPart.All)
        {
            app.MapAccess(options);
            app.MapDesk();
            app.MapPersons();
        }

        app.MapPortal();
    }
}
