using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>A name taken apart: first names, the patronymic where there is one, surnames.</summary>
internal sealed class PersonName
{
    private PersonName(IReadOnlyList<NameWord> first, NameWord? patronymic, IReadOnlyList<NameWord> last) => (First, Patronymic, Last) = (first, patronymic, last);

    public IReadOnlyList<NameWord> First { get; }

    public NameWord? Patronymic { get; }

    public IReadOnlyList<NameWord> Last { get; }

    /// <summary>
    /// A word in -ов or -ев after the first name, or before the last surname and not tied to it by a hyphen, is the father's name of a
    /// Bulgarian: the same person is entered with it and without.
    /// </summary>
    public static PersonName Of(PersonSketch sketch)
    {
        var first = NameWord.Units(sketch.FirstNames).SelectMany(u => u).ToList();
        var units = NameWord.Units(sketch.Surnames);
        var fromFirst = first.Skip(1).FirstOrDefault(w => w.IsPatronymicShape && w.Groups.Length == 0);
        if (fromFirst is not null && units.Count > 0)
        {
            return new PersonName([.. first.Where(w => w != fromFirst)], fromFirst, [.. units.SelectMany(u => u)]);
        }

        var fromLast = units.Count > 1 && units[0] is [{ IsPatronymicShape: true } only] ? only : null;
        return new PersonName(first, fromLast, [.. units.Skip(fromLast is null ? 0 : 1).SelectMany(u => u)]);
    }

    /// <summary>What the names of two people say. Symmetric.</summary>
    public static NameEvidence Compare(PersonName one, PersonName other)
    {
        if (one.First.Count == 0 || other.First.Count == 0 || one.Last.Count == 0 || other.Last.Count == 0)
        {
            return new NameEvidence(
                OrUnknown(one.First, other.First, FirstNames.Compare),
                OrUnknown(one.Last, other.Last, Surnames.Compare),
                Patronymics(one, other),
                Swapped: false);
        }

        var straight = new NameEvidence(Part.Of(FirstNames.Compare(one.First, other.First)), Part.Of(Family(one, other)), Patronymics(one, other), Swapped: false);
        if (straight.BothAgree)
        {
            return straight;
        }

        var (toLast, toFirst) = (Any(one.First, other.Last), Any(one.Last, other.First));
        return toLast is null || toFirst is null
            ? straight
            : new NameEvidence( // which of the two is the first name is not known, so the worse counts as that
                new Part(true, new Likeness(Math.Max(toLast.Off, toFirst.Off), MatchReason.NamesSwapped)),
                new Part(true, new Likeness(Math.Min(toLast.Off, toFirst.Off), MatchReason.NamesSwapped)),
                Patronymics(one, other),
                Swapped: true);
    }

    private static Likeness? Family(PersonName one, PersonName other)
    {
        var likeness = Surnames.Compare(one.Last, other.Last);
        if (likeness is not null || (one.Patronymic is null) == (other.Patronymic is null))
        {
            return likeness;
        }

        // One record names only the father's name where the other has both.
        var (with, without) = one.Patronymic is null ? (other, one) : (one, other);
        return without.Last.Count == 1
            ? Surnames.Word(with.Patronymic!, without.Last[0])?.Less(Weights.PatronymicForSurname, MatchReason.SurnamePart)
            : null;
    }

    private static bool? Patronymics(PersonName one, PersonName other) =>
        one.Patronymic is { } left && other.Patronymic is { } right ? Surnames.Word(left, right) is not null : null;

    private static Likeness? Any(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other) =>
        Likeness.Best(FirstNames.Compare(one, other), Surnames.Compare(one, other));

    private static Part OrUnknown(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other, Func<IReadOnlyList<NameWord>, IReadOnlyList<NameWord>, Likeness?> compare) =>
        one.Count == 0 || other.Count == 0 ? Part.Unknown : Part.Of(compare(one, other));
}

/// <summary>Whether a part of a name is known on both sides, and how much it agrees.</summary>
internal readonly record struct Part(bool Known, Likeness? Likeness)
{
    public static Part Unknown => new(false, null);

    public bool Agrees => Likeness is not null;

    public bool Differs => Known && Likeness is null;

    public int Off => Likeness?.Off ?? 0;

    public static Part Of(Likeness? likeness) => new(true, likeness);
}

/// <summary>What two names say about each other. A patronymic that one side lacks says nothing (null).</summary>
internal sealed record NameEvidence(Part First, Part Last, bool? SamePatronymic, bool Swapped)
{
    public bool BothAgree => First.Agrees && Last.Agrees;

    /// <summary>What is taken off for first name, surname, their order and the patronymic together.</summary>
    public int Off => First.Off + Last.Off + (Swapped ? Weights.Swapped : 0) + (SamePatronymic == false ? Weights.OtherPatronymic : 0);
}
