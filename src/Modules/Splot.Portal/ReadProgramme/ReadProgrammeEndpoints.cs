using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.Words;
using Splot.Search.Searching;
using Splot.Ui;
using SearchRequest = Splot.Portal.Searching.SearchRequest;

namespace Splot.Portal.ReadProgramme;

/// <summary>GET /{lang}/programmes/{code}: a programme and its projects.</summary>
internal static class ReadProgrammeEndpoints
{
    // Programmes have a dozen priorities; what has more is a list whose priorities are something else.
    private const int MostNamed = 15;

    public static void MapReadProgramme(this IEndpointRouteBuilder pages) => pages.MapGet("/programmes/{code}", GetAsync);

    private static async Task<IResult> GetAsync(string code, HttpContext http, ProfileReader profiles, PortalReader reader, OverviewReader overviews, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        if (CodeParameter.Programme.Read(code) is not { } form || form == SearchRequest.None || !IsKnown(form, overview))
        {
            return Answers.NotFound(http);
        }

        var request = new SearchRequest().With(CodeParameter.Programme, form);
        FacetRequest[] facets = [ProfileFacets.Objectives, ProfileFacets.Priorities, new(IndexColumns.Period, WithSums: true), .. ProfileFacets.Tiles];
        return await profiles.ReadAsync(request, facets, overview, cancellation) is { } profile
            ? Html.Page<ReadProgrammePage>(http, new { Model = await NamedAsync(form, profile, reader, cancellation) })
            : Answers.NotReady(http);
    }

    private static bool IsKnown(string form, Overview overview) =>
        overview.Labels.Find(LabelKind.Programme, form) is not null || overview.Programmes.Any(p => p.Code == form);

    /// <summary>The model with the names that projects give the programme, where the code list has none, and its priorities.</summary>
    private static async Task<ProgrammeModel> NamedAsync(string form, Profile profile, PortalReader reader, CancellationToken cancellation)
    {
        var priorities = new Dictionary<string, Label>(StringComparer.Ordinal);
        var draft = new ProgrammeModel(form, new Label(form, Label.NoLanguage), profile, priorities);
        List<string> codes = [.. draft.PrioritySums.Select(p => p.Code).Where(c => c != SearchRequest.None && !c.Contains('"', StringComparison.Ordinal)).Take(MostNamed)];
        var known = await reader.OneOfEachAsync([.. codes.Select(draft.OfPriority)], cancellation);
        foreach (var (code, operation) in codes.Zip(known))
        {
            if (operation?.Document.Priority?.Name is { } name)
            {
                priorities[code] = new Label(name, Scripts.Language(name) ?? Label.NoLanguage);
            }
        }

        var published = profile.Largest.Select(o => o.Document.Programme).FirstOrDefault(p => p?.Code is { } own && Codes.Form(own) == form)?.Name;
        return draft with { Name = profile.Overview.Labels.Of(LabelKind.Programme, form, published) };
    }
}
