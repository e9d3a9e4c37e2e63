using System.Globalization;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Matching;

namespace Splot.Persons.BenchPersons;

/// <summary>
/// People who do not exist, as many as wanted and the same ones every time: three fifths with Polish names, two fifths with Bulgarian ones, frequent
/// surnames frequent, one in fifty born on a 1 January. Numbers are computed.
/// </summary>
internal static class InventedPeople
{
    private const string Polish = "la wo mi ra ko ze bu sta dro gli mar tor wis pel kru zel bor tam nie lub";
    private const string Bulgarian = "ла во ми ра ко же бу ста дро гли мар тор вис пел кру зел бор там неж люб";

    private static readonly string[] PolishParts = Polish.Split(' ');
    private static readonly string[] BulgarianParts = Bulgarian.Split(' ');
    private static readonly ILookup<(bool Cyrillic, char Sex), string> Names = GivenNames.All.ToLookup(n => (IsCyrillic(n.Name), n.Sex), n => n.Name);
    private static readonly ILookup<bool, string> Surnames = GivenNames.FrequentSurnames.ToLookup(IsCyrillic);

    public static PersonIdentity Person(int number)
    {
        var random = new Random(number);
        var (bulgarian, female) = (random.Next(5) < 2, random.Next(2) == 0);
        var birth = random.Next(50) == 0 ? new DateOnly(random.Next(1935, 2012), 1, 1) : new DateOnly(1935, 1, 1).AddDays(random.Next(28_000));
        var first = Pick(random, [.. Names[(bulgarian, female ? 'f' : 'm')]]);
        var last = random.Next(2) == 0 ? Pick(random, [.. Surnames[bulgarian]]) : Made(random, bulgarian);
        if (bulgarian && random.Next(2) == 0)
        {
            first += " " + Feminine(Pick(random, [.. Names[(true, 'm')]]).TrimEnd('а', 'я', 'о', 'и', 'й') + "ов", female);
        }

        return new PersonIdentity
        {
            FirstNames = first,
            Surnames = Feminine(last, female),
            BirthDate = birth,
            Sex = female ? Sex.Female : Sex.Male,
            Numbers = random.Next(20) == 0 ? [] : [Number(random, bulgarian, birth, female)],
        };
    }

    // The square makes the first of the list some thirty times as frequent as the last.
    private static string Pick(Random random, string[] from)
    {
        var share = random.NextDouble();
        return from[(int)(share * share * from.Length)];
    }

    private static string Made(Random random, bool bulgarian)
    {
        var parts = bulgarian ? BulgarianParts : PolishParts;
        var word = parts[random.Next(parts.Length)] + parts[random.Next(parts.Length)] + parts[random.Next(parts.Length)];
        return char.ToUpperInvariant(word[0]) + word[1..] + (bulgarian ? random.Next(2) == 0 ? "нов" : "шки" : random.Next(2) == 0 ? "wski" : "czak");
    }

    private static string Feminine(string surname, bool female) => !female ? surname
        : surname.EndsWith("ki", StringComparison.Ordinal) ? surname[..^1] + "a"
        : surname.EndsWith("ки", StringComparison.Ordinal) ? surname[..^1] + "а"
        : surname.EndsWith('в') ? surname + "а"
        : surname;

    internal static PersonalNumber Number(Random random, bool bulgarian, DateOnly birth, bool female)
    {
        var month = birth.Month + (birth.Year < 2000 ? 0 : bulgarian ? 40 : 20);
        var date = string.Create(CultureInfo.InvariantCulture, $"{birth.Year % 100:00}{month:00}{birth.Day:00}");
        var serial = (random.Next(bulgarian ? 500 : 5_000) * 2) + (bulgarian == female ? 1 : 0);
        return bulgarian
            ? new PersonalNumber(IdentifierKind.Egn, WithCheck(date + serial.ToString("000", CultureInfo.InvariantCulture), [2, 4, 8, 5, 10, 9, 7, 3, 6], s => s % 11 % 10))
            : new PersonalNumber(IdentifierKind.Pesel, WithCheck(date + serial.ToString("0000", CultureInfo.InvariantCulture), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3], s => (10 - (s % 10)) % 10));
    }

    private static string WithCheck(string digits, int[] weights, Func<int, int> check) =>
        digits + check(digits.Select((d, i) => (d - '0') * weights[i]).Sum()).ToString(CultureInfo.InvariantCulture);

    private static bool IsCyrillic(string name) => name[0] >= '\u0400';
}
