using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Territory.LookUp;

/// <summary>
/// The location text of the Polish ministry's lists: <c>WOJ.: X, POW.: Y, GM.: Z</c>. Rural twins of towns carry „ - Gmina wiejska“,
/// sometimes cut off; the lists of 2014-2020 stop at the powiat.
/// </summary>
internal static class PolishPlaces
{
    private static readonly string[] Labels = ["WOJ.:", "POW.:", "GM.:"];
    private static readonly string[] WholeCountry = ["cały kraj", "cała polska", "obszar całego kraju", "kraj"];
    private static readonly (string Words, string? Type)[] Suffixes =
        [(" - gmina wiejska", "rural"), (" - gmina miejska", "urban"), (" - gmina miejsko-wiejska", "urban-rural"), (" - miasto", "urban"), (" - obszar wiejski", null)];

    private static readonly string[] CityPrefixes = ["m. st. ", "m.st. ", "m.st.", "m. ", "miasto ", "m.", "powiat "];

    /// <summary>True for text in this form; the match is null where not even the voivodeship is known.</summary>
    public static bool TryMatch(TerritorySnapshot territory, string text, out PlaceMatch? match)
    {
        match = null;
        if (WholeCountry.Contains(TextFold.Fold(text)) || WholeCountry.Select(TextFold.Fold).Contains(TextFold.Fold(text)))
        {
            match = new PlaceMatch(text, territory.Find("PL", null), true);
            return true;
        }

        var values = Labels.Select(label => Value(text, label)).ToArray();
        if (values.All(v => v is null))
        {
            return false;
        }

        match = Match(territory, text, values[0], values[1], values[2]);
        return true;
    }

    private static PlaceMatch Match(TerritorySnapshot territory, string text, string? voivodeship, string? powiat, string? gmina)
    {
        var country = territory.Find("PL", null);
        var region = voivodeship is null || country is null ? country : Voivodeship(territory, voivodeship, country);
        if (region is null)
        {
            return new PlaceMatch(text, null, false);
        }

        var found = region;
        if (powiat is not null)
        {
            if (Powiat(territory, powiat, region) is not { } county)
            {
                return new PlaceMatch(text, Below(country, found), false);
            }

            found = county;
        }

        if (gmina is null)
        {
            return new PlaceMatch(text, Below(country, found), found != country);
        }

        return Gmina(territory, gmina, found) is { } municipality
            ? new PlaceMatch(text, municipality, true)
            : new PlaceMatch(text, Below(country, found), false);
    }

    // Poland alone is what is left when nothing of the text was understood: that is no finding.
    private static TerritorialUnit? Below(TerritorialUnit? country, TerritorialUnit found) => found == country ? null : found;

    private static TerritorialUnit? Voivodeship(TerritorySnapshot territory, string name, TerritorialUnit country) =>
        Single(territory.Places.Named(name, country, null, u => u.Kind is UnitKind.Nuts1 or UnitKind.Nuts2));

    private static TerritorialUnit? Powiat(TerritorySnapshot territory, string name, TerritorialUnit region)
    {
        foreach (var spelling in Spellings(name))
        {
            if (Single(territory.Places.Named(spelling, region, null, u => u.Kind == UnitKind.Powiat)) is { } county)
            {
                return county;
            }
        }

        return null;
    }

    private static TerritorialUnit? Gmina(TerritorySnapshot territory, string text, TerritorialUnit scope)
    {
        var (name, type, marked) = Type(text);
        foreach (var spelling in Spellings(name))
        {
            var found = territory.Places.Named(spelling, scope, null, u => u.Kind == UnitKind.Lau);
            if (found.Count == 1)
            {
                return found[0];
            }

            // Twins of one name in one powiat: the lists mark the rural one, so the bare name is the town.
            var twin = found.Where(u => u.Type == (marked ? type : "urban")).ToList();
            if (twin.Count == 1 && found.All(u => u.Parent == twin[0].Parent))
            {
                return twin[0];
            }
        }

        return null;
    }

    /// <summary>Takes the marking of the kind off a name; a marking cut off after at least „ - “ counts where only one can be meant.</summary>
    private static (string Name, string? Type, bool Marked) Type(string text)
    {
        var dash = text.LastIndexOf(" -", StringComparison.Ordinal);
        if (dash <= 0)
        {
            return (text, null, false);
        }

        var tail = text[dash..].ToLowerInvariant();
        var fitting = Suffixes.Where(s => s.Words.StartsWith(tail, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 0)
        {
            return (text, null, false);
        }

        // Cut off before the word that tells: the lists mark rural twins, nothing else.
        return (text[..dash], fitting.Count == 1 ? fitting[0].Type : "rural", true);
    }

    private static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        foreach (var prefix in CityPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                yield return name[prefix.Length..].TrimStart();
            }
        }
    }

    private static string? Value(string text, string label)
    {
        var at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = text[(at + label.Length)..];
        var end = Labels.Select(l => rest.IndexOf(l, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(rest.Length).Min();
        var value = rest[..end].Trim().TrimEnd(',', ';').Replace('\u00A0', ' ').Trim();
        return value.Length == 0 ? null : value;
    }

    private static TerritorialUnit? Single(IReadOnlyList<TerritorialUnit> units) => units.Count == 1 ? units[0] : null;
}
