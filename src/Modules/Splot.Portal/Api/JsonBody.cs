using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Splot.Portal.Api;

/// <summary>Answers with a text that is ready in memory; who has it already gets 304.</summary>
internal static class JsonBody
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>The answer. Its tag is made of the content, and weak, since the same content also travels compressed.</summary>
    public static IResult Answer(HttpContext http, ReadOnlyMemory<byte> content, string mediaType = Json, DateTimeOffset? modified = null, string? fileName = null)
    {
        http.Response.Headers.CacheControl = "public, no-cache";
        var tag = new EntityTagHeaderValue("\"" + Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 12)) + "\"", isWeak: true);
        return TypedResults.Bytes(content, mediaType, fileName, lastModified: modified, entityTag: tag);
    }
}
