using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Territory.LookUp;

/// <summary>Answers from the current edition; an edition is swapped in one step, so that a question sees one edition only.</summary>
internal sealed class TerritoryLookUp(CurrentEdition edition) : ITerritory, IReferenceData
{
    // Lists repeat their places: a hundred thousand rows name a few thousand.
    private const int RememberedTexts = 100_000;

    private static readonly char[] Bars = ['|', '\n'];

    private Memory memory = new(-1);

    public long Version => edition.Get().Territory.Version;

    public IReadOnlyList<TerritorialUnit> Units => edition.Get().Territory.Units;

    public IReadOnlyList<CodeList> Lists => edition.Get().Reference.Lists;

    public EuroRates Rates => edition.Get().Reference.Rates;

    public TerritorialUnit? Find(string? code, string? country = null) => edition.Get().Territory.Find(code, country);

    public TerritorialUnit? FindOn(string code, DateOnly day) => edition.Get().Territory.FindOn(code, day);

    public TerritorialUnit Current(TerritorialUnit unit) => edition.Get().Territory.Current(unit);

    public IReadOnlyList<TerritorialUnit> Children(string code, DateOnly? on = null) => edition.Get().Territory.Children(code, on);

    public IReadOnlyList<TerritorialUnit> Line(TerritorialUnit unit) => edition.Get().Territory.Line(unit);

    public IReadOnlyList<UnitRelation> Relations(string code) => edition.Get().Territory.Relations(code);

    public IReadOnlyList<PlaceMatch> Match(string? text, string? country = null, UnitKind? kind = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var territory = edition.Get().Territory;
        var known = memory;
        if (known.Version != territory.Version || known.IsFull)
        {
            memory = known = new Memory(territory.Version);
        }

        return known.Find(new PlaceQuestion(text, country, kind), territory);
    }

    public CodeValue? Find(string list, string? code, DateOnly? on = null) => edition.Get().Reference.Find(list, code, on);

    public string? CodeOf(string list, string? text) => edition.Get().Reference.CodeOf(list, text);

    public CodeLabel Label(string list, string code, Language language, DateOnly? on = null) => edition.Get().Reference.Label(list, code, language, on);

    public IReadOnlyList<CodeValue> Values(string list, DateOnly? on = null) => edition.Get().Reference.Values(list, on);

    public string? Theme(string list, string? code) => edition.Get().Reference.Theme(list, code);

    private static IReadOnlyList<PlaceMatch> MatchAll(TerritorySnapshot territory, string text, string? country, UnitKind? kind)
    {
        var matches = new List<PlaceMatch>();
        foreach (var part in text.Split(Bars, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = (country is null or "PL") && PolishPlaces.TryMatch(territory, part, out var polish) && polish is not null
                ? polish
                : NamedPlaces.Match(territory, part, country, kind);
            if (match.Unit is null || !matches.Exists(m => m.Unit == match.Unit))
            {
                matches.Add(match);
            }
        }

        return matches;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct PlaceQuestion(string Text, string? Country, UnitKind? Kind);

    /// <summary>Answers of one edition. Counts by itself: the dictionary's own count takes all its locks.</summary>
    private sealed class Memory(long version)
    {
        private readonly ConcurrentDictionary<PlaceQuestion, IReadOnlyList<PlaceMatch>> places = new();
        private int count;

        public long Version { get; } = version;

        public bool IsFull => Volatile.Read(ref count) > RememberedTexts;

        public IReadOnlyList<PlaceMatch> Find(PlaceQuestion question, TerritorySnapshot territory)
        {
            if (!places.TryGetValue(question, out var matches))
            {
                matches = places.GetOrAdd(question, MatchAll(territory, question.Text, question.Country, question.Kind));
                Interlocked.Increment(ref count);
            }

            return matches;
        }
    }
}
