namespace Splot.Tables;

/// <summary>
/// Finds the header among a table's first rows. What a header is only its words can say: the caller gives a function that counts how many fields of
/// the list it recognises in a candidate (<see cref="ColumnMatcher.Score"/>). One to three joined rows are tried everywhere; a row below that is a header itself
/// (the same in another language) or holds only units belongs to it.
/// </summary>
public static class HeaderDetection
{
    private const int MaxJoined = 3;

    /// <summary>Rows worth looking at.</summary>
    public const int HeadRows = 60;

    /// <summary>The best candidate; null if none reaches <paramref name="minimum"/>. Among equals the one of fewer rows, then the higher one.</summary>
    /// <param name="rows">The table's first rows.</param>
    /// <param name="score">Counts the fields recognised.</param>
    /// <param name="minimum">The least count that makes a header.</param>
    public static TableHeader? Find(IReadOnlyList<HeadRow> rows, Func<TableHeader, int> score, int minimum = 2)
    {
        var (bestScore, first, joined) = (0, 0, 0);
        for (var count = 1; count <= MaxJoined; count++)
        {
            for (var start = 0; start + count <= rows.Count; start++)
            {
                var candidate = score(Join(rows, start, count));
                if (candidate > bestScore)
                {
                    (bestScore, first, joined) = (candidate, start, count);
                }
            }
        }

        if (bestScore < minimum)
        {
            return null;
        }

        while (joined < MaxJoined && first + joined < rows.Count && Continues(rows[first + joined], score, bestScore))
        {
            joined++;
        }

        return Join(rows, first, joined);
    }

    private static TableHeader Join(IReadOnlyList<HeadRow> rows, int start, int count) => TableHeader.Join([.. Enumerable.Range(start, count).Select(index => rows[index])]);

    private static bool Continues(HeadRow row, Func<TableHeader, int> score, int best) =>
        score(TableHeader.Join([row])) * 2 >= Math.Max(best, 4) || HoldsOnlyUnits(row);

    private static bool HoldsOnlyUnits(HeadRow row)
    {
        var texts = row.Cells.Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        return texts.Count > 0 && texts.TrueForAll(IsUnit);
    }

    private static bool IsUnit(string text)
    {
        var inner = text.Trim().Trim('(', ')', '[', ']').Trim();
        return inner is "%" || CurrencySigns.Find(inner) is not null
            || HeaderText.Normalise(inner) is "dd mm yyyy" or "dd mm rrrr" or "dd mm гггг" or "yyyy mm dd" or "rrrr mm dd" or "mm dd yyyy" or "tt mm jjjj";
    }
}
