using Splot.Search.Searching;

namespace Splot.Search.Tests.Oracle;

/// <summary>Invents searches of every kind.</summary>
internal sealed class RandomRequests(int seed)
{
    private static readonly (string Column, string[] Values)[] Codes =
    [
        ("country", ["PL", "BG", "DE", "XX", "none"]),
        ("programme", ["2021PL16FFPR001", "2021PL16FFPR002", "2021PL16FFPR003", "none"]),
        ("fund", ["ERDF", "ESF+", "CF", "none"]),
        ("theme", ["a", "b", "c", "zz", "none"]),
        ("region", ["PL", "PL8", "PL81", "PL811", "PL9", "BG", "BG4", "BG4-X", "none", "nowhere"]),
        ("beneficiary", ["b1", "b2", "b3", "b400", "b9999", "none"]),
    ];

    private static readonly string[] Sorts = ["budget", "eu", "start"];

    private readonly Random random = new(seed);

    public SearchRequest Next() => new()
    {
        Text = random.Next(4) == 0 ? null : Query(2),
        Codes = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Filter())],
        Ranges = [.. Enumerable.Range(0, Math.Max(0, random.Next(4) - 1)).Select(_ => Range())],
        SortBy = random.Next(2) == 0 ? null : Sorts[random.Next(Sorts.Length)],
        Descending = random.Next(2) == 0,
        Limit = random.Next(3) == 0 ? random.Next(1, 4) : random.Next(5, 60),
        Facets = [.. Enumerable.Range(0, random.Next(7)).Select(_ => FacetOf())],
    };

    private CodeFilter Filter()
    {
        var (column, values) = Codes[random.Next(Codes.Length)];
        return new CodeFilter(column, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => values[random.Next(values.Length)])]);
    }

    private RangeFilter Range() => random.Next(4) switch
    {
        0 => new RangeFilter("budget", Bound(() => random.Next(3) == 0 ? 100 : random.NextInt64(900_000_000_000)), Bound(() => random.NextInt64(900_000_000_000))),
        1 => new RangeFilter("start", Bound(() => 738_000 + random.Next(-5, 45)), Bound(() => 738_000 + random.Next(-5, 45))),
        2 => new RangeFilter("start", 738_000 + random.Next(40), null),
        _ => new RangeFilter("updated", Bound(() => random.NextInt64(long.MinValue, long.MaxValue)), null),
    };

    private long? Bound(Func<long> bound) => random.Next(4) == 0 ? null : bound();

    private FacetRequest FacetOf()
    {
        var column = Codes[random.Next(Codes.Length)].Column;
        return new FacetRequest(
            column,
            Level: random.Next(1, 5),
            Under: column == "region" && random.Next(2) == 0 ? new[] { "PL", "PL8", "PL81", "BG", "DE", "nowhere" }[random.Next(6)] : null,
            WithSums: random.Next(4) == 0,
            Most: random.Next(4) == 0 ? random.Next(1, 5) : int.MaxValue);
    }

    private string Query(int depth)
    {
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(depth));
        return string.Join(random.Next(4) == 0 ? " OR " : " ", parts);
    }

    private string Part(int depth) => random.Next(12) switch
    {
        0 => $"\"{Word()} {Word()}\"",
        1 => $"\"{Word()} {Word()} {Word()}\"",
        2 => $"{Word()[..2]}*",
        3 => $"-{Word()}",
        4 when depth > 0 => $"({Query(depth - 1)})",
        5 when depth > 0 => $"NOT ({Query(depth - 1)})",
        6 => $"country:{(random.Next(2) == 0 ? "pl" : "BG")}",
        7 => $"region:{(random.Next(2) == 0 ? "PL8" : "bg4")}",
        8 => TestDocuments.AllTitles[random.Next(TestDocuments.AllTitles.Count)],
        _ => Word(),
    };

    private string Word() => TestDocuments.AllWords[Math.Min(random.Next(TestDocuments.AllWords.Count), random.Next(TestDocuments.AllWords.Count))];
}
