using System.Text.Json.Nodes;

namespace Splot.Portal.Tests.Support;

internal static class JsonAnswers
{
    /// <summary>The answer's JSON; fails when the status is another.</summary>
    public static async Task<JsonObject> JsonAsync(this PortalApp app, string address, int status = 200)
    {
        var response = await app.Client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{address} answered {(int)response.StatusCode}: {text[..Math.Min(text.Length, 2000)]}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public static async Task<IReadOnlyList<string>> IdsAsync(this PortalApp app, string query) =>
        [.. (await app.JsonAsync("/api/v1/projects" + query))["items"]!.AsArray().Select(i => (string)i!["id"]!)];
}
