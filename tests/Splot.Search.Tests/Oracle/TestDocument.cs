using Splot.Search.Documents;
using Splot.Search.Text;

namespace Splot.Search.Tests.Oracle;

/// <summary>An invented document, kept in the open so that it can be judged without an index.</summary>
internal sealed record TestDocument(long Key, bool StandsBack, IReadOnlyList<DocumentText> Texts, IReadOnlyDictionary<string, string[]> Codes, IReadOnlyDictionary<string, long?> Numbers)
{
    public SearchDocument ToDocument()
    {
        var schema = TestSchema.Schema;
        var document = new SearchDocument(schema, Key) { StandsBack = StandsBack };
        foreach (var text in Texts)
        {
            document.AddText(text.Role, text.Language, text.Content);
        }

        foreach (var (column, values) in Codes)
        {
            foreach (var value in values)
            {
                document.AddCode(schema.Code(column), value);
            }
        }

        foreach (var (column, number) in Numbers)
        {
            document.SetNumber(schema.Number(column), number);
        }

        return document;
    }
}

/// <summary>Invents documents. Few words and few values, so that random questions have answers.</summary>
internal sealed class TestDocuments(int seed)
{
    private static readonly string[] Words =
    [
        "usługi", "usług", "społeczne", "społecznych", "dzieci", "dziecka", "szkolenie", "szkolenia", "Łódź", "Lublin", "fundusz", "rozwój", "rozwoju", "praca", "pracy",
        "services", "service", "social", "training", "trainings", "energy", "energies", "water", "digital", "skills", "schools", "school", "women", "rural", "roads",
        "социални", "услуги", "услугата", "деца", "обучение", "вода", "училище", "пътища", "e-zdrowie", "B+R", "POWR.02.05", "2021", "zażółć", "ø", "CO2",
    ];

    private static readonly string[] Places = ["/PL", "/PL/PL8", "/PL/PL8/PL81", "/PL/PL8/PL81/PL811", "/PL/PL8/PL82", "/PL/PL9", "/BG", "/BG/BG4", "/BG/BG4/BG41", "/BG/BG4-X", "/DE/DE1"];
    private static readonly string[] Titles = ["Effective social services", "Szkolenia dla szkół", "Вода за училище", "Rural roads 2021", "e-zdrowie"];

    private readonly Random random = new(seed);

    public static IReadOnlyList<string> AllWords => Words;

    public static IReadOnlyList<string> AllPlaces => Places;

    public static IReadOnlyList<string> AllTitles => Titles;

    public TestDocument Next(long key)
    {
        var texts = new List<DocumentText>
        {
            new(TextRole.Title, Language(), random.Next(6) == 0 ? Titles[random.Next(Titles.Length)] : Sentence(1, 5)),
            new(TextRole.Body, Language(), Sentence(0, 30)),
            new(TextRole.Identifier, TextLanguage.None, $"POWR.{random.Next(30):D2}/{key % 17}"),
            new(TextRole.Beneficiary, TextLanguage.None, $"Gmina {Word()}"),
        };
        var codes = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["country"] = Some(0, 1, ["PL", "BG", "DE"]),
            ["programme"] = Some(0, 1, [.. Enumerable.Range(0, 12).Select(i => $"2021PL16FFPR0{i:D2}")]),
            ["fund"] = Some(0, 2, ["ERDF", "ESF+", "CF", "JTF"]),
            ["theme"] = Some(0, 3, ["a", "b", "c", "d", "e"]),
            ["region"] = Some(0, 3, Places),
            ["beneficiary"] = Some(0, 1, [.. Enumerable.Range(0, 900).Select(i => $"b{i}")]),
        };
        var numbers = new Dictionary<string, long?>(StringComparer.Ordinal)
        {
            ["budget"] = Maybe(random.Next(3) == 0 ? random.Next(-5, 20) * 100 : random.NextInt64(-1_000, 900_000_000_000)),
            ["eu"] = Maybe(random.Next(1, 1000) * 1_000_000L),
            ["start"] = Maybe(738_000 + random.Next(40)),
            ["updated"] = random.NextInt64(long.MinValue, long.MaxValue),
        };
        return new TestDocument(key, random.Next(4) == 0, texts, codes, numbers);
    }

    private string Word() => Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))];

    private string Sentence(int least, int most) => string.Join(random.Next(5) == 0 ? ", " : " ", Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Word()));

    private TextLanguage Language() => (TextLanguage)random.Next(4);

    private long? Maybe(long number) => random.Next(8) == 0 ? null : number;

    private string[] Some(int least, int most, string[] values) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => values[random.Next(values.Length)]).Distinct()];
}
