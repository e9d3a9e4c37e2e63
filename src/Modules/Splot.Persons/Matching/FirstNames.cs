using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>Compares first names.</summary>
internal static class FirstNames
{
    /// <summary>The likeness of two lists of first names; null where they differ. Symmetric.</summary>
    public static Likeness? Compare(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other)
    {
        if (string.Concat(one.Select(w => w.Plain)) == string.Concat(other.Select(w => w.Plain)))
        {
            return new Likeness(one.Count == other.Count ? 0 : Weights.Spelling, MatchReason.SameFirstName);
        }

        return Likeness.Best(ByTheFirst(one, other), ByAnyOther(one, other));
    }

    private static Likeness? ByTheFirst(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other)
    {
        var first = Word(one[0], other[0]);
        if (first is null || (one.Count == 1 && other.Count == 1))
        {
            return first;
        }

        if (one.Count == 1 || other.Count == 1)
        {
            return first.Less(Weights.FirstOfSeveral, MatchReason.FirstNamePart);
        }

        return Word(one[1], other[1]) is { } second
            ? new Likeness(Math.Max(first.Off, second.Off), [.. first.Reasons.Union(second.Reasons)])
            : first.Less(Weights.OtherSecondName, MatchReason.FirstNamePart);
    }

    private static Likeness? ByAnyOther(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other)
    {
        Likeness? best = null;
        foreach (var left in one)
        {
            foreach (var right in other)
            {
                best = Likeness.Best(best, left.IsInitial || right.IsInitial ? null : Word(left, right));
            }
        }

        return one.Count == 1 && other.Count == 1 ? best : best?.Less(Weights.LaterOfSeveral, MatchReason.FirstNamePart);
    }

    private static Likeness? Word(NameWord one, NameWord other)
    {
        if (one.Plain == other.Plain)
        {
            return one.IsInitial ? new Likeness(Weights.Initial, MatchReason.FirstNameInitial) : new Likeness(0, MatchReason.SameFirstName);
        }

        if (one.IsInitial || other.IsInitial)
        {
            return one.Plain[0] == other.Plain[0] ? new Likeness(Weights.Initial, MatchReason.FirstNameInitial) : null;
        }

        if (one.Keys.Intersect(other.Keys, StringComparer.Ordinal).Any())
        {
            return new Likeness(Weights.Spelling, MatchReason.FirstNameSpelling);
        }

        if (one.Groups.Intersect(other.Groups).Any())
        {
            return new Likeness(Weights.Variant, MatchReason.FirstNameVariant);
        }

        // Two names that are both names of their own are no slips for each other: Maria and Marta, Jan and Jana.
        var bothKnown = one.Groups.Length > 0 && other.Groups.Length > 0;
        return !bothKnown && (Typing.IsSlip(one.Plain, other.Plain) || one.Keys.Any(k => other.Keys.Any(o => Typing.IsSlip(k, o))))
            ? new Likeness(Weights.Typo, MatchReason.FirstNameTypo)
            : null;
    }
}
