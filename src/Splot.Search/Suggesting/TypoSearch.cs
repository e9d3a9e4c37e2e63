namespace Splot.Search.Suggesting;

/// <summary>
/// Walks the trie with the table of the Damerau–Levenshtein distance (neighbours swapped once): one row for each letter of the path, cut off as soon as no
/// continuation can come near enough. Finds the nodes whose keys begin with something at most so many typos away from what was typed.
/// </summary>
internal sealed class TypoSearch
{
    // A bound for odd data; a thousand rows are usual for one typo, some ten thousand for two.
    private const int MostRows = 200_000;

    private readonly SuggestionTrie trie;
    private readonly byte[] typed;
    private readonly int most;
    private readonly int width;
    private readonly byte[] table;
    private readonly byte[] path;
    private readonly List<int> found = [];
    private int rows;

    public TypoSearch(SuggestionTrie trie, byte[] typed, int most)
    {
        this.trie = trie;
        this.typed = typed;
        this.most = most;
        width = typed.Length + 1;
        table = new byte[(typed.Length + most + 2) * width];
        path = new byte[typed.Length + most + 2];
    }

    /// <summary>The nodes, every one of them only if none above it was found.</summary>
    public List<int> Run()
    {
        for (var i = 0; i < width; i++)
        {
            table[i] = (byte)Math.Min(i, byte.MaxValue);
        }

        if (trie.Count > 0)
        {
            Visit(0, 0);
        }

        return found;
    }

    private void Visit(int node, int depth)
    {
        foreach (var letter in trie.LettersOf(node)[depth..])
        {
            depth++;
            if (depth >= path.Length || ++rows > MostRows || !Row(depth, letter))
            {
                return;
            }

            if (table[(depth * width) + typed.Length] <= most)
            {
                found.Add(node);
                return;
            }
        }

        ref readonly var here = ref trie[node];
        for (var child = here.FirstChild; child < here.FirstChild + here.Children; child++)
        {
            Visit(child, depth);
        }
    }

    // Fills the row of the letter at the depth; false when nothing in it is near enough.
    private bool Row(int depth, byte letter)
    {
        path[depth] = letter;
        var above = table.AsSpan((depth - 1) * width, width);
        var row = table.AsSpan(depth * width, width);
        row.Fill(byte.MaxValue);
        var first = Math.Max(1, depth - most);
        var last = Math.Min(typed.Length, depth + most);
        if (depth <= most)
        {
            row[0] = (byte)depth;
        }

        var least = row[0];
        for (var i = first; i <= last; i++)
        {
            var same = typed[i - 1] == letter;
            var cost = Math.Min(above[i - 1] + (same ? 0 : 1), Math.Min(above[i], row[i - 1]) + 1);
            if (depth > 1 && i > 1 && typed[i - 2] == letter && typed[i - 1] == path[depth - 1])
            {
                cost = Math.Min(cost, table[((depth - 2) * width) + i - 2] + 1);
            }

            row[i] = (byte)Math.Min(cost, byte.MaxValue);
            least = Math.Min(least, row[i]);
        }

        return least <= most;
    }
}
