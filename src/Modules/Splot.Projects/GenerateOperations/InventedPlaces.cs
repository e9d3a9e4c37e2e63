namespace Splot.Projects.GenerateOperations;

/// <summary>A place that does not exist, and whose name says so.</summary>
/// <param name="Name">National name.</param>
/// <param name="In">The name after the local preposition: <c>w Przykładowie</c>; empty where the language needs none.</param>
/// <param name="Adjective">The adjective of the name, for a county; empty where there is none.</param>
/// <param name="Foreign">The name in the other alphabet.</param>
internal sealed record InventedPlace(string Name, string In, string Adjective, string Foreign);

/// <summary>Invented places by country. None of the names belongs to a municipality of Poland or a settlement of Bulgaria.</summary>
internal static class InventedPlaces
{
    private const string PolishPlaces = """
        Przykładowo;w Przykładowie;Przykładowski;Пшикладово
        Zmyślin;w Zmyślinie;Zmyśliński;Змишлин
        Próbniki;w Próbnikach;Próbnicki;Прубники
        Wzorniki;we Wzornikach;Wzornicki;Взорники
        Makietowo;w Makietowie;Makietowski;Макетово
        Szkicowo;w Szkicowie;Szkicowski;Шкицово
        Fikcjowo;w Fikcjowie;Fikcjowski;Фикциово
        Niebywałowo;w Niebywałowie;Niebywałowski;Небивалово
        Umowniki;w Umownikach;Umownicki;Умовники
        Szablonowo;w Szablonowie;Szablonowski;Шаблоново
        Hipotezów;w Hipotezowie;Hipotezowski;Хипотезув
        Domysłowo;w Domysłowie;Domysłowski;Домислово
        Modelowice;w Modelowicach;Modelowicki;Моделовице
        Testowice;w Testowicach;Testowicki;Тестовице
        Atrapowo;w Atrapowie;Atrapowski;Атрапово
        Rzekomice;w Rzekomicach;Rzekomicki;Жекомице
        Bajkowice;w Bajkowicach;Bajkowicki;Байковице
        Nibyszewo;w Nibyszewie;Nibyszewski;Нибишево
        Prototypowo;w Prototypowie;Prototypowski;Прототипово
        Wirtualów;w Wirtualowie;Wirtualowski;Виртуалув
        Symulin;w Symulinie;Symuliński;Симулин
        Ilustrowo;w Ilustrowie;Ilustrowski;Илюстрово
        Brudnopisy;w Brudnopisach;Brudnopiski;Бруднописи
        Zarysowo;w Zarysowie;Zarysowski;Зарисово
        Przymiarkowo;w Przymiarkowie;Przymiarkowski;Пшимярково
        Wymyślniki;w Wymyślnikach;Wymyślnicki;Вимишлники
        Teoretyki;w Teoretykach;Teoretycki;Теоретики
        Konceptowo;w Konceptowie;Konceptowski;Концептово
        Fantazjowo;w Fantazjowie;Fantazjowski;Фантазьово
        Nieistnin;w Nieistninie;Nieistniński;Неистнин
        Legendowo;w Legendowie;Legendowski;Легендово
        """;

    private const string BulgarianPlaces = """
        Примерово;;;Primerovo
        Измислица;;;Izmislitsa
        Макетница;;;Maketnitsa
        Скицово;;;Skitsovo
        Въображаево;;;Vaobrazhaevo
        Невиждано;;;Nevizhdano
        Мислено;;;Misleno
        Тестово;;;Testovo
        Моделово;;;Modelovo
        Шаблонец;;;Shablonets
        Привидно;;;Prividno
        Фантазово;;;Fantazovo
        Замислово;;;Zamislovo
        Чернова;;;Chernova
        Наужким;;;Nauzhkim
        Приказно;;;Prikazno
        Сякашево;;;Syakashevo
        Прототипец;;;Prototipets
        Симулово;;;Simulovo
        Легендарец;;;Legendarets
        Хипотезово;;;Hipotezovo
        Нарисувано;;;Narisuvano
        Условно;;;Uslovno
        Пробно;;;Probno
        Наготово;;;Nagotovo
        Декорово;;;Dekorovo
        Илюзово;;;Ilyuzovo
        Идейно;;;Ideyno
        """;

    private const string IrishPlaces = """
        Exampleton;;;
        Samplebury;;;
        Mockford;;;
        Draftham;;;
        Imaginary Cross;;;
        Placeholder Green;;;
        Fictown;;;
        Testbridge;;;
        Modelstead;;;
        Pretendwick;;;
        Makebelieve;;;
        Specimen Hill;;;
        Sketchley Mock;;;
        Notional Ford;;;
        Prototype Park;;;
        Allegedly;;;
        """;

    /// <summary>Poland.</summary>
    public static IReadOnlyList<InventedPlace> Poland { get; } = Parse(PolishPlaces);

    /// <summary>Bulgaria.</summary>
    public static IReadOnlyList<InventedPlace> Bulgaria { get; } = Parse(BulgarianPlaces);

    /// <summary>Ireland.</summary>
    public static IReadOnlyList<InventedPlace> Ireland { get; } = Parse(IrishPlaces);

    private static InventedPlace[] Parse(string places) =>
        [.. places.Split('\n').Select(line => line.Trim().Split(';')).Select(parts => new InventedPlace(parts[0], parts[1], parts[2], parts[3]))];
}
