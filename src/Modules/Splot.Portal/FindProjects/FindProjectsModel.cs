using Microsoft.AspNetCore.Http;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Atlas;
using Splot.Portal.Labels;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Searching;
using Splot.Portal.SeeMap;
using Splot.Portal.Suggest;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.FindProjects;

/// <summary>What the list shows: the search, its result (null where the address could not be read), and the filters' choices.</summary>
public sealed record FindProjectsModel(SearchRequest Request, IReadOnlyList<Refusal> Refusals, SearchResult? Result, Overview Overview, IQueryCollection Typed)
{
    public const string Path = "/projects";

    /// <summary>More values than a select box is good for are not counted.</summary>
    public const int MostCounted = 300;

    private const int MostChoices = 6;

    /// <summary>What is counted beside the list, regions apart.</summary>
    public static IReadOnlyList<CodeParameter> Facets { get; } = [.. InForm.Where(p => p != CodeParameter.Region)];

    private static CodeParameter[] InForm => [CodeParameter.Country, CodeParameter.Region, CodeParameter.Fund, CodeParameter.Programme, CodeParameter.Period, CodeParameter.Status, CodeParameter.Theme];
    private static readonly BoundParameter[] BoundsInForm = [BoundParameter.BudgetFrom, BoundParameter.BudgetTo];

    /// <summary>The address of a search in the page's language, without the language.</summary>
    public static string Address(SearchRequest request, string? after = null) => Path + SearchAddress.Query(request with { After = null }, after);

    /// <summary>The page that the filters lead to, without its language: the list, or the map.</summary>
    public string Action { get; init; } = Path;

    /// <summary>More that the page's addresses keep: names and values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Besides { get; init; } = [];

    /// <summary>The address of another search on the same page.</summary>
    public string Here(SearchRequest request)
    {
        var query = SearchAddress.Query(request with { After = null });
        return Action + query + string.Concat(Besides.Select((m, i) => (query.Length == 0 && i == 0 ? "?" : "&") + m.Key + "=" + Uri.EscapeDataString(m.Value)));
    }

    /// <summary>What was typed for a bound that could not be read, else the bound as readers write it.</summary>
    public string? TypedBound(BoundParameter parameter) => Request.Bounds.TryGetValue(parameter, out var bound)
        ? Languages.Current.Decimal(bound / 100m, bound % 100 == 0 ? 0 : 2)
        : Typed[parameter.Name].ToString() is { Length: > 0 } typed ? typed : null;

