using Microsoft.Extensions.DependencyInjection;
using Splot.Access;
using Splot.Cli.Verbs;
using Splot.Data;
using Splot.Desk;
using Splot.Persons;
using Splot.Portal;
using Splot.Projects;
using Splot.Territory;

namespace Splot.Cli;

/// <summary>Which rooms this house has, and the verbs that belong to none of them.</summary>
internal static class Modules
{
    public static void Add(IServiceCollection services, SplotOptions options)
    {
        services.AddSplotData(options);
        services.AddAccess(options);
        services.AddTerritory();
        services.AddProjects();
        services.AddDesk();
        services.AddPersons();
        services.AddSingleton(new AuditSwitch());
        services.AddPortal();
        services.AddSingleton(MigrateVerb.Verb);
        services.AddSingleton(BackupVerbs.Backup);
        services.AddSingleton(BackupVerbs.Restore);
        services.AddSingleton(DemoVerb.Verb);
        services.AddSingleton(CheckIdentifiersVerb.Verb);
        services.AddSingleton(DoctorVerb.Verb);
    }
}
