using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>Compares surnames; double ones by their parts, in any order.</summary>
internal static class Surnames
{
    /// <summary>The likeness of two lists of surname words; null where they differ. Symmetric.</summary>
    public static Likeness? Compare(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other)
    {
        if (one.Count == 1 && other.Count == 1)
        {
            return Word(one[0], other[0]);
        }

        if (string.Concat(one.Select(w => w.Plain)) == string.Concat(other.Select(w => w.Plain)))
        {
            return new Likeness(0, MatchReason.SameSurname);
        }

        var pairs = Pairs(one, other);
        if (pairs.Count == 0)
        {
            return null;
        }

        var worst = new Likeness(pairs.Max(p => p.Off), [.. pairs.SelectMany(p => p.Reasons).Distinct()]);
        return pairs.Count == one.Count && pairs.Count == other.Count ? worst
            : pairs.Count == Math.Min(one.Count, other.Count) ? worst.Less(Weights.OnePartOfSurname, MatchReason.SurnamePart)
            : worst.Less(Weights.SharedPartOfSurname, MatchReason.SurnamePart);
    }

    public static Likeness? Word(NameWord one, NameWord other)
    {
        if (one.Plain == other.Plain)
        {
            return new Likeness(0, MatchReason.SameSurname);
        }

        if (one.Keys.Intersect(other.Keys, StringComparer.Ordinal).Any())
        {
            return new Likeness(Weights.Spelling, MatchReason.SurnameSpelling);
        }

        if (one.Stems.Intersect(other.Stems, StringComparer.Ordinal).Any())
        {
            return new Likeness(Weights.GenderForm, MatchReason.SurnameGenderForm);
        }

        // Petrov is no slip for Petkov, nor Nowak for Nowacki: both are too common for that.
        return !(one.IsCommonSurname && other.IsCommonSurname)
            && (Typing.IsSlip(one.Plain, other.Plain) || one.Stems.Any(s => other.Stems.Any(o => Typing.IsSlip(s, o))))
            ? new Likeness(Weights.Typo, MatchReason.SurnameTypo)
            : null;
    }

    /// <summary>Pairs of words that agree, the best first, each word once.</summary>
    private static List<Likeness> Pairs(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other)
    {
        var likely = (from left in one
                      from right in other
                      let likeness = Word(left, right)
                      where likeness is not null
                      orderby likeness.Off, Sorted(left, right) // not by who was asked first
                      select (left, right, likeness)).ToList();
        var (pairs, used) = (new List<Likeness>(), new HashSet<NameWord>());
        foreach (var (left, right, likeness) in likely)
        {
            if (!used.Contains(left) && !used.Contains(right))
            {
                used.Add(left);
                used.Add(right);
                pairs.Add(likeness);
            }
        }

        return pairs;
    }

    private static string Sorted(NameWord left, NameWord right) =>
        string.CompareOrdinal(left.Plain, right.Plain) < 0 ? left.Plain + " " + right.Plain : right.Plain + " " + left.Plain;
}
