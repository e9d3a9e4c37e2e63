using Splot.Kernel;

namespace Splot.Portal.Searching;

/// <summary>
/// What is asked for, checked and in comparing form. The same on pages and API; an address made of it is the same in all languages.
/// </summary>
public sealed record SearchRequest
{
    public const int DefaultLimit = 20;
    public const int MostLimit = 100;

    /// <summary>Titles of lists have up to a thousand letters, and whoever types one shall find it.</summary>
    public const int MostLetters = 1_000;

    /// <summary>Stands for operations without a value.</summary>
    public const string None = "none";

    /// <summary>What is looked for, as typed; null for nothing.</summary>
    public string? Words { get; init; }

    /// <summary>Groups of synonyms that are not to be looked for, or <see cref="Understanding.All"/>.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Wanted codes by parameter; only parameters with at least one.</summary>
    public IReadOnlyDictionary<CodeParameter, IReadOnlyList<string>> Codes { get; init; } = new Dictionary<CodeParameter, IReadOnlyList<string>>();

    /// <summary>Bounds by parameter, inclusive: euro cents or day numbers.</summary>
    public IReadOnlyDictionary<BoundParameter, long> Bounds { get; init; } = new Dictionary<BoundParameter, long>();

    /// <summary>Only what changed at or after this instant.</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where the previous page ended.</summary>
    public Cursor? After { get; init; }

    /// <summary>Language of labels and messages of the API.</summary>
    public Language? Language { get; init; }

    /// <summary>Wanted members of each item; empty for all.</summary>
    public IReadOnlyList<string> Selection { get; init; } = [];

    /// <summary>Facets that the API counts beside those it always counts.</summary>
    public IReadOnlyList<CodeParameter> MoreFacets { get; init; } = [];

    /// <summary>True where anything narrows the result.</summary>
    public bool IsNarrowed => Words is not null || Codes.Count > 0 || Bounds.Count > 0 || ModifiedSince is not null;

    /// <summary>Wanted codes of a parameter; empty where it does not narrow.</summary>
    public IReadOnlyList<string> Wanted(CodeParameter parameter) => Codes.GetValueOrDefault(parameter, []);
}

/// <summary>Orders of results. What has no value for the order comes last in both directions; ids break ties.</summary>
public enum SearchSort
{
    /// <summary>What fits the words best first, exact titles and numbers before all; without words the latest start first, invented ones after real ones.</summary>
    Relevance,
    Start,
    StartDescending,
    End,
    EndDescending,
    Budget,
    BudgetDescending,
    Eu,
    EuDescending,

    /// <summary>Last changed first; for feeds only, addresses cannot ask for it.</summary>
    Changed,
}

/// <summary>Sorts as they stand in addresses.</summary>
internal static class SearchSorts
{
    private static readonly string[] Names = ["relevance", "start", "-start", "end", "-end", "budget", "-budget", "eu", "-eu"];

    public static IReadOnlyList<string> All => Names;

    public static string Name(this SearchSort sort) => sort == SearchSort.Changed ? "changed" : Names[(int)sort];

    public static SearchSort? Parse(string text) => Array.IndexOf(Names, text) is var i and >= 0 ? (SearchSort)i : null;
}
