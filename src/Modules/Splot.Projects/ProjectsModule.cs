using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.DecidePublication;
using Splot.Projects.Demo;
using Splot.Projects.Editions;
using Splot.Projects.Publish;
using Splot.Projects.Store;

namespace Splot.Projects;

/// <summary>The door of the registry of operations.</summary>
public static class ProjectsModule
{
    /// <summary>Registers the registry: its tables, its public form, its verbs.</summary>
    public static IServiceCollection AddProjects(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("projects", StoreRole.Main, typeof(ProjectsContext)));
        services.AddSingleton<IPublishedOperations, PublishedOperations>();
        services.AddSingleton<EditionBook>();
        services.AddSingleton<EditionCleanup>();
        services.AddSingleton<DemoOperations>();
        services.AddSingleton<DecidePublicationHandler>();
        return services;
    }
}
