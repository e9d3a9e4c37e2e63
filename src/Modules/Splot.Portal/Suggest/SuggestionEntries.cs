using System.Text;
using Splot.Contracts.Territory;
using Splot.Portal.Atlas;
using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Searching;
using Splot.Search.Searching;
using Splot.Search.Suggesting;
using SearchRequest = Splot.Portal.Searching.SearchRequest;

namespace Splot.Portal.Suggest;

/// <summary>What may be suggested: all names of codes in use and of places with projects, the organisations with the most projects, the titles of the largest projects.</summary>
/// <param name="Suggester">Completes what is typed.</param>
/// <param name="Beneficiaries">Names of the organisations by id.</param>
/// <param name="Sequence">The change up to which it knows.</param>
internal sealed record SuggestionBook(Suggester Suggester, IReadOnlyDictionary<string, string> Beneficiaries, long Sequence);

/// <summary>Gathers what may be suggested. Bounded: with two million operations as with two hundred thousand it holds the same number of titles and organisations.</summary>
internal sealed class SuggestionEntries(ProjectSearch search, PortalIndex index, OverviewReader overviews)
{
    private const int MostTitles = 30_000;
    private const int MostBeneficiaries = 20_000;
    private const int FewestLetters = 4;
    private const int WordsOfTitle = 2;
    private const int WordsOfName = 4;

    private const int WeightOfRegion = 1_000_000_000;
    private const int WeightOfFund = 900_000_000;
    private const int WeightOfTheme = 800_000_000;
    private const int WeightOfProgramme = 700_000_000;
    private const int WeightOfBeneficiary = 100_000_000;
    private const int MostWeight = 90_000_000;

    /// <summary>The levels on which counties and municipalities lie.</summary>
    private static readonly int[] SmallPlaces = [5, 6];

    /// <summary>Reads everything that may be suggested; null while the index is being built.</summary>
    public async Task<SuggestionBook?> ReadAsync(CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        var asked = new Splot.Search.Searching.SearchRequest
        {
            Limit = 0,
            Facets = [new FacetRequest(IndexColumns.Beneficiary, Most: MostBeneficiaries), .. SmallPlaces.Select(level => new FacetRequest(IndexColumns.Region, level))],
        };
        if (await index.Search.SearchAsync(asked, cancellation) is not SearchOutcome.Answered { Result: var counted })
        {
            return null;
        }

        var entries = new List<SuggestionEntry>();
        AddCodes(entries, overview);
        AddPlaces(entries, overview, counted.Facets.Skip(1).SelectMany(f => f.Counts));
        var counts = counted.Facets[0].Counts.ToDictionary(c => c.Code, c => c.Count, StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await AddProjectsAsync(entries, counts, names, cancellation);
        foreach (var (id, name) in names)
        {
            Add(entries, new SuggestionTarget(SuggestionKind.Beneficiary, id), name, WeightOfBeneficiary + (int)Math.Min(counts.GetValueOrDefault(id), MostWeight), WordsOfName);
        }

        return new SuggestionBook(Suggester.Build(entries), names, counted.Sequence);
    }

    private async Task AddProjectsAsync(List<SuggestionEntry> entries, Dictionary<string, long> counts, Dictionary<string, string> names, CancellationToken cancellation)
    {
        var left = MostTitles;
        await foreach (var operation in search.AllAsync(new SearchRequest { Sort = SearchSort.EuDescending }, cancellation))
        {
            var document = operation.Document;
            var weight = (int)Math.Min((document.EuContribution?.Eur ?? 0m) / 100m, MostWeight);
            foreach (var title in document.Title.Values)
            {
                Add(entries, new SuggestionTarget(SuggestionKind.Project, operation.Id), title, Math.Max(weight, 0), WordsOfTitle);
            }

            if (document.Beneficiary is { Id: { } id, Name: { } name } && counts.ContainsKey(id))
            {
                names.TryAdd(id, name);
            }

            if (--left == 0)
            {
                return;
            }
        }
    }

    private static void AddCodes(List<SuggestionEntry> entries, Overview overview)
    {
        foreach (var (kind, list, sums, weight) in new[]
        {
            (SuggestionKind.Fund, LabelKind.Fund, overview.Funds, WeightOfFund),
            (SuggestionKind.Theme, LabelKind.Theme, overview.Themes, WeightOfTheme),
            (SuggestionKind.Programme, LabelKind.Programme, overview.Programmes, WeightOfProgramme),
        })
        {
            foreach (var sum in sums)
            {
                var target = new SuggestionTarget(kind, sum.Code);
                var own = weight + (int)Math.Min(sum.Count, MostWeight);
                Add(entries, target, sum.Code, own, 1);
                foreach (var name in overview.Labels.All(list, sum.Code))
                {
                    Add(entries, target, name, own, WordsOfName);
                }
            }
        }
    }

    private static void AddPlaces(List<SuggestionEntry> entries, Overview overview, IEnumerable<FacetCount> small)
    {
        var counts = small.Select(c => (c.Code, c.Count)).Concat(overview.Regions.Select(r => (Code: r.Key, r.Value.Count))).GroupBy(c => c.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(c => c.Count), StringComparer.Ordinal);
        foreach (var place in overview.Places.All.Where(p => counts.ContainsKey(p.Code) || PlaceBook.IsTile(p)))
        {
            var target = new SuggestionTarget(SuggestionKind.Region, place.Code);
            var wide = place.Kind == UnitKind.Country || PlaceBook.IsTile(place) ? MostWeight : 0;
            foreach (var name in overview.Labels.All(LabelKind.Region, place.Code).Append(place.Code))
            {
                Add(entries, target, name, WeightOfRegion + wide + (int)Math.Min(counts.GetValueOrDefault(place.Code), MostWeight), WordsOfName);
            }
        }
    }

    /// <summary>Adds the text from its beginning and from some of its later words on, so that a name is found by what it is called in short.</summary>
    private static void Add(List<SuggestionEntry> entries, SuggestionTarget target, string text, int weight, int words)
    {
        var folded = PortalIndex.Analyzer.Fold(text.Length <= 200 ? text : text[..200]);
        var display = target.Write();
        entries.Add(new SuggestionEntry(folded, display, weight));
        var left = words - 1;
        for (var at = folded.IndexOf(' ', StringComparison.Ordinal); at >= 0 && left > 0; at = folded.IndexOf(' ', at + 1))
        {
            if (IsWord(folded, at + 1))
            {
                entries.Add(new SuggestionEntry(folded[(at + 1)..], display, weight));
                left--;
            }
        }
    }

    private static bool IsWord(string folded, int start)
    {
        var end = folded.IndexOf(' ', start);
        return (end < 0 ? folded.Length : end) - start >= FewestLetters && Rune.IsLetterOrDigit(Rune.GetRuneAt(folded, start));
    }
}
