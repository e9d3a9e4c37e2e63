using System.Text.Json;
using Splot.Kernel;
using Splot.Portal.Indexing;

namespace Splot.Portal.BenchSearch;

/// <summary>Addresses of pages of results, made from what the API of a running Splot tells: its most frequent codes and some thousand titles.</summary>
internal sealed class PageQuestions(HttpClient client)
{
    private const int PagesBehind = 10;
    private static readonly string[] Orders = ["start", "-start", "end", "-end", "budget", "-budget", "eu", "-eu"];

    /// <summary>How many projects there are.</summary>
    public long Projects { get; private set; }

    /// <summary>The addresses, the same for the same projects.</summary>
    /// <exception cref="HttpRequestException">No answer, or another than expected.</exception>
    /// <exception cref="JsonException">An answer that is no result.</exception>
    public async Task<IReadOnlyList<string>> MakeAsync(CancellationToken cancellation)
    {
        var filters = new List<(string Column, string Value)>();
        using (var all = await ResultAsync("limit=1", cancellation))
        {
            Projects = all.RootElement.GetProperty("total").GetInt64();
            foreach (var facet in all.RootElement.GetProperty("facets").EnumerateObject())
            {
                filters.AddRange(QueryMix.Frequent(facet.Name, facet.Value.EnumerateArray().Select(v => v.GetProperty("code").GetString()!)));
            }
        }

        var titles = new List<IReadOnlyList<string>>();
        foreach (var (order, country) in Orders.SelectMany(o => filters.Where(f => f.Column == IndexColumns.Country).Select(f => (o, f.Value))))
        {
            using var page = await ResultAsync($"limit=100&fields=id,title&sort={order}&country={Uri.EscapeDataString(country)}", cancellation);
            titles.AddRange(
                from item in page.RootElement.GetProperty("items").EnumerateArray()
                from title in item.GetProperty("title").EnumerateObject()
                select QueryMix.WordsOf(PortalIndex.Analyzer, title.Value.GetString()!));
        }

        var addresses = new List<string>();
        foreach (var query in new QueryMix(filters, titles).Make())
        {
            var words = Words(query);
            var after = query.Skip == 0 ? null : await BehindAsync(words, cancellation);
            addresses.Add($"{Languages.All[addresses.Count % Languages.All.Count].Code()}/projects?{words}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
        }

        return addresses;
    }

    private static string Words(BenchQuery query)
    {
        var parts = query.Filters.Select(f => $"{f.Column}={Uri.EscapeDataString(f.Value)}").ToList();
        if (query.Request.Text is { } text)
        {
            parts.Add("q=" + Uri.EscapeDataString(text));
        }

        return string.Join('&', parts.Append("sort=" + (query.Request.SortBy is null ? "relevance" : "-budget")));
    }

    /// <summary>The key of a page a thousand hits behind, or of the last that has one behind it; null where one page holds everything.</summary>
    private async Task<string?> BehindAsync(string words, CancellationToken cancellation)
    {
        string? after = null;
        for (var i = 0; i < PagesBehind; i++)
        {
            using var page = await ResultAsync($"limit=100&fields=id&{words}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}", cancellation);
            if (page.RootElement.GetProperty("next").GetString() is not { } next)
            {
                break;
            }

            after = next;
        }

        return after;
    }

    private async Task<JsonDocument> ResultAsync(string query, CancellationToken cancellation)
    {
        await using var body = await client.GetStreamAsync(new Uri("api/v1/projects?" + query, UriKind.Relative), cancellation);
        return await JsonDocument.ParseAsync(body, default, cancellation);
    }
}
