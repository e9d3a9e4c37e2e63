using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.DescribeProject;
using Splot.Portal.ExportProjects;
using Splot.Portal.Labels;
using Splot.Portal.OpenApi;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.Suggest;
using Splot.Portal.Words;
using Splot.Ui;
using Facet = Splot.Search.Searching.Facet;
using SearchRequest = Splot.Portal.Searching.SearchRequest;
using SearchResult = Splot.Portal.Searching.SearchResult;

namespace Splot.Portal.Api;

/// <summary>The API for everybody: no key, any origin, the same answers as the pages.</summary>
internal static class ApiEndpoints
{
    private const int MostValues = 1_000;

    /// <summary>The facets that every answer counts.</summary>
    public static IReadOnlyList<CodeParameter> AlwaysCounted { get; } = [CodeParameter.Country, CodeParameter.Region, CodeParameter.Fund, CodeParameter.Programme, CodeParameter.Theme, CodeParameter.Period];

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1");
        api.MapGet("/projects", ListAsync).Describe(ApiOperations.List);
        api.MapExport();
        api.MapForms();
        api.MapGet("/projects/{id}", ProjectAsync).Describe(ApiOperations.Project);
        api.MapGet("/beneficiaries/{id}", BeneficiaryAsync).Describe(ApiOperations.Beneficiary);
        api.MapSuggest();
        api.MapGet("/{**rest}", () => Problems.NoAddress());
        api.MapMethods("/{**rest}", [HttpMethods.Options], Preflight.Answer);
    }

    private static async Task<IResult> ListAsync(HttpContext http, PortalReader reader, OverviewReader overviews, OrganisationNames organisations, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Api);
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        List<CodeParameter> facets = [.. AlwaysCounted.Union(request.MoreFacets)];
        var answer = await reader.SearchAsync(request, [.. facets.Select(f => IndexRequests.Facet(f, request, MostValues))], cancellation);
        var labels = (await overviews.ReadAsync(cancellation)).Labels;
        var ids = answer is SearchAnswer.Given { Result: var counted } ? facets.Zip(counted.Facets).Where(f => f.First == CodeParameter.Beneficiary).SelectMany(f => f.Second.Counts).Select(c => c.Code) : [];
        var named = await organisations.FindAsync(ids, cancellation);
        return answer.Json(http, request.Language, result => new ResultJson(result, request) { Facets = [.. facets.Zip(result.Facets)], Labels = labels, Organisations = named }.Answer(http));
    }

    private static async Task<IResult> ProjectAsync(string id, HttpContext http, PortalReader reader, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(ApiOperations.OfProject);
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        http.Response.Headers.Vary = "Accept";
        return await reader.FindAsync(id, cancellation) switch
        {
            ProjectLookup.Found found => ProjectForm.Wanted(http.Request) is { } form
                ? form.Answer(http, found.Operation, site.Value, request.Language)
                : JsonBody.Answer(http, found.Operation.Json(request.Selection), modified: found.Operation.Document.UpdatedAt),
            ProjectLookup.Withdrawn withdrawn => Problems.Withdrawn(withdrawn, request.Language),
            _ => Problems.NoProject(request.Language),
        };
    }

    private static async Task<IResult> BeneficiaryAsync(string id, HttpContext http, PortalReader reader, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(ApiOperations.OfBeneficiary);
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        return PortalReader.OfBeneficiary(id, request) is { } own
            ? (await reader.SearchAsync(own, [], cancellation)).Json(http, request.Language, result => PortalReader.Beneficiary(id, own, result) is { } found
                ? new ResultJson(found.Result, request) { Beneficiary = found.Party }.Answer(http)
                : Problems.NoBeneficiary(request.Language))
            : Problems.NoBeneficiary(request.Language);
    }

    /// <summary>A page of results as JSON; items are written as they are stored.</summary>
    private sealed class ResultJson(SearchResult result, SearchRequest request)
    {
        public PartyDocument? Beneficiary { get; init; }

        public IReadOnlyList<(CodeParameter Parameter, Facet Facet)>? Facets { get; init; }

        public LabelBook? Labels { get; init; }

        public IReadOnlyDictionary<string, PartyDocument> Organisations { get; init; } = new Dictionary<string, PartyDocument>(StringComparer.Ordinal);

        public IResult Answer(HttpContext http)
        {
            var buffer = new ArrayBufferWriter<byte>(1 << 15);
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = OperationJson.Options.Encoder }))
            {
                Write(json);
            }

            return JsonBody.Answer(http, buffer.WrittenMemory);
        }

        private void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            if (Beneficiary is not null)
            {
                json.WriteString("id", Beneficiary.Id);
                json.WriteString("name", Beneficiary.Name);
                json.WritePropertyName("identifiers");
                JsonSerializer.Serialize(json, Beneficiary.Identifiers, OperationJson.Options);
            }

            json.WriteNumber("total", result.Totals.Total);
            json.WriteStartObject("totals");
            json.WriteString("budgetEur", Amounts.Full(result.Totals.BudgetEur));
            json.WriteString("euEur", Amounts.Full(result.Totals.EuEur));
            json.WriteEndObject();
            if (Facets is not null)
            {
                (request.Language ?? Language.English).MakeCurrent();
                WriteFacets(json);
            }

            json.WriteStartArray("items");
            foreach (var hit in result.Hits)
            {
                json.WriteRawValue(hit.Json(request.Selection).Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteString("next", result.Next);
            json.WriteEndObject();
        }

        private void WriteFacets(Utf8JsonWriter json)
        {
            json.WriteStartObject("facets");
            foreach (var (parameter, facet) in Facets!)
            {
                json.WriteStartArray(parameter.Name);
                foreach (var value in facet.Counts)
                {
                    json.WriteStartObject();
                    json.WriteString("code", value.Code);
                    json.WriteString("label", (parameter == CodeParameter.Beneficiary ? Organisations.GetValueOrDefault(value.Code)?.Name : null) ?? ParameterWords.Value(parameter, value.Code, Labels!).Text);
                    json.WriteNumber("count", value.Count);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }
}
