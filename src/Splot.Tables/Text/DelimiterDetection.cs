namespace Splot.Tables;

/// <summary>
/// Finds the delimiter of a text by reading its first rows with each candidate: the one that gives most rows the same number of cells (more than one) wins, then the
/// one that gives more cells. A first line <c>sep=;</c> is believed. Text that no candidate splits is a table of one column.
/// </summary>
internal static class DelimiterDetection
{
    private const int SampleRows = 400;
    private const int SampleCharacters = 1 << 18;

    public static char Detect(ReadOnlySpan<char> head, bool isWhole)
    {
        if (head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && head.Length > 4 && (head.Length == 5 || head[5] is '\r' or '\n'))
        {
            return head[4];
        }

        var sample = head[..Math.Min(head.Length, SampleCharacters)].ToArray();
        var best = ',';
        var bestScore = 0d;
        foreach (var candidate in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
        {
            var score = Score(sample, candidate, isWhole && sample.Length == head.Length);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    private static double Score(char[] sample, char delimiter, bool isWhole)
    {
        var widths = new Dictionary<int, int>();
        var rows = 0;
        using var reader = new DelimitedReader(new CharSource(sample), delimiter, new TableLimits());
        try
        {
            var previous = 0;
            while (rows < SampleRows && reader.Read())
            {
                if (previous > 0)
                {
                    widths[previous] = widths.GetValueOrDefault(previous) + 1;
                    rows++;
                }

                previous = reader.Row.IsBlank ? 0 : reader.Row.Count;
            }

            if (previous > 0 && (isWhole || rows == 0))
            {
                // The last row of a cut sample may be cut itself.
                widths[previous] = widths.GetValueOrDefault(previous) + 1;
                rows++;
            }
        }
        catch (TableRefusedException)
        {
            // A candidate under which the text makes no table is none.
        }

        var (width, count) = widths.Where(entry => entry.Key > 1).OrderByDescending(entry => entry.Value * Math.Log2(entry.Key)).Select(entry => (entry.Key, entry.Value)).FirstOrDefault();
        return rows == 0 || width == 0 ? 0 : count / (double)rows * Math.Log2(width + 1);
    }
}
