using System.Globalization;
using Splot.Kernel;

namespace Splot.Persons.Matching;

/// <summary>
/// The values under which a person is filed and sought. What is filed and what is asked meet for every pair that any strategy can call possible,
/// and for few others: a birth date holds some forty people of a million, a pair of names in one year still fewer.
/// </summary>
internal static class CandidateKeys
{
    /// <summary>Grows with every change of what is filed; who was filed under an older edition is filed again.</summary>
    public const long Edition = 1;

    private const int MostWords = 3;

    /// <summary>What a person is filed under.</summary>
    public static IReadOnlySet<CandidateKey> Filed(PreparedPerson person)
    {
        var keys = new HashSet<CandidateKey>();
        keys.UnionWith(person.Numbers.Select(n => Number(n.Kind, n.Value)));
        keys.UnionWith(person.BirthDates.Select(Date));
        keys.UnionWith(Words(person).Select(w => new CandidateKey(CandidateKind.Word, w)));
        foreach (var pair in Pairs(person))
        {
            keys.Add(new CandidateKey(CandidateKind.Names, pair));
            if (person.BirthDates.Count == 0)
            {
                keys.Add(new CandidateKey(CandidateKind.NamesWithoutDate, pair));
            }

            keys.UnionWith(person.BirthDates.Select(d => NamesInYear(pair, d.Year)));
        }

        return keys;
    }

    /// <summary>What to look for to find everybody who may be the same person.</summary>
    public static IReadOnlySet<CandidateKey> Asked(PreparedPerson person)
    {
        var keys = new HashSet<CandidateKey>();
        keys.UnionWith(person.Numbers.Select(n => Number(n.Kind, n.Value)));
        keys.UnionWith(person.BirthDates.Select(Date));
        keys.UnionWith(person.BirthDates.Where(d => d.Day <= 12).Select(d => Date(new DateOnly(d.Year, d.Day, d.Month))));
        var years = person.BirthDates.SelectMany(d => BirthDates.NearYears(d.Year)).Distinct().ToList();
        foreach (var pair in Pairs(person))
        {
            keys.Add(new CandidateKey(person.BirthDates.Count == 0 ? CandidateKind.Names : CandidateKind.NamesWithoutDate, pair));
            keys.UnionWith(years.Select(y => NamesInYear(pair, y)));
        }

        return keys;
    }

    /// <summary>The words of the names in the form they are filed in.</summary>
    public static IReadOnlySet<string> Words(PreparedPerson person) =>
        person.Name.First.Take(MostWords).Concat(person.Name.Last.Take(MostWords)).Where(w => !w.IsInitial).SelectMany(Blocks).ToHashSet(StringComparer.Ordinal);

    /// <summary>The keys of two words of a name that stand together.</summary>
    public static IEnumerable<CandidateKey> PairsOf(NameWord one, NameWord other) => Pairs([one], [other]).Select(p => new CandidateKey(CandidateKind.Names, p));

    private static IEnumerable<string> Pairs(PreparedPerson person) => Pairs(person.Name.First.Take(MostWords), person.Name.Last.Take(MostWords));

    // Sorted, so that swapped names meet.
    private static IEnumerable<string> Pairs(IEnumerable<NameWord> one, IEnumerable<NameWord> other) =>
        from first in one.SelectMany(Blocks)
        from last in other.SelectMany(Blocks)
        select string.CompareOrdinal(first, last) < 0 ? first + " " + last : last + " " + first;

    /// <summary>The forms in which a word is filed: the names that it is a form of, else its stem.</summary>
    public static IEnumerable<string> Blocks(NameWord word) =>
        word.Groups.Length > 0 ? word.Groups.Select(g => GivenNames.FullNames[g]) : [GenderEndings.Stem(Spelling.Rough(word.Plain))];

    public static CandidateKey Number(IdentifierKind kind, string value) => new(CandidateKind.Number, kind.ToString().ToUpperInvariant() + " " + value);

    public static CandidateKey Date(DateOnly date) => new(CandidateKind.BirthDate, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static CandidateKey NamesInYear(string pair, int year) => new(CandidateKind.NamesInYear, string.Create(CultureInfo.InvariantCulture, $"{pair} {year:0000}"));
}

/// <summary>What a key is made of. Stored as a number.</summary>
internal enum CandidateKind
{
    Number = 1,
    BirthDate = 2,
    NamesInYear = 3,
    Names = 4,
    NamesWithoutDate = 5,
    Word = 6,
}

/// <summary>A value to be filed under or looked for, before it becomes a keyed digest.</summary>
internal readonly record struct CandidateKey(CandidateKind Kind, string Value);
