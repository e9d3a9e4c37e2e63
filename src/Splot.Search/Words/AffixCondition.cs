namespace Splot.Search.Words;

/// <summary>How a word must end for a rule to apply: letters, [one of these], [^none of these] and the dot for any letter.</summary>
internal sealed class AffixCondition
{
    private readonly Place[] places;

    private AffixCondition(Place[] places) => this.places = places;

    /// <summary>The condition, or null for one that every word fulfils; throws <see cref="FormatException"/> where the brackets are wrong.</summary>
    public static AffixCondition? Parse(string pattern)
    {
        if (pattern is "." or "")
        {
            return null;
        }

        var read = new List<Place>();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '[')
            {
                var end = pattern.IndexOf(']', i);
                var negated = i + 1 < pattern.Length && pattern[i + 1] == '^';
                var start = i + (negated ? 2 : 1);
                if (end <= start)
                {
                    throw new FormatException($"The condition {pattern} has no end or nothing in its brackets.");
                }

                read.Add(new Place(pattern[start..end], negated));
                i = end;
            }
            else
            {
                read.Add(pattern[i] == '.' ? new Place("", true) : new Place(pattern[i].ToString(), false));
            }
        }

        return new AffixCondition([.. read]);
    }

    /// <summary>Whether <paramref name="word"/> ends so.</summary>
    public bool Matches(ReadOnlySpan<char> word)
    {
        if (word.Length < places.Length)
        {
            return false;
        }

        var end = word[^places.Length..];
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Letters.Contains(end[i], StringComparison.Ordinal) == places[i].Negated)
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Place(string Letters, bool Negated);
}
