using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Portal.Api;
using Splot.Portal.OpenApi;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.DescribeProject;

/// <summary>GET /api/v1/projects/{id}.jsonld, .ttl, .bib and .ris.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder api)
    {
        foreach (var form in ProjectForm.All)
        {
            api.MapGet("/projects/{id}." + form.Extension, (string id, HttpContext http, PortalReader reader, IOptions<SiteOptions> site, CancellationToken cancellation) => GetAsync(form, id, http, reader, site.Value, cancellation))
                .Describe(form.Operation);
        }
    }

    private static async Task<IResult> GetAsync(ProjectForm form, string id, HttpContext http, PortalReader reader, SiteOptions site, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(ApiOperations.OfForm);
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        return await reader.FindAsync(id, cancellation) switch
        {
            ProjectLookup.Found found => form.Answer(http, found.Operation, site, request.Language),
            ProjectLookup.Withdrawn withdrawn => Problems.Withdrawn(withdrawn, request.Language),
            _ => Problems.NoProject(request.Language),
        };
    }
}
