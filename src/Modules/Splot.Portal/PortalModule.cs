using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Hosting;
using Splot.Contracts.Portal;
using Splot.Data;
using Splot.Portal.Accessibility;
using Splot.Portal.Api;
using Splot.Portal.Atlas;
using Splot.Portal.BenchSearch;
using Splot.Portal.CompareRegions;
using Splot.Portal.Coverage;
using Splot.Portal.Embed;
using Splot.Portal.Feeds;
using Splot.Portal.FindProjects;
using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Portal.OpenApi;
using Splot.Portal.OpenData;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;
using Splot.Portal.Projection;
using Splot.Portal.PublicityKit;
using Splot.Portal.ReadBeneficiary;
using Splot.Portal.ReadProgramme;
using Splot.Portal.ReadProject;
using Splot.Portal.ReadRegion;
using Splot.Portal.ReadTheme;
using Splot.Portal.Reading;
using Splot.Portal.RemoveNames;
using Splot.Portal.ReportError;
using Splot.Portal.Searching;
using Splot.Portal.SeeMap;
using Splot.Portal.Sitemaps;
using Splot.Portal.Store;
using Splot.Portal.Suggest;
using Splot.Portal.Welcome;
using Splot.Ui;

namespace Splot.Portal;

/// <summary>The door of the portal: what was funded, where, with what result, for everybody.</summary>
public static class PortalModule
{
    // Soon after the day changes, and before anybody reads in the morning.
    private static readonly TimeOnly RemoveNamesAt = new(0, 30);
    private static readonly TimeOnly RemoveReportsAt = new(0, 45);

    /// <summary>Registers the public read model, its projection, pages and API.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("portal", StoreRole.Public, typeof(PortalContext)) { Folder = "Store" });
        services.AddModuleSchema(new ModuleSchema("portal_report", StoreRole.Main, typeof(ReportContext)) { Folder = "ReportError" });
        services.AddSingleton<OperationProjection>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<IPublicProjection, PublicProjection>();
        services.AddSingleton<LabelProjection>();
        services.AddSingleton<AtlasProjection>();
        services.AddSingleton<IConsumer, TerritoryConsumer>();
        services.AddSingleton<RemoveNamesHandler>();
        services.AddDailyJob<RemoveNamesHandler>(RemoveNamesHandler.JobKind, RemoveNamesAt);
        services.AddSingleton<OperationsConsumer>();
        services.AddSingleton<IConsumer>(s => s.GetRequiredService<OperationsConsumer>());
        services.AddSingleton<PortalIndex>();
        services.AddSingleton<IndexFollower>();
        services.AddSingleton<ICatchUp>(s => s.GetRequiredService<IndexFollower>());
        services.AddSingleton<IReadiness, IndexReadiness>();
        services.AddHostedService(s => s.GetRequiredService<IndexFollower>());
        services.AddSingleton(IndexVerbs.Rebuild);
        services.AddSingleton(IndexVerbs.Status);
        services.AddSingleton(BenchSearchVerb.Verb);
        services.AddSingleton(BenchPagesVerb.Verb);
        services.AddSingleton<ProjectSearch>();
        services.AddSingleton<PortalReader>();
        services.AddSingleton<OverviewReader>();
        services.AddSingleton<IStoreFiller, MeasureFiller>();
        services.AddSingleton<TallyReader>();
        services.AddSingleton<DataWriter>();
        services.AddHostedService<TallyWarming>();
        services.AddSingleton<DataSizes>();
        services.AddSingleton<OutlineReader>();
        services.AddSingleton<OrganisationNames>();
        services.AddSingleton<ProfileReader>();
        services.AddSingleton<SuggestionEntries>();
        services.AddSingleton<SuggestionKeeper>();
        services.AddHostedService(s => s.GetRequiredService<SuggestionKeeper>());
        services.AddSingleton<Suggestions>();
        services.AddSingleton<ReportErrorHandler>();
        services.AddSingleton<ReportDesk>();
        services.AddDailyJob<ReportDesk>(ReportDesk.JobKind, RemoveReportsAt);
        services.AddSingleton(ReportVerbs.List);
        services.AddSingleton(ReportVerbs.Remove);
        services.Configure<SiteOptions>(site =>
        {
            site.Navigation.Add(new NavEntry("projects", "/projects", () => Text.Projects, 10));
            site.Navigation.Add(new NavEntry("about", "/about", () => Text.About, 90));
            site.Navigation.Add(new NavEntry("data", DataEndpoints.Path, () => Text.OpenData, 80));
            site.Footer.Add(new NavEntry("coverage", CoverageEndpoints.Path, () => Text.Coverage, 20));
            site.Navigation.Add(new NavEntry("map", MapModel.Path, () => Text.Map, 20));
            site.Footer.Add(new NavEntry("accessibility", AccessibilityEndpoints.Path, () => Text.Accessibility, 10));
            site.Footer.Add(new NavEntry("report", ReportErrorEndpoints.Path, () => Text.ReportError, 30) { NamesPage = true });
            site.AccessibilityStatement = AccessibilityEndpoints.Path;
            site.Search = new SearchEntry("/projects", () => Text.FindProject);
        });
        return services;
    }

    /// <summary>Maps the public pages, feeds, exports and the API.</summary>
    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.MapGroup("").For(Acts.ReadPublished);
        open.MapRoot();
        var pages = open.MapGroup("/{lang}");
        pages.MapWelcome();
        pages.MapFindProjects();
        pages.MapReadProject();
        pages.MapReadBeneficiary();
        pages.MapReadRegion();
        pages.MapReadProgramme();
        pages.MapReadTheme();
        pages.MapSeeMap();
        pages.MapCompareRegions();
        pages.MapEmbed();
        pages.MapPublicityKit();
        pages.MapAccessibility();
        pages.MapReportError();
        pages.MapFeeds();
        pages.MapDataPage();
        pages.MapCoverage();
        open.MapApi();
        open.MapDataFiles();
        open.MapOpenApi();
        open.MapSitemaps();
        return endpoints;
    }
}
