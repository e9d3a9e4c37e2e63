using System.Globalization;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Matching;

namespace Splot.Persons.Tests.Matching;

/// <summary>The invented pairs of <c>pairs.tsv</c>.</summary>
internal static class PairTable
{
    private static readonly Lazy<IReadOnlyList<Pair>> Read = new(ReadAll);

    public static IReadOnlyList<Pair> Pairs => Read.Value;

    private static IReadOnlyList<Pair> ReadAll()
    {
        var assembly = typeof(PairTable).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith("pairs.tsv", StringComparison.Ordinal)))!);
        return
        [
            .. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|'))
                .Select(f => new Pair(Enum.Parse<MatchBand>(f[0], ignoreCase: true), Person(f[1]), Person(f[2]), $"{f[3]}: {f[1]} / {f[2]}")),
        ];
    }

    /// <summary>A person as the table writes one.</summary>
    public static PersonSketch Person(string text)
    {
        var fields = text.Split(';');
        var birth = fields[2].Length > 0 ? Date(fields[2]) : (DateOnly?)null;
        var words = fields.ElementAtOrDefault(3)?.Split(' ') ?? [];
        return new PersonSketch
        {
            FirstNames = fields[0],
            Surnames = fields[1],
            BirthDate = birth,
            Sex = words.Contains("F") ? Sex.Female : words.Contains("M") ? Sex.Male : null,
            Numbers = [.. words.Where(w => w.Contains('#', StringComparison.Ordinal)).Select(w => Number(w, birth))],
        };
    }

    private static PersonNumber Number(string word, DateOnly? birth)
    {
        var slips = word.IndexOfAny(['!', '~']);
        var (whole, changes) = slips < 0 ? (word, "") : (word[..slips], word[slips..]);
        var serial = whole[(whole.IndexOf('#', StringComparison.Ordinal) + 1)..];
        var date = whole[1] == '@' ? Date(whole[2..12]) : birth ?? default;
        var (kind, number) = whole[0] switch
        {
            'P' => (IdentifierKind.Pesel, InventedNumbers.Pesel(date, serial)),
            'E' => (IdentifierKind.Egn, InventedNumbers.Egn(date, serial)),
            _ => (IdentifierKind.Lnch, InventedNumbers.Lnch(serial)),
        };
        return PersonNumber.Of(kind, Changed(number, changes))!;
    }

    private static string Changed(string number, string changes)
    {
        var digits = number.ToCharArray();
        for (var at = 0; at < changes.Length; at += 2)
        {
            var place = changes[at + 1] - '0';
            if (changes[at] == '!')
            {
                digits[place] = (char)('0' + ((digits[place] - '0' + 1) % 10));
            }
            else
            {
                (digits[place], digits[place + 1]) = (digits[place + 1], digits[place]);
            }
        }

        return new string(digits);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed record Pair(MatchBand Band, PersonSketch One, PersonSketch Other, string Note);
