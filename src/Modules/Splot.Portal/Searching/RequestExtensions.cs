using Microsoft.AspNetCore.Http;
using Splot.Portal.Api;

namespace Splot.Portal.Searching;

internal static class RequestExtensions
{
    /// <summary>The search that the request's address asks for.</summary>
    public static (SearchRequest Request, IReadOnlyList<Refusal> Refusals) ReadSearch(this HttpRequest request, SearchSurface surface) => SearchParser.Parse(
        request.Query.ToDictionary(q => q.Key, q => (IReadOnlyList<string>)[.. q.Value.OfType<string>()], StringComparer.Ordinal),
        surface);

    /// <summary>For addresses that take no parameter: the refusal of the first one given; null where there is none.</summary>
    public static IResult? ReadNothing(this HttpRequest request) =>
        request.ReadSearch(SearchSurface.ApiWith([])) is (_, { Count: > 0 } refusals) ? Problems.BadParameters(refusals, null) : null;

    /// <summary>True where only the headers are wanted: the host answers HEAD by letting the body go nowhere, and a long one need not be made for that.</summary>
    public static bool IsForHeaders(this HttpContext http) => ReferenceEquals(http.Response.Body, Stream.Null);
}
