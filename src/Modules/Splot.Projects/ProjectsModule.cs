using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Demo;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.BenchImport;
using Splot.Projects.DecidePublication;
using Splot.Projects.Demo;
using Splot.Projects.Editions;
using Splot.Projects.ExportOperations;
using Splot.Projects.GenerateOperations;
using Splot.Projects.ImportOperations;
using Splot.Projects.Publish;
using Splot.Projects.RemoveNames;
using Splot.Projects.ReviewPersons;
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
        services.AddSingleton<PersonMarks>();
        services.AddSingleton<IStoreFiller, KeyedMarks>();
        services.AddSingleton<EditionBook>();
        services.AddSingleton<EditionCleanup>();
        services.AddSingleton<IDemoPreset, DemoOperations>();
        services.AddSingleton<DecidePublicationHandler>();
        services.AddSingleton<ImportOperationsHandler>();
        services.AddSingleton<ExportedOperations>();
        services.AddSingleton<OperationExport>();
        services.AddSingleton<ReviewPersonsHandler>();
        services.AddSingleton<RemoveNamesHandler>();
        services.AddDailyJob<RemoveNamesJob>(RemoveNamesJob.JobKind, new TimeOnly(2, 0));
        services.AddDailyJob<EditionCleanupJob>(EditionCleanupJob.JobKind, new TimeOnly(2, 30));
        services.AddSingleton(ImportVerb.Verb);
        services.AddSingleton(PublishVerbs.Publish);
        services.AddSingleton(PublishVerbs.Withdraw);
        services.AddSingleton(ReviewVerb.Verb);
        services.AddSingleton(ExportVerb.Verb);
        services.AddSingleton(GenerateVerb.Verb);
        services.AddSingleton(BenchImportVerb.Verb);
        return services;
    }
}
