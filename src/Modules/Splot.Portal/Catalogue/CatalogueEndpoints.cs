using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Data;
using Splot.Portal.Api;
using Splot.Portal.Coverage;
using Splot.Portal.OpenApi;
using Splot.Portal.OpenData;
using Splot.Portal.Overviews;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.Catalogue;

/// <summary>GET /data/catalog.jsonld: what there is, for data portals (DCAT-AP 3).</summary>
internal static class CatalogueEndpoints
{
    public const string Path = "/data/catalog.jsonld";
    private const string MediaType = "application/ld+json";

    public static void MapCatalogue(this IEndpointRouteBuilder data) => data.MapGet("/catalog.jsonld", GetAsync).Describe(ApiOperations.Catalogue);

    private static async Task<IResult> GetAsync(HttpContext http, TallyReader tallies, OverviewReader overviews, DataSizes sizes, IOptions<SiteOptions> site, SplotOptions options, CancellationToken cancellation)
    {
        if (http.Request.ReadNothing() is { } refusal)
        {
            return refusal;
        }

        var labels = (await overviews.ReadAsync(cancellation)).Labels;
        var catalogue = new CatalogueJson(site.Value, options, labels);
        foreach (var state in DataState.All(await tallies.ReadAsync(cancellation)))
        {
            catalogue.Add(state, await sizes.OfAsync(state, site.Value, labels, cancellation));
        }

        return JsonBody.Answer(http, catalogue.ToUtf8(), MediaType);
    }
}
