using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Splot.Kernel;
using Splot.Portal.Words;
using Splot.Testing;

namespace Splot.Portal.Tests.Fuzz;

/// <summary>Sends a request and says what is wrong with the answer.</summary>
internal static class Judge
{
    private const int LongestSummary = 1_000;

    private static readonly int[] Expected = [200, 204, 301, 302, 304, 308, 400, 404, 405, 410, 416];

    public static async Task<(int Status, IReadOnlyList<string> Complaints)> SendAsync(SplotApp app, HostileRequest request)
    {
        using var aborted = new CancellationTokenSource();
        var server = (TestServer)app.Services.GetRequiredService<IServer>();
        var http = await server.SendAsync(
            context =>
            {
                context.Request.Method = request.Method;
                context.Request.Path = PathString.FromUriComponent(request.Path);
                context.Request.QueryString = new QueryString(request.Query);
                if (request.Header is not null)
                {
                    context.Request.Headers[request.Header] = request.HeaderValue;
                }
            },
            aborted.Token);
        using var body = new MemoryStream();
        await http.Response.Body.CopyToAsync(body, CancellationToken.None);
        return (http.Response.StatusCode, [.. await ComplaintsAsync(request, http.Response, body.ToArray())]);
    }

    private static async Task<List<string>> ComplaintsAsync(HostileRequest request, HttpResponse response, byte[] content)
    {
        var complaints = new List<string>();
        var type = response.ContentType ?? "";
        var body = type.Contains("spreadsheet", StringComparison.Ordinal) || response.Headers.ContentEncoding.Count > 0 ? "" : Encoding.UTF8.GetString(content);
        Complain(!Expected.Contains(response.StatusCode), $"status {response.StatusCode}: {body[..Math.Min(body.Length, 300)]}");
        Complain(body.Contains("   at ", StringComparison.Ordinal) || body.Contains("Exception", StringComparison.Ordinal), "tells of the program's insides");
        Complain(response.Headers.SetCookie.Count > 0, "sets a cookie");
        Complain(response.Headers.ContentSecurityPolicy.ToString() is var policy && (!policy.StartsWith("default-src 'none';", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal)), "has a weak policy");
        Complain(response.Headers.ContainsKey("X-Splot"), "lets a header in");
        if (request.Method == "GET" && response.StatusCode == 400)
        {
            complaints.AddRange(type.StartsWith("text/html", StringComparison.Ordinal) && !request.Path.StartsWith("/api/", StringComparison.Ordinal) ? OfPage(request, body) : OfProblem(request, type, body));
        }

        if (body.Contains("splot-x", StringComparison.Ordinal) || body.Contains("onsplot", StringComparison.Ordinal))
        {
            Complain(type.StartsWith("text/html", StringComparison.Ordinal) && await HasMarkAsync(body), "lets markup in");
            Complain(type.StartsWith("application/atom", StringComparison.Ordinal) && XDocument.Parse(body).Descendants().Any(e => e.Name.LocalName == "splot-x"), "lets an element in");
        }

        return complaints;

        void Complain(bool isWrong, string what)
        {
            if (isWrong)
            {
                complaints.Add(what);
            }
        }
    }

    /// <summary>RFC 9457, with the name of a parameter that was sent.</summary>
    private static IEnumerable<string> OfProblem(HostileRequest request, string type, string body)
    {
        if (!type.StartsWith("application/problem+json", StringComparison.Ordinal) || JsonNode.Parse(body) is not JsonObject problem)
        {
            return ["is no problem document"];
        }

        var named = new[] { (string?)problem["parameter"] }.Concat(problem["errors"]?.AsArray().Select(e => (string?)e!["parameter"]) ?? []);
        var text = (int?)problem["status"] == 400 && problem["title"] is not null && problem["code"] is not null ? (string?)problem["detail"] : null;
        return text is null ? ["lacks members of a problem document"]
            : named.All(n => n is not null && IsSent(request, n)) && text.Contains((string)problem["parameter"]!, StringComparison.Ordinal) ? []
            : [$"does not name the parameter: {body}"];
    }

    /// <summary>The sentence that says what to write names the parameter as pages of the language call it: in quotation marks, or in the summary of what is wrong.</summary>
    private static IEnumerable<string> OfPage(HostileRequest request, string body)
    {
        (Languages.Parse(request.Path.Split('/')[1]) ?? Language.English).MakeCurrent();
        var shown = WebUtility.HtmlDecode(body);
        var summary = shown.IndexOf("govuk-error-summary", StringComparison.Ordinal) is >= 0 and var at ? shown.Substring(at, Math.Min(LongestSummary, shown.Length - at)) : "";
        var names = Sent(request).SelectMany(name => new[] { name, name.ToLowerInvariant() }).Select(ParameterWords.Name).Where(name => name.Length > 0);
        return names.Any(name => Says(shown, "“" + name) || Says(shown, "„" + name) || Says(summary, name)) ? [] : ["does not name the parameter"];
    }

    private static bool Says(string text, string name) => text.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsSent(HostileRequest request, string name) => name.Length == 0 || Sent(request).Any(s => s.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names as they may be shown: without what cannot be printed.</summary>
    private static IEnumerable<string> Sent(HostileRequest request) =>
        QueryHelpers.ParseQuery(request.Query).Keys.Select(k => new string([.. k.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]));

    private static async Task<bool> HasMarkAsync(string body)
    {
        using var page = await BrowsingContext.New().OpenAsync(r => r.Content(body));
        return page.QuerySelector("splot-x,[onsplot]") is not null
            || page.Scripts.Any(s => s.TextContent.Contains("splot()", StringComparison.Ordinal) && s.Type is not "application/ld+json")
            || page.QuerySelectorAll("[href],[src],[action]").Any(e => (e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action"))!.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }
}
