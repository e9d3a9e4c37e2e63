using System.Globalization;
using System.Text;
using System.Text.Json;
using Splot.Portal.Searching;

namespace Splot.Portal.Tests.Oracle;

/// <summary>The filters of one search, as SQL takes them and as an address writes them.</summary>
internal sealed record FilterSet
{
    public Dictionary<CodeParameter, List<string>> Codes { get; } = [];

    /// <summary>Euro cents or day numbers.</summary>
    public Dictionary<BoundParameter, long> Bounds { get; } = [];

    public DateTimeOffset? Since { get; init; }

    public string? Words { get; init; }

    /// <summary>The operations whose texts have the words; null without words.</summary>
    public IReadOnlyCollection<long>? Keys { get; init; }

    /// <summary>Written here and not by the portal's own hand, so that both are read.</summary>
    public string Query
    {
        get
        {
            var query = new StringBuilder("?limit=1&facets=objective,field&facets=status,beneficiary");
            foreach (var (parameter, values) in Codes)
            {
                values.ForEach(v => query.Append('&').Append(parameter.Name).Append('=').Append(Uri.EscapeDataString(v)));
            }

            foreach (var (parameter, bound) in Bounds)
            {
                var written = parameter.IsMoney ? (bound / 100m).ToString("0.00", CultureInfo.InvariantCulture) : DateOnly.FromDayNumber((int)bound).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                query.Append('&').Append(parameter.Name).Append('=').Append(written);
            }

            if (Since is { } since)
            {
                query.Append("&modifiedSince=").Append(since.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }

            return Words is null ? query.ToString() : query.Append("&without=all&q=").Append(Uri.EscapeDataString(Words)).ToString();
        }
    }

    /// <summary>A list as one parameter of a statement.</summary>
    public static string? List<T>(IReadOnlyCollection<T>? values) => values is null ? null : JsonSerializer.Serialize(values);
}
