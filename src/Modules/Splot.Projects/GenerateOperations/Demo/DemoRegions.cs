namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>A voivodeship or an oblast, and how the three languages say that something is in it.</summary>
/// <param name="Prefix">NUTS code below which its NUTS 3 regions lie.</param>
/// <param name="Kind">Kind of the location when the whole of it is meant.</param>
/// <param name="Name">National name.</param>
/// <param name="In">"In the region".</param>
internal sealed record DemoRegion(string Prefix, string Kind, string Name, DemoText In);

/// <summary>The 16 voivodeships and 28 oblasti.</summary>
internal static class DemoRegions
{
    // NUTS code; national name; Polish locative of the adjective; Bulgarian adjective with article.
    private const string Voivodeships = """
        PL21;Małopolskie;małopolskim;Малополското
        PL22;Śląskie;śląskim;Силезкото
        PL41;Wielkopolskie;wielkopolskim;Великополското
        PL42;Zachodniopomorskie;zachodniopomorskim;Западнопоморското
        PL43;Lubuskie;lubuskim;Любушкото
        PL51;Dolnośląskie;dolnośląskim;Долносилезкото
        PL52;Opolskie;opolskim;Ополското
        PL61;Kujawsko-pomorskie;kujawsko-pomorskim;Куявско-Поморското
        PL62;Warmińsko-mazurskie;warmińsko-mazurskim;Варминско-Мазурското
        PL63;Pomorskie;pomorskim;Поморското
        PL71;Łódzkie;łódzkim;Лодзкото
        PL72;Świętokrzyskie;świętokrzyskim;Швентокшиското
        PL81;Lubelskie;lubelskim;Люблинското
        PL82;Podkarpackie;podkarpackim;Подкарпатското
        PL84;Podlaskie;podlaskim;Подляското
        PL9;Mazowieckie;mazowieckim;Мазовското
        """;

    // NUTS code; Bulgarian name; Latin name (the statutory transliteration). The capital and its neighbour bear one name and are told apart.
    private const string Oblasts = """
        BG311;Видин;Vidin
        BG312;Монтана;Montana
        BG313;Враца;Vratsa
        BG314;Плевен;Pleven
        BG315;Ловеч;Lovech
        BG321;Велико Търново;Veliko Tarnovo
        BG322;Габрово;Gabrovo
        BG323;Русе;Ruse
        BG324;Разград;Razgrad
        BG325;Силистра;Silistra
        BG331;Варна;Varna
        BG332;Добрич;Dobrich
        BG333;Шумен;Shumen
        BG334;Търговище;Targovishte
        BG341;Бургас;Burgas
        BG342;Сливен;Sliven
        BG343;Ямбол;Yambol
        BG344;Стара Загора;Stara Zagora
        BG411;София (столица);Sofia (stolitsa)
        BG412;София;Sofia
        BG413;Благоевград;Blagoevgrad
        BG414;Перник;Pernik
        BG415;Кюстендил;Kyustendil
        BG421;Пловдив;Plovdiv
        BG422;Хасково;Haskovo
        BG423;Пазарджик;Pazardzhik
        BG424;Смолян;Smolyan
        BG425;Кърджали;Kardzhali
        """;

    /// <summary>Voivodeships.</summary>
    public static IReadOnlyList<DemoRegion> Poland { get; } = [.. Voivodeships.Split('\n').Select(line => Voivodeship(line.Trim().Split(';')))];

    /// <summary>Oblasti.</summary>
    public static IReadOnlyList<DemoRegion> Bulgaria { get; } = [.. Oblasts.Split('\n').Select(line => Oblast(line.Trim().Split(';')))];

    private static DemoRegion Voivodeship(string[] parts) => new(
        parts[0],
        parts[0].Length == 3 ? "nuts1" : "nuts2",
        parts[1],
        new DemoText($"w województwie {parts[2]}", $"{(parts[3][0] == 'В' ? "във" : "в")} {parts[3]} войводство", $"in the {parts[1]} voivodeship"));

    private static DemoRegion Oblast(string[] parts) =>
        new(parts[0], "nuts3", parts[1], new DemoText($"w obwodzie {parts[2]}", $"в област {parts[1]}", $"in {parts[2]} oblast"));
}
