using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Portal.Atlas;
using Splot.Portal.FindProjects;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.Words;
using Splot.Search.Searching;
using Splot.Ui;
using SearchRequest = Splot.Portal.Searching.SearchRequest;

namespace Splot.Portal.SeeMap;

/// <summary>
/// Points for the map island: one for each place of the map with its number of hits, standing in the place's middle, one in the middle of the region
/// asked for with those that name no place so exact, and where there are few hits one for each coordinate that a list published. Outlines of the places come along where they are known.
/// </summary>
internal static class MapPoints
{
    /// <summary>More marks than this nobody tells apart.</summary>
    private const int MostPlaces = 400;

    /// <summary>Up to so many hits their own coordinates are shown.</summary>
    private const int MostExact = 300;

    public static void MapMapPoints(this IEndpointRouteBuilder pages) => pages.MapGet("/map/points", GetAsync);

    private static async Task<IResult> GetAsync(HttpContext http, PortalReader reader, OverviewReader overviews, OutlineReader outlines, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current));
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, Languages.Current);
        }

        var overview = await overviews.ReadAsync(cancellation);
        var (_, around) = MapModel.PlaceOf(request, overview.Places);
        var shown = MapModel.PlacesOf(around, overview.Places);
        var places = shown.Where(p => p is { Lat: not null, Lon: not null }).ToList();
        var facets = places.Select(p => p.Level).Distinct().Select(level => new FacetRequest(CodeParameter.Region.Name, level, Most: MostPlaces)).ToList();
        var answer = await reader.SearchAsync(request with { Limit = MostExact, After = null, Sort = SearchSort.EuDescending }, facets, cancellation);
        var vaguer = await SeeMapEndpoints.VaguerAsync(answer, request, overview.Places, reader, cancellation);
        var known = await outlines.FindAsync(shown, cancellation);
        return answer.Json(http, Languages.Current, result =>
        {
            var href = PageView.From(http).Href;
            var counts = result.Facets.SelectMany(f => f.Counts).GroupBy(c => c.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(c => c.Count), StringComparer.Ordinal);
            var points = new JsonArray();
            foreach (var place in places.Where(p => counts.ContainsKey(p.Code)).OrderByDescending(p => counts[p.Code]).ThenBy(p => p.Code, StringComparer.Ordinal).Take(MostPlaces))
            {
                points.Add(OfPlace(place, counts[place.Code], request, overview, href));
            }

            if (vaguer > 0 && around is { Lat: not null, Lon: not null })
            {
                points.Add(OfPlace(around, vaguer, request, overview, href, Text.Vaguer(vaguer, Languages.Current.FormatCount(result.Totals.Total))));
            }

            foreach (var point in result.Totals.Total <= MostExact ? Exact(result.Hits, href) : [])
            {
                points.Add(point);
            }

            return TypedResults.Json(new JsonObject { ["points"] = points, ["outlines"] = Outlines(known) });
        });
    }

    private static JsonObject OfPlace(Place place, long count, SearchRequest request, Overview overview, Func<string, string> href, string? link = null)
    {
        var name = PlaceNames.Of(place, overview.Labels);
        return Point(
            place.Lat!.Value, place.Lon!.Value, count, Languages.Current.FormatCount(count), name.Text, name.Lang, href(FindProjectsModel.Address(request.With(CodeParameter.Region, Codes.Form(place.Code)))), link ?? Text.ProjectsIn(count), null, exact: false);
    }

    private static IEnumerable<JsonObject> Exact(IReadOnlyList<PublicOperation> hits, Func<string, string> href) =>
        from hit in hits
        from location in hit.Document.Locations
        where location is { Lat: not null, Lon: not null }
        group (hit, location) by (location.Lat!.Value, location.Lon!.Value) into spot
        let first = spot.First()
        let title = Words.Shown.Title(first.hit.Document)
        select Point(
            spot.Key.Item1, spot.Key.Item2, spot.Count(), spot.Count().ToString(CultureInfo.InvariantCulture), first.location.Name ?? Text.ExactPlace, Scripts.Lang(first.location.Name), href("/projects/" + first.hit.Id), title.Text, title.Lang, exact: true);

    private static JsonObject Point(decimal lat, decimal lon, long count, string words, string name, string? lang, string href, string link, string? linkLang, bool exact) => new()
    {
        ["lat"] = lat,
        ["lon"] = lon,
        ["count"] = count,
        ["words"] = words,
        ["name"] = name,
        ["lang"] = lang,
        ["href"] = href,
        ["link"] = link,
        ["linkLang"] = linkLang,
        ["exact"] = exact,
    };

    private static JsonObject? Outlines(IReadOnlyDictionary<string, string> known) => known.Count == 0 ? null : new JsonObject
    {
        ["type"] = "FeatureCollection",
        ["features"] = new JsonArray([.. known.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => new JsonObject { ["type"] = "Feature", ["properties"] = new JsonObject { ["code"] = k.Key }, ["geometry"] = JsonNode.Parse(k.Value) })]),
    };
}
