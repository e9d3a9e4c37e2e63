using Microsoft.AspNetCore.Http;

namespace Splot.Portal.Searching;

internal static class RequestExtensions
{
    /// <summary>The search that the request's address asks for.</summary>
    public static (SearchRequest Request, IReadOnlyList<Refusal> Refusals) ReadSearch(this HttpRequest request, SearchSurface surface) => SearchParser.Parse(
        request.Query.ToDictionary(q => q.Key, q => (IReadOnlyList<string>)[.. q.Value.OfType<string>()], StringComparer.Ordinal),
        surface);
}
