using System.Net;
using AngleSharp.Dom;
using Splot.Testing;

namespace Splot.Persons.Tests.Pages;

/// <summary>A browser of the simplest kind: it keeps cookies, follows nothing, and sends the forms of pages with what stands in them.</summary>
internal sealed class Browser(SplotApp app)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer leads; null where nowhere.</summary>
    public string? Location { get; private set; }

    /// <summary>What kind of thing was answered.</summary>
    public string? MediaType { get; private set; }

    public Task<IDocument> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Follows the last answer.</summary>
    public Task<IDocument> FollowAsync() => GetAsync(Location ?? throw new InvalidOperationException($"The answer {(int)Status} leads nowhere."));

    /// <summary>Sends the page's form that goes to <paramref name="action"/>, with what stands in it and what is typed over it.</summary>
    public Task<IDocument> SubmitAsync(IDocument page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll("form[method=post]").FirstOrDefault(f => f.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"The page has no form to {action}: {page.Title}");
        var names = typed.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var fields = form.QuerySelectorAll("input").Where(i => i.GetAttribute("type") is not ("radio" or "checkbox") || i.HasAttribute("checked"))
            .Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => !names.Contains(f.Key)).ToList();
        fields.AddRange(typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value)));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields), Headers = { { "Sec-Fetch-Site", "same-origin" } } });
    }

    private async Task<IDocument> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Key + "=" + c.Value)));
            }

            using var answer = await app.Client.SendAsync(request);
            (Status, Location, MediaType) = (answer.StatusCode, answer.Headers.Location?.ToString(), answer.Content.Headers.ContentType?.MediaType);
            foreach (var header in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = header.Split(';')[0].Split('=', 2);
                cookies[pair[0]] = pair[1];
            }

            return await SplotApp.ParseAsync(answer);
        }
    }
}
