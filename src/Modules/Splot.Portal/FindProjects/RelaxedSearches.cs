using Splot.Portal.Reading;
using Splot.Portal.Searching;

namespace Splot.Portal.FindProjects;

/// <summary>The same search without one of its words, where that finds something.</summary>
/// <param name="Left">The word left out.</param>
/// <param name="Request">The search without it.</param>
/// <param name="Total">How many it finds.</param>
public sealed record RelaxedSearch(string Left, SearchRequest Request, long Total);

/// <summary>Finds which word is in the way of a search that found nothing: a search for each word, of few words only.</summary>
internal static class RelaxedSearches
{
    private const int MostWords = 6;
    private const int Few = 3;

    /// <summary>The narrowest first; none for a search with signs, whose words do not stand by themselves.</summary>
    public static async Task<IReadOnlyList<RelaxedSearch>> OfAsync(SearchRequest request, PortalReader reader, CancellationToken cancellation)
    {
        var words = request.Words?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (words.Length is < 2 or > MostWords || words.Any(w => !w.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '\'')))
        {
            return [];
        }

        var found = new List<RelaxedSearch>();
        for (var i = 0; i < words.Length; i++)
        {
            var wider = request with { Words = string.Join(' ', words.Where((_, at) => at != i)), Limit = 1, After = null };
            if (await reader.SearchAsync(wider, [], cancellation) is SearchAnswer.Given { Result.Totals.Total: > 0 and var total })
            {
                found.Add(new RelaxedSearch(words[i], wider with { Limit = request.Limit }, total));
            }
        }

        return [.. found.OrderBy(f => f.Total).Take(Few)];
    }
}
