using System.Globalization;
using Splot.Kernel;

namespace Splot.Portal.Searching;

/// <summary>Where a request comes from decides how strict the reading is.</summary>
/// <param name="IsPage">Pages ignore unknown parameters and take amounts as readers write them.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Only">The parameters that the address knows; null for all of them.</param>
internal sealed record SearchSurface(bool IsPage, Language Language, IReadOnlyCollection<string>? Only = null)
{
    public static SearchSurface Api { get; } = new(IsPage: false, Language.English);

    public static SearchSurface ApiWith(IReadOnlyCollection<string> only) => Api with { Only = only };

    public static SearchSurface Page(Language language) => new(IsPage: true, language);
}

/// <summary>A parameter that cannot be used.</summary>
/// <param name="Parameter">Its name; never a value.</param>
/// <param name="Reason">Why.</param>
public sealed record Refusal(string Parameter, RefusalReason Reason);

/// <summary>Why a parameter cannot be used; each has a text that says what to write instead.</summary>
public enum RefusalReason
{
    UnknownParameter,
    Repeated,
    TooLong,
    TooMany,
    NotACode,
    NotAPeriod,
    NotAStatus,
    NotAnAmount,
    NotADate,
    NotAnInstant,
    Reversed,
    NotASort,
    NotALimit,
    NotACursor,
    NotALanguage,
    NotAMember,
    NotAFacet,
    TooBroad,
}

/// <summary>Reads the search parameters of an address. Pure: any text is answered with a request or with named refusals, never with an exception.</summary>
internal sealed class SearchParser
{
    /// <summary>Who sends more unknown parameters learns of so many at a time.</summary>
    private const int MostUnknown = 20;

    private static readonly HashSet<string> Facets = [.. CodeParameter.All.Select(p => p.Name)];

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> values;
    private readonly SearchSurface surface;
    private readonly List<Refusal> refusals = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private SearchParser(IReadOnlyDictionary<string, IReadOnlyList<string>> values, SearchSurface surface)
    {
        this.values = values;
        this.surface = surface;
    }

    /// <summary>Reads parameters by exact name; empty values count as absent.</summary>
    public static (SearchRequest Request, IReadOnlyList<Refusal> Refusals) Parse(IReadOnlyDictionary<string, IReadOnlyList<string>> values, SearchSurface surface)
    {
        var parser = new SearchParser(values, surface);
        var request = parser.Read();
        return (request, parser.refusals);
    }

    /// <summary>The parameters that an address of the kind takes, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Names(SearchSurface surface)
    {
        var parser = new SearchParser(new Dictionary<string, IReadOnlyList<string>>(), surface);
        parser.Read();
        return [.. parser.known];
    }

    private SearchRequest Read()
    {
        var sort = Single("sort") is { } s ? SearchSorts.Parse(s) ?? Refuse("sort", RefusalReason.NotASort, SearchSort.Relevance) : SearchSort.Relevance;
        var request = new SearchRequest
        {
            Words = ReadWords(),
            Without = ReadWithout(),
            Codes = ReadCodes(),
            Bounds = ReadBounds(),
            Sort = sort,
            Limit = Single("limit") is { } limit ? ReadLimit(limit) : SearchRequest.DefaultLimit,
            After = Single("after") is { } after ? Cursor.Read(after) ?? Refuse<Cursor?>("after", RefusalReason.NotACursor, null) : null,
            Language = Single("lang") is { } lang ? Languages.Parse(lang) ?? Refuse<Language?>("lang", RefusalReason.NotALanguage, null) : null,
            ModifiedSince = Single("modifiedSince") is { } since ? ReadInstant(since) : null,
            MoreFacets = [.. ReadList("facets", Facets.Contains, RefusalReason.NotAFacet).Select(name => CodeParameter.All.First(p => p.Name == name))],
            Selection = ReadList("fields", OperationMembers.All.Contains, RefusalReason.NotAMember),
        };
        if (!surface.IsPage)
        {
            refusals.AddRange(values.Keys.Where(name => !known.Contains(name)).Take(MostUnknown).Select(name => new Refusal(Shown(name), RefusalReason.UnknownParameter)));
        }

        return request;
    }

