using System.Net;
using AngleSharp.Dom;

namespace Splot.Testing;

/// <summary>A browser of the simplest kind: it keeps cookies, follows nothing, and sends the forms of pages with what stands in them.</summary>
public sealed class Browser(SplotApp app)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer leads; null where nowhere.</summary>
    public string? Location { get; private set; }

    /// <summary>What it keeps.</summary>
    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>How long the last answer may be stored; null where it does not say.</summary>
    public string? CacheControl { get; private set; }

    /// <summary>What the last answer told the browser to forget; null for nothing.</summary>
    public string? Cleared { get; private set; }

    /// <summary>Every cookie ever set, with its attributes.</summary>
    public List<string> CookiesSet { get; } = [];

    /// <summary>Opens an address.</summary>
    public Task<IDocument> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends the page's form that goes to <paramref name="action"/>, with its hidden fields and what is typed.</summary>
    public Task<IDocument> SubmitAsync(IDocument page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll("form[method=post]").First(f => (f.GetAttribute("action") ?? action) == action);
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToList();
        fields.AddRange(typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value)));
        return PostAsync(action, fields);
    }

    /// <summary>Sends the page's form that goes to <paramref name="action"/> with a file.</summary>
    public async Task<IDocument> SendFileAsync(IDocument page, string action, string field, string fileName, string content, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll("form[method=post]").First(f => f.GetAttribute("action") == action);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Concat(typed))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new StringContent(content), field, fileName);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = body, Headers = { { "Sec-Fetch-Site", "same-origin" } } });
    }

    /// <summary>Goes where the last answer leads.</summary>
    public Task<IDocument> FollowAsync() => GetAsync(Location ?? throw new InvalidOperationException($"The last answer ({(int)Status}) leads nowhere."));

    /// <summary>Sends fields to an address, as a form of our own page would.</summary>
    public Task<IDocument> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields), Headers = { { "Sec-Fetch-Site", "same-origin" } } });

    private async Task<IDocument> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Key + "=" + c.Value)));
            }

            using var answer = await app.Client.SendAsync(request);
            (Status, Location) = (answer.StatusCode, answer.Headers.Location?.ToString());
            CacheControl = answer.Headers.CacheControl?.ToString();
            Cleared = answer.Headers.TryGetValues("Clear-Site-Data", out var cleared) ? cleared.Single() : null;
            foreach (var header in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                CookiesSet.Add(header);
                var pair = header.Split(';')[0].Split('=', 2);
                if (header.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
                {
                    cookies.Remove(pair[0]);
                }
                else
                {
                    cookies[pair[0]] = pair[1];
                }
            }

            return await SplotApp.ParseAsync(answer);
        }
    }
}
