using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.AddOrganisation;
using Splot.Access.ChangeOrganisation;
using Splot.Access.EndOrganisation;
using Splot.Access.ImportOrganisations;
using Splot.Access.KeepOrganisations;
using Splot.Access.KeepUnits;
using Splot.Access.NightlyJobs;
using Splot.Access.Organisations;
using Splot.Access.RenameOrganisation;
using Splot.Access.SeeOrganisation;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access;

/// <summary>The part of the module that keeps organisations.</summary>
internal static class OrganisationsPart
{
    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddSingleton<IOrganisations, StoredOrganisations>();
        services.AddSingleton<FactsCheck>();
        services.AddSingleton<AddOrganisationHandler>();
        services.AddSingleton<ChangeOrganisationHandler>();
        services.AddSingleton<RenameOrganisationHandler>();
        services.AddSingleton<EndOrganisationHandler>();
        services.AddSingleton<KeepUnitsHandler>();
        services.AddSingleton<ImportOrganisationsHandler>();
        services.AddScoped<SeeOrganisationHandler>();
        services.AddScoped<KeptOrganisations>();
        services.AddScoped<SentLists>();
        services.AddDailyJob<RemoveSentLists>(RemoveSentLists.JobKind, new TimeOnly(2, 40));
        services.AddSingleton(ImportOrganisationsVerb.Verb);
        services.AddDailyJob<NamesOfToday>(NamesOfToday.JobKind, new TimeOnly(0, 5));
    }

    public static void MapOrganisations(this IEndpointRouteBuilder pages)
    {
        pages.MapSeeOrganisation();
        pages.MapKeepOrganisations();
        pages.MapEndOrganisation();
        pages.MapUnits();
        pages.MapImportOrganisations();
    }
}