    private string? ReadWords()
    {
        var typed = Single("q");
        if (typed is { Length: > SearchRequest.MostLetters })
        {
            return Refuse<string?>("q", RefusalReason.TooLong, null);
        }

        return typed is not null && typed.Any(char.IsLetterOrDigit) ? typed : null;
    }

    private List<string> ReadWithout()
    {
        var given = All("without").Distinct(StringComparer.Ordinal).ToList();
        return given.Count > CodeParameter.MostValues ? Refuse<List<string>>("without", RefusalReason.TooMany, [])
            : given.Exists(g => g.Length > SearchRequest.MostLetters || g.Any(c => char.IsControl(c) || char.IsSurrogate(c))) ? Refuse<List<string>>("without", RefusalReason.NotACode, [])
            : given;
    }

    private Dictionary<CodeParameter, IReadOnlyList<string>> ReadCodes()
    {
        var codes = new Dictionary<CodeParameter, IReadOnlyList<string>>();
        foreach (var parameter in CodeParameter.All)
        {
            var given = All(parameter.Name);
            if (given.Count > CodeParameter.MostValues)
            {
                Refuse(parameter.Name, RefusalReason.TooMany, 0);
                continue;
            }

            var read = given.Select(parameter.Read).ToList();
            if (read.Contains(null))
            {
                var reason = parameter == CodeParameter.Period ? RefusalReason.NotAPeriod : parameter == CodeParameter.Status ? RefusalReason.NotAStatus : RefusalReason.NotACode;
                Refuse(parameter.Name, reason, 0);
            }

            if (read.Exists(v => v is not null))
            {
                codes[parameter] = [.. read.OfType<string>().Distinct(StringComparer.Ordinal)];
            }
        }

        return codes;
    }

    private Dictionary<BoundParameter, long> ReadBounds()
    {
        var bounds = new Dictionary<BoundParameter, long>();
        foreach (var parameter in BoundParameter.All)
        {
            if (Single(parameter.Name) is not { } text)
            {
                continue;
            }

            var value = parameter.IsMoney ? Amounts.ReadCents(text, surface) : ReadDay(text);
            if (value is { } bound)
            {
                bounds[parameter] = bound;
            }
            else
            {
                Refuse(parameter.Name, parameter.IsMoney ? RefusalReason.NotAnAmount : RefusalReason.NotADate, 0);
            }
        }

        for (var i = 0; i < BoundParameter.All.Count; i += 2)
        {
            var (lower, upper) = (BoundParameter.All[i], BoundParameter.All[i + 1]);
            if (bounds.TryGetValue(lower, out var from) && bounds.TryGetValue(upper, out var to) && from > to)
            {
                Refuse(lower.Name, RefusalReason.Reversed, 0);
            }
        }

        return bounds;
    }

    private static long? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.DayNumber : null;

    private DateTimeOffset? ReadInstant(string text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : Refuse<DateTimeOffset?>("modifiedSince", RefusalReason.NotAnInstant, null);

    private int ReadLimit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= SearchRequest.MostLimit
            ? limit
            : Refuse("limit", RefusalReason.NotALimit, SearchRequest.DefaultLimit);

    private List<string> ReadList(string name, Func<string, bool> isMember, RefusalReason otherwise)
    {
        var members = All(name).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal).ToList();
        return members.TrueForAll(m => isMember(m)) ? members : Refuse<List<string>>(name, otherwise, []);
    }

    private List<string> All(string name)
    {
        if (surface.Only is not null && !surface.Only.Contains(name))
        {
            return [];
        }

        known.Add(name);
        return values.TryGetValue(name, out var given) ? [.. given.Select(v => v.Trim()).Where(v => v.Length > 0)] : [];
    }

    private string? Single(string name)
    {
        var given = All(name);
        return given.Count > 1 ? Refuse<string?>(name, RefusalReason.Repeated, null) : given.FirstOrDefault();
    }

    private T Refuse<T>(string parameter, RefusalReason reason, T instead)
    {
        refusals.Add(new Refusal(parameter, reason));
        return instead;
    }

    // A name that nobody knows is somebody's text: shown cut and without controls.
    private static string Shown(string name) => new([.. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(60)]);
}
