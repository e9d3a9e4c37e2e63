using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Splot.Access.Passkeys;

/// <summary>How questions go to the browser and answers come back: the island passkey.js speaks it.</summary>
internal static class PasskeyAnswers
{
    private const int Longest = 16 * 1024;

    /// <summary>The question as JSON, for one browser and one moment.</summary>
    public static IResult Question(HttpContext http, PasskeyQuestion question)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(new JsonObject { ["options"] = JsonNode.Parse(question.Options), ["state"] = question.State }.ToJsonString(JsonSerializerOptions.Web), "application/json");
    }

    /// <summary>The answer in a form's hidden fields; what is too long to be one is none.</summary>
    public static (string State, string Credential) Read(IFormCollection fields) =>
        fields["credential"].ToString() is { Length: <= Longest } credential ? (fields["state"].ToString(), credential) : ("", "");
}
