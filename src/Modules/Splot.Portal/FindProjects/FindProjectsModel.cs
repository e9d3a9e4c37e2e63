using Microsoft.AspNetCore.Http;
using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Searching;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.FindProjects;

/// <summary>What the list shows: the search, its result (null where the address could not be read), and the filters' choices.</summary>
public sealed record FindProjectsModel(SearchRequest Request, IReadOnlyList<Refusal> Refusals, SearchResult? Result, Overview Overview, IQueryCollection Typed)
{
    public const string Path = "/projects";

    /// <summary>More values than a select box is good for are not counted.</summary>
    public const int MostCounted = 300;

    private const int MostChoices = 8;

    /// <summary>What is counted beside the list.</summary>
    public static IReadOnlyList<CodeParameter> Facets => InForm;

    private static readonly CodeParameter[] InForm = [CodeParameter.Country, CodeParameter.Region, CodeParameter.Fund, CodeParameter.Programme, CodeParameter.Period, CodeParameter.Status, CodeParameter.Theme];
    private static readonly BoundParameter[] BoundsInForm = [BoundParameter.BudgetFrom, BoundParameter.BudgetTo];

    /// <summary>The address of a search in the page's language, without the language.</summary>
    public static string Address(SearchRequest request, string? after = null) => Path + SearchAddress.Query(request with { After = null }, after);

    /// <summary>What was typed for a bound that could not be read, else the bound as readers write it.</summary>
    public string? TypedBound(BoundParameter parameter) => Request.Bounds.TryGetValue(parameter, out var bound)
        ? Languages.Current.Decimal(bound / 100m, bound % 100 == 0 ? 0 : 2)
        : Typed[parameter.Name].ToString() is { Length: > 0 } typed ? typed : null;

    /// <summary>What was typed to search for, also where it is too long.</summary>
    public string? TypedWords => Request.Words ?? (Typed["q"].ToString() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, SearchRequest.MostLetters)] : null);

    public IReadOnlyList<FormError> Errors => [.. Refusals.Select(r => new FormError(RefusalTexts.Say(r), r.Parameter is "q" or "budgetFrom" or "budgetTo" ? "#" + r.Parameter : null))];

    /// <summary>One removable chip for each active filter.</summary>
    public IReadOnlyList<Chip> Chips(Func<string, string> href) =>
    [
        .. from parameter in CodeParameter.All
           from code in Request.Wanted(parameter)
           let label = ParameterWords.Value(parameter, code, Overview.Labels)
           select new Chip(label.Text, href(Address(Request.Without(parameter, code))), Removes: true, label.Lang),
        .. from bound in Request.Bounds
           select new Chip(ParameterWords.Value(bound.Key, bound.Value), href(Address(Request.Without(bound.Key))), Removes: true),
    ];

    public int ActiveInForm => InForm.Sum(p => Request.Wanted(p).Count) + BoundsInForm.Count(Request.Bounds.ContainsKey);

    /// <summary>Everything that a new choice of filters keeps.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeptByFilters => Kept(InForm, BoundsInForm, keepWords: true);

    /// <summary>Everything that new words keep.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeptByWords => Kept([], [], keepWords: false);

    /// <summary>The commonest values among the hits with their counts, and those chosen.</summary>
    public IReadOnlyList<FacetChoice> Choices(CodeParameter parameter)
    {
        var counts = Counts(parameter);
        return
        [
            .. counts.Keys.Take(MostChoices).Union(Request.Wanted(parameter))
                .Select(code => (Code: code, Label: ParameterWords.Value(parameter, code, Overview.Labels)))
                .Select(c => new FacetChoice(c.Code, c.Label.Text, counts.GetValueOrDefault(c.Code), Request.Wanted(parameter).Contains(c.Code), c.Label.Lang)),
        ];
    }

    /// <summary>Counts of a parameter's values over all hits, the commonest first; empty where the address could not be read.</summary>
    public IReadOnlyDictionary<string, long> Counts(CodeParameter parameter) =>
        Result?.Facets.FirstOrDefault(f => f.Column == parameter.Name)?.Counts.ToDictionary(c => c.Code, c => c.Count, StringComparer.Ordinal) ?? [];

    /// <summary>The programmes among the hits by name, those chosen besides them.</summary>
    public IReadOnlyList<(string Code, Label Label)> Programmes =>
    [
        .. Counts(CodeParameter.Programme).Keys.Union(Request.Wanted(CodeParameter.Programme))
            .Select(code => (code, ParameterWords.Value(CodeParameter.Programme, code, Overview.Labels)))
            .OrderBy(p => p.Item2.Text, StringComparer.Create(Languages.Current.Culture(), ignoreCase: false)),
    ];

    /// <summary>The tiles of a country's map by name.</summary>
    public IReadOnlyList<(string Code, Label Label)> Regions(TileGrid grid) =>
    [
        .. grid.Cells.Select(c => (c.Code, Overview.Labels.Of(LabelKind.Region, c.Code, c.Label)))
            .OrderBy(r => r.Item2.Text, StringComparer.Create(Languages.Current.Culture(), ignoreCase: false)),
    ];

    /// <summary>Chosen regions that the select box does not offer, and all but the first of those it does.</summary>
    public IReadOnlyList<string> MoreRegions => [.. Request.Wanted(CodeParameter.Region).Skip(1)];

    public IReadOnlyList<string> MoreProgrammes => [.. Request.Wanted(CodeParameter.Programme).Skip(1)];

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
    }
}
