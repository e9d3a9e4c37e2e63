using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.ReadBeneficiary;

/// <summary>GET /{lang}/beneficiaries/{id}: an organisation and its projects.</summary>
internal static class ReadBeneficiaryEndpoints
{
    private static readonly HashSet<string> Known = ["sort", "limit", "after"];

    public static void MapReadBeneficiary(this IEndpointRouteBuilder pages) => pages.MapGet("/beneficiaries/{id}", GetAsync);

    private static async Task<IResult> GetAsync(string id, HttpContext http, PortalReader reader, OverviewReader overviews, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current) with { Only = Known });
        if (refusals.Count > 0)
        {
            return Answers.Refusal(http, refusals[0]);
        }

        if (PortalReader.OfBeneficiary(id, request) is not { } own)
        {
            return Unknown(http);
        }

        var overview = await overviews.ReadAsync(cancellation);
        return (await reader.SearchAsync(own, [], cancellation)).Page(http, result => PortalReader.Beneficiary(id, own, result) is { } found
            ? Html.Page<ReadBeneficiaryPage>(http, new { Found = found, Overview = overview })
            : Unknown(http));
    }

    private static IResult Unknown(HttpContext http) => Html.Page<ErrorPage>(http, new { Status = StatusCodes.Status404NotFound }, StatusCodes.Status404NotFound);
}
