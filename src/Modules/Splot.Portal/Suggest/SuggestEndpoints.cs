using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Portal.OpenApi;
using Splot.Portal.Searching;

namespace Splot.Portal.Suggest;

/// <summary>GET /api/v1/suggest?q=: where to go for what was typed so far.</summary>
internal static class SuggestEndpoints
{
    private const int Few = 8;

    public static void MapSuggest(this IEndpointRouteBuilder api) => api.MapGet("/suggest", GetAsync).Describe(ApiOperations.Suggest);

    /// <summary>The address that pages give their search fields, in the language of the page.</summary>
    public static string Address(Language language) => "/api/v1/suggest?lang=" + language.Code();

    private static async Task<IResult> GetAsync(HttpContext http, Suggestions suggestions, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(ApiOperations.OfSuggest);
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        var language = request.Language ?? Language.English;
        language.MakeCurrent();
        var limit = http.Request.Query.ContainsKey("limit") ? Math.Min(request.Limit, Suggestions.Most) : Few;
        var found = request.Words is { } typed ? await suggestions.ForAsync(typed, limit, cancellation) : [];
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Json(new { suggestions = found.Select(s => new { text = s.Text, lang = s.Lang, kind = s.Kind, kindLabel = s.Note, code = s.Code, href = "/" + language.Code() + s.Path }) });
    }
}