    /// <summary>What was typed to search for, also where it is too long.</summary>
    public string? TypedWords => Request.Words ?? (Typed["q"].ToString() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, SearchRequest.MostLetters)] : null);

    public IReadOnlyList<FormError> Errors => [.. Refusals.Select(r => new FormError(RefusalTexts.SayOnPage(r), r.Parameter is "q" or "budgetFrom" or "budgetTo" ? "#" + r.Parameter : null))];

    /// <summary>One removable chip for each active filter.</summary>
    public IReadOnlyList<Chip> Chips(Func<string, string> href) =>
    [
        .. from parameter in CodeParameter.All
           from code in Request.Wanted(parameter)
           let label = Name(parameter, code)
           select new Chip(label.Text, href(Here(Request.Without(parameter, code))), Removes: true, label.Lang),
        .. from bound in Request.Bounds
           select new Chip(ParameterWords.Value(bound.Key, bound.Value), href(Here(Request.Without(bound.Key))), Removes: true),
    ];

    public int ActiveInForm => InForm.Sum(p => Request.Wanted(p).Count) + BoundsInForm.Count(Request.Bounds.ContainsKey);

    /// <summary>Everything that a new choice of filters keeps.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeptByFilters => Kept(InForm, BoundsInForm, keepWords: true);

    /// <summary>Everything that new words keep.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeptByWords => Kept([], [], keepWords: false);

    /// <summary>The bands of the total budget over the hits without regard to the budget asked for, lowest first; null where they were not counted.</summary>
    public IReadOnlyDictionary<string, long>? Bands { get; init; }

    /// <summary>The organisations asked for, by id.</summary>
    public IReadOnlyDictionary<string, PartyDocument> Organisations { get; init; } = new Dictionary<string, PartyDocument>(StringComparer.Ordinal);

    /// <summary>The same search without one word, where nothing was found with it and something is without.</summary>
    public IReadOnlyList<RelaxedSearch> Relaxed { get; init; } = [];

    /// <summary>Where to go instead, for a search that found nothing.</summary>
    public IReadOnlyList<Suggested> Instead { get; init; } = [];

    /// <summary>Those chosen and the commonest values among the hits, with their counts.</summary>
    public IReadOnlyList<FacetChoice> Choices(CodeParameter parameter) => All(parameter).Take(Math.Max(MostChoices, Request.Wanted(parameter).Count)).ToList();

    /// <summary>The values that come after <see cref="Choices"/>.</summary>
    public IReadOnlyList<FacetChoice> More(CodeParameter parameter) => All(parameter).Skip(Math.Max(MostChoices, Request.Wanted(parameter).Count)).ToList();

    private IEnumerable<FacetChoice> All(CodeParameter parameter)
    {
        var counts = parameter == CodeParameter.Region ? Regions : Counts(parameter);
        return Request.Wanted(parameter).Concat(counts.Keys.Except(Request.Wanted(parameter)))
            .Select(code => (Code: code, Label: Name(parameter, code)))
            .Select(c => new FacetChoice(c.Code, c.Label.Text, counts.TryGetValue(c.Code, out var count) ? count : null, Request.Wanted(parameter).Contains(c.Code), c.Label.Lang));
    }

    private Label Name(CodeParameter parameter, string code) =>
        parameter == CodeParameter.Region && Overview.Places.Find(code) is { } place ? PlaceNames.Of(place, Overview.Labels)
        : parameter == CodeParameter.Beneficiary && Organisations.GetValueOrDefault(code)?.Name is { } name ? new Label(name, Scripts.Language(name) ?? Label.NoLanguage)
        : ParameterWords.Value(parameter, code, Overview.Labels);

    /// <summary>Counts of a parameter's values over all hits, the commonest first; empty where the address could not be read.</summary>
    public IReadOnlyDictionary<string, long> Counts(CodeParameter parameter) =>
        Result?.Facets.FirstOrDefault(f => f.Column == parameter.Name)?.Counts.ToDictionary(c => c.Code, c => c.Count, StringComparer.Ordinal) ?? [];

    // Voivodeships and oblasti stand on different levels; what lies in a chosen region is counted instead of them.
    private Dictionary<string, long> Regions
    {
        get
        {
            var shown = MapModel.PlacesOf(MapModel.PlaceOf(Request, Overview.Places).Around, Overview.Places).Select(p => Codes.Form(p.Code)).Append(SearchRequest.None).ToHashSet(StringComparer.Ordinal);
            var counts = (Result?.Facets ?? []).Where(f => f.Column == CodeParameter.Region.Name).SelectMany(f => f.Counts).Where(c => shown.Contains(c.Code))
                .GroupBy(c => c.Code, StringComparer.Ordinal).Select(g => (Code: g.Key, Count: g.Max(c => c.Count)));
            var ordered = counts.OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal).ToDictionary(c => c.Code, c => c.Count, StringComparer.Ordinal);
            if (Request.Wanted(CodeParameter.Region) is [var one] && Result is { } result)
            {
                ordered[one] = result.Totals.Total;
            }

            return ordered;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Kept(CodeParameter[] codesInForm, BoundParameter[] boundsInForm, bool keepWords)
    {
        if (keepWords && Request.Words is { } words)
        {
            yield return new("q", words);
        }

        foreach (var parameter in CodeParameter.All.Except(codesInForm))
        {
            foreach (var code in Request.Wanted(parameter))
            {
                yield return new(parameter.Name, code);
            }
        }

        foreach (var (parameter, bound) in Request.Bounds.Where(b => !boundsInForm.Contains(b.Key)))
        {
            yield return new(parameter.Name, SearchAddress.Write(parameter, bound));
        }

        if (Request.Sort != SearchSort.Relevance)
        {
            yield return new("sort", Request.Sort.Name());
        }

        foreach (var more in Besides)
        {
            yield return more;
        }
    }
}
