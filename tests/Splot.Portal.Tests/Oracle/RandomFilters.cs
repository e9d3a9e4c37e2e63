using Splot.Data;
using Splot.Portal.Searching;

namespace Splot.Portal.Tests.Oracle;

/// <summary>Invents filter sets of every kind, with values that the store holds and some that it does not.</summary>
internal sealed class RandomFilters
{
    private const string Values = """
        SELECT country, period, theme, beneficiary, start_day, end_day, budget_eur, eu_eur, updated_at, funds, programmes, objectives, fields, regions
        FROM portal_operation WHERE withdrawn_at IS NULL ORDER BY key
        """;

    private static readonly CodeParameter[] InOneColumn = [CodeParameter.Country, CodeParameter.Period, CodeParameter.Theme, CodeParameter.Beneficiary];
    private static readonly CodeParameter[] BetweenBars = [CodeParameter.Fund, CodeParameter.Programme, CodeParameter.Objective, CodeParameter.Field];
    private static readonly string[] Absent = ["none", "none", "zz"];

    private readonly Random random;
    private readonly WordsOfOperations words;
    private readonly Dictionary<CodeParameter, List<string>> codes = CodeParameter.All.ToDictionary(p => p, _ => new List<string>());
    private readonly List<long>[] numbers = [.. Enumerable.Range(0, 5).Select(_ => new List<long>())];

    private RandomFilters(int seed, WordsOfOperations words) => (random, this.words) = (new Random(seed), words);

    public static async Task<RandomFilters> CreateAsync(PublicStore store, int seed) => await store.ReadAsync(
        async session =>
        {
            var filters = new RandomFilters(seed, await WordsOfOperations.ReadAsync(session));
            await using var command = session.Command(Values);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                filters.Learn(reader);
            }

            filters.codes[CodeParameter.Status].AddRange(["planned", "running", "finished", "ended-early"]);
            return filters;
        },
        CancellationToken.None);

    public FilterSet Next()
    {
        var (typed, keys) = random.Next(5) < 2 ? Typed() : (null, null);
        var set = new FilterSet
        {
            Words = typed,
            Keys = keys,
            Since = random.Next(8) == 0 ? DateTimeOffset.FromUnixTimeMilliseconds(Any(numbers[4])) : null,
        };
        foreach (var parameter in CodeParameter.All.OrderBy(_ => random.Next()).Take(random.Next(5)))
        {
            set.Codes[parameter] = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Code(parameter)).Distinct()];
        }

        for (var i = 0; i < BoundParameter.All.Count; i += 2)
        {
            if (random.Next(6) == 0)
            {
                Bound(set, BoundParameter.All[i], BoundParameter.All[i + 1], BoundParameter.All[i].IsMoney ? numbers[2 + (i / 2)] : numbers[(i - 4) / 2]);
            }
        }

        return set;
    }

    private void Learn(System.Data.Common.DbDataReader row)
    {
        for (var i = 0; i < InOneColumn.Length; i++)
        {
            codes[InOneColumn[i]].AddRange(row.Text(i) is { } code ? [code] : []);
        }

        foreach (var (place, column) in new[] { (0, 4), (1, 5), (2, 6), (3, 7), (4, 8) })
        {
            numbers[place].AddRange(row.Number(column) is { } number ? [number] : []);
        }

        for (var i = 0; i < BetweenBars.Length; i++)
        {
            codes[BetweenBars[i]].AddRange(row.GetString(9 + i).Split('|', StringSplitOptions.RemoveEmptyEntries));
        }

        codes[CodeParameter.Region].AddRange(row.GetString(13).TrimStart('-').Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    // One in ten is none, or a code that nothing has.
    private string Code(CodeParameter parameter) => random.Next(10) > 0 ? Any(codes[parameter])
        : Absent[random.Next(Absent.Length)] is var absent && parameter.Read(absent) is not null ? parameter.Read(absent)! : SearchRequest.None;

    private void Bound(FilterSet set, BoundParameter from, BoundParameter to, List<long> values)
    {
        var (one, other) = (Any(values), Any(values));
        if (random.Next(3) > 0)
        {
            set.Bounds[from] = Math.Min(one, other);
        }

        if (random.Next(3) > 0)
        {
            set.Bounds[to] = Math.Max(one, other);
        }
    }

    private (string Typed, IReadOnlyCollection<long> Keys) Typed()
    {
        var (a, b) = (Any(words.Written), Any(words.Written));
        var (withA, withB) = (words.With(a), words.With(b));
        return random.Next(5) switch
        {
            0 => ($"{a} {b}", [.. withA.Intersect(withB)]),
            1 => ($"{a} OR {b}", [.. withA.Union(withB)]),
            2 => ($"{a} -{b}", [.. withA.Except(withB)]),
            3 => ($"NOT ({a} OR {b})", [.. words.All.Except(withA).Except(withB)]),
            _ => (a.ToUpperInvariant(), withA),
        };
    }

    private T Any<T>(List<T> values) => values[random.Next(values.Count)];
}
