using System.Globalization;
using Splot.Search.Searching;

namespace Splot.Benchmarks.Corpus;

/// <summary>A search of the mix.</summary>
/// <param name="Request">The search, its first page.</param>
/// <param name="Page">How many pages further it goes; 0 for the first.</param>
internal sealed record MixedQuery(SearchRequest Request, int Page);

/// <summary>
/// 200 searches as people and pages send them: one to three words of all frequencies or none (39), none to three filters, sorted by relevance or budget,
/// 33 deep pages, six facets and two sums each. Always the same 200.
/// </summary>
internal sealed class MixedQueries(IReadOnlyList<WordSource> languages)
{
    public const int Count = 200;

    private const int WithoutText = 39;
    private const int DeepPages = 33;

    private static readonly string[] Facets = ["country", "region", "fund", "programme", "theme", "period"];

    public static IReadOnlyList<FacetRequest> SixFacets { get; } = [.. Facets.Select(f => new FacetRequest(f, Level: 3))];

    public IReadOnlyList<MixedQuery> All() => [.. Enumerable.Range(0, Count).Select(Query)];

    /// <summary>Phrases of two words that stand side by side in some operation, prefixes, and words left out: what the mix does not have.</summary>
    public static IReadOnlyList<MixedQuery> Special(SyntheticOperations operations, int documents)
    {
        var found = new List<MixedQuery>();
        for (var i = 0; i < 40; i++)
        {
            var dice = new Dice(7_000_000UL + (ulong)i);
            var words = operations.Document(1 + dice.Below(documents)).Texts[3].Content.Replace(",", "", StringComparison.Ordinal).Split(' ');
            var at = dice.Below(words.Length - 1);
            var text = (i % 4) switch
            {
                0 or 1 => $"\"{words[at]} {words[at + 1]}\"",
                2 => words[at][..3] + "*",
                _ => $"{words[at]} -{words[at + 1]}",
            };
            found.Add(new MixedQuery(new SearchRequest { Text = text, Facets = SixFacets }, 0));
        }

        return found;
    }

    private MixedQuery Query(int number)
    {
        var dice = new Dice(1_000_000UL + (ulong)number);
        var hasText = number >= WithoutText;
        return new MixedQuery(
            new SearchRequest
            {
                Text = hasText ? Text(ref dice) : null,
                Codes = Filters(ref dice, hasText ? Math.Max(0, dice.Below(6) - 2) : dice.Below(4)),
                Ranges = dice.Chance(0.12) ? [new RangeFilter("budget", 10_000_000, dice.Chance(0.5) ? 1_000_000_000 : null)] : [],
                SortBy = !hasText || dice.Chance(0.4) ? "budget" : null,
                Descending = true,
                Facets = SixFacets,
            },
            number % 6 == 3 && number / 6 < DeepPages ? 2 + dice.Below(8) : 0);
    }

    private string Text(ref Dice dice)
    {
        var language = languages[dice.Below(20) is var share && share < 8 ? 0 : share < 17 ? 1 : 2];
        var words = 1 + dice.Below(3);
        var text = new List<string>();
        for (var i = 0; i < words; i++)
        {
            // Words of all frequencies, in equal shares of a logarithmic scale; a second and third word is a common one, or nothing would be left.
            var rank = i == 0 ? (int)Math.Exp(dice.Share() * Math.Log(1_500)) : (int)Math.Exp(dice.Share() * Math.Log(60));
            text.Add(language[rank]);
        }

        return string.Join(' ', text);
    }

    private static List<CodeFilter> Filters(ref Dice dice, int count)
    {
        var filters = new List<CodeFilter>();
        var kind = dice.Below(6);
        for (var i = 0; i < count; i++, kind++)
        {
            filters.Add((kind % 6) switch
            {
                0 => new CodeFilter("country", dice.Chance(0.3) ? ["PL", "BG", "DE"] : ["PL"]),
                1 => new CodeFilter("period", ["2021-2027"]),
                2 => new CodeFilter("fund", ["ERDF", "ESF+"]),
                3 => new CodeFilter("theme", [string.Create(CultureInfo.InvariantCulture, $"T{dice.Below(6):D2}")]),
                4 => new CodeFilter("region", [string.Create(CultureInfo.InvariantCulture, $"PL{1 + dice.Below(4)}")]),
                _ => new CodeFilter("programme", ["2007PL0000", "2014PL0001", "2021BG0002"]),
            });
        }

        return filters;
    }
}
