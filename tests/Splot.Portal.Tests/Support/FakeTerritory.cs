using Splot.Contracts.Territory;

namespace Splot.Portal.Tests.Support;

/// <summary>A small territory: two countries with a few real codes, and inhabitants that are easy to divide by.</summary>
internal sealed class FakeTerritory : ITerritory
{
    private static readonly TerritorialUnit[] Few =
    [
        Unit("PL", UnitKind.Country, "/PL/", null, ("pl", "Polska"), ("en", "Poland"), ("bg", "Полша")),
        Unit("PL8", UnitKind.Nuts1, "/PL/PL8/", "PL", ("pl", "Makroregion wschodni")),
        Unit("PL81", UnitKind.Nuts2, "/PL/PL8/PL81/", "PL8", 2_000_000, 51.2m, 22.9m, ("pl", "Lubelskie")),
        Unit("PL82", UnitKind.Nuts2, "/PL/PL8/PL82/", "PL8", 1_000_000, ("pl", "Podkarpackie")),
        Unit("PL84", UnitKind.Nuts2, "/PL/PL8/PL84/", "PL8", 1_000_000, ("pl", "Podlaskie")),
        Unit("PL814", UnitKind.Nuts3, "/PL/PL8/PL81/PL814/", "PL81", ("pl", "Lubelski")),
        Unit("0609", UnitKind.Powiat, "/PL/PL8/PL81/PL814/0609/", "PL814", 150_000, 51.2m, 22.5m, ("pl", "lubelski")),
        Unit("0663", UnitKind.Powiat, "/PL/PL8/PL81/PL814/0663/", "PL814", 340_000, 51.25m, 22.57m, ("pl", "Lublin")),
        Unit("0609011", UnitKind.Lau, "/PL/PL8/PL81/PL814/0609/0609011/", "0609", 10_000, 51.1m, 22.4m, ("pl", "Bychawa")),
        Unit("0609022", UnitKind.Lau, "/PL/PL8/PL81/PL814/0609/0609022/", "0609", 12_000, 51.3m, 22.6m, ("pl", "Garbów")),
        Unit("BG", UnitKind.Country, "/BG/", null, ("bg", "България"), ("en", "Bulgaria"), ("pl", "Bułgaria")),
        Unit("BG3", UnitKind.Nuts1, "/BG/BG3/", "BG", ("bg", "Северна и Югоизточна България")),
        Unit("BG32", UnitKind.Nuts2, "/BG/BG3/BG32/", "BG3", ("bg", "Северен централен")),
        Unit("BG323", UnitKind.Nuts3, "/BG/BG3/BG32/BG323/", "BG32", 200_000, ("bg", "Русе"), ("en", "Ruse"), ("pl", "Ruse")),
        Unit("RSE27", UnitKind.Lau, "/BG/BG3/BG32/BG323/RSE27/", "BG323", 160_000, ("bg", "Русе"), ("bg-Latn", "Ruse")),
        Unit("RSE04", UnitKind.Lau, "/BG/BG3/BG32/BG323/RSE04/", "BG323", 10_000, ("bg", "Бяла"), ("bg-Latn", "Byala")),
    ];

    public long Version => 1;

    public IReadOnlyList<TerritorialUnit> Units { get; init; } = Few;

    public static FakeTerritory Empty { get; } = new() { Units = [] };

    public TerritorialUnit? Find(string? code, string? country = null) => Units.FirstOrDefault(u => u.Code == code);

    public TerritorialUnit? FindOn(string code, DateOnly day) => Find(code);

    public TerritorialUnit Current(TerritorialUnit unit) => unit;

    public IReadOnlyList<TerritorialUnit> Children(string code, DateOnly? on = null) => [.. Units.Where(u => u.Parent == code)];

    public IReadOnlyList<TerritorialUnit> Line(TerritorialUnit unit) => [unit];

    public IReadOnlyList<UnitRelation> Relations(string code) => [];

    public IReadOnlyList<PlaceMatch> Match(string? text, string? country = null, UnitKind? kind = null) => [];

    private static TerritorialUnit Unit(string code, UnitKind kind, string path, string? parent, params (string Language, string Text)[] names) => Unit(code, kind, path, parent, null, null, null, names);

    private static TerritorialUnit Unit(string code, UnitKind kind, string path, string? parent, long population, params (string Language, string Text)[] names) => Unit(code, kind, path, parent, population, null, null, names);

    private static TerritorialUnit Unit(string code, UnitKind kind, string path, string? parent, long? population, decimal? lat, decimal? lon, params (string Language, string Text)[] names) => new()
    {
        Code = code,
        Kind = kind,
        Country = path[1..3],
        Parent = parent,
        Path = path,
        Population = population,
        Lat = lat,
        Lon = lon,
        Names = [.. names.Select(n => new UnitName(n.Language, n.Text, false))],
    };
}
