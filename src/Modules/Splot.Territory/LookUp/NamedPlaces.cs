using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Territory.LookUp;

/// <summary>Places written as names, with or without the words of their kind, alone or in rows from wide to narrow or back.</summary>
internal static class NamedPlaces
{
    private static readonly (string Words, Func<TerritorialUnit, bool> Wanted)[] Prefixes =
    [
        ("област", IsOblast), ("обл.", IsOblast), ("область", IsOblast), ("oblast", IsOblast),
        ("община", IsLau), ("общ.", IsLau), ("obshtina", IsLau), ("municipality of", IsLau),
        ("град", u => IsPlace(u, "town")), ("гр.", u => IsPlace(u, "town")), ("село", u => IsPlace(u, "village")), ("с.", u => IsPlace(u, "village")),
        ("województwo", IsRegion), ("woj.", IsRegion), ("powiat", IsPowiat), ("pow.", IsPowiat), ("gmina", IsLau), ("gm.", IsLau),
        ("miasto", u => u.Type is "urban" or "urban-rural"), ("m.", u => u.Type is "urban" or "urban-rural"),
    ];

    // Some names hold brackets („София (столица)“), some texts set the wider place in them: first the one, then the other.
    private static readonly char[][] Separators = [[',', ';', '/'], [',', ';', '/', '(', ')']];

    public static PlaceMatch Match(TerritorySnapshot territory, string text, string? country, UnitKind? kind)
    {
        var whole = Resolve(territory, text, null, country, kind);
        if (whole is not null)
        {
            return new PlaceMatch(text, whole, true);
        }

        var best = new PlaceMatch(text, null, false);
        foreach (var separators in Separators)
        {
            var parts = text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            best = parts.Length < 2 || best.Complete ? best : Better(best, MatchRow(territory, text, parts, country));
        }

        // Half understood, and nobody says in which country: „Montana, USA“ is no oblast.
        return best.Complete || country is not null ? best : best with { Unit = null };
    }

    private static PlaceMatch MatchRow(TerritorySnapshot territory, string text, string[] parts, string? country)
    {
        var (wideFirst, all) = Walk(territory, parts, country);
        if (all)
        {
            return new PlaceMatch(text, wideFirst, true);
        }

        var (narrowFirst, allBack) = Walk(territory, [.. parts.Reverse()], country);
        return allBack ? new PlaceMatch(text, narrowFirst, true) : new PlaceMatch(text, Deeper(wideFirst, narrowFirst), false);
    }

    private static PlaceMatch Better(PlaceMatch held, PlaceMatch next) => next.Complete || held.Unit is null ? next : held;

    /// <summary>Goes down part by part; a part that repeats a unit already passed adds nothing.</summary>
    private static (TerritorialUnit? Unit, bool All) Walk(TerritorySnapshot territory, string[] parts, string? country)
    {
        TerritorialUnit? scope = null;
        var all = true;
        foreach (var part in parts)
        {
            var next = Resolve(territory, part, scope, country, null);
            if (next is not null)
            {
                scope = next;
            }
            else if (scope is null || !territory.Line(scope).Any(u => Says(u, part)))
            {
                all = false;
            }
        }

        return (scope, all);
    }

    private static TerritorialUnit? Resolve(TerritorySnapshot territory, string text, TerritorialUnit? scope, string? country, UnitKind? kind)
    {
        if (LooksLikeCode(text) && territory.Find(text, country) is { } coded && Fits(coded, scope, kind))
        {
            return territory.Current(coded);
        }

        bool OfKind(TerritorialUnit unit) => kind is null || unit.Kind == kind;
        var bare = PlaceIndex.Widest(territory.Places.Named(text, scope, country, OfKind));
        if (bare is not null)
        {
            return bare;
        }

        foreach (var (words, wanted) in Prefixes)
        {
            if (Rest(text, words) is { Length: > 0 } name
                && PlaceIndex.Widest(territory.Places.Named(name, scope, country, u => OfKind(u) && wanted(u))) is { } unit)
            {
                return unit;
            }
        }

        return null;
    }

    private static bool Fits(TerritorialUnit unit, TerritorialUnit? scope, UnitKind? kind) =>
        (scope is null || (unit.IsWithin(scope) && unit.Code != scope.Code)) && (kind is null || unit.Kind == kind);

    private static bool Says(TerritorialUnit unit, string part) =>
        unit.Code == part || unit.Names.Select(n => n.Text).Concat(unit.Aliases).Any(n => TextFold.Fold(n) == TextFold.Fold(part));

    private static TerritorialUnit? Deeper(TerritorialUnit? one, TerritorialUnit? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        // Two readings that do not lie on one line contradict each other.
        return one.IsWithin(other) ? one : other.IsWithin(one) ? other : null;
    }

    private static string? Rest(string text, string words)
    {
        if (!text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = text.AsSpan(words.Length);
        return words.EndsWith('.') || (rest.Length > 0 && char.IsWhiteSpace(rest[0])) ? rest.Trim().ToString() : null;
    }

    // Codes hold a digit or are two or three capitals; „RUSE“ is a name.
    private static bool LooksLikeCode(string text) =>
        text.Length is >= 2 and <= 16 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && (text.Any(char.IsAsciiDigit) || (text.Length <= 3 && text.All(char.IsAsciiLetterUpper)));

    private static bool IsOblast(TerritorialUnit unit) => unit is { Kind: UnitKind.Nuts3, Country: "BG" };

    private static bool IsLau(TerritorialUnit unit) => unit.Kind == UnitKind.Lau;

    private static bool IsPowiat(TerritorialUnit unit) => unit.Kind == UnitKind.Powiat;

    private static bool IsRegion(TerritorialUnit unit) => unit is { Kind: UnitKind.Nuts1 or UnitKind.Nuts2, Country: "PL" };

    private static bool IsPlace(TerritorialUnit unit, string type) => unit.Kind == UnitKind.Settlement && unit.Type == type;
}
