namespace Splot.Search.Suggesting;

/// <summary>Gathers the heaviest entries of nodes, each display once.</summary>
internal sealed class SuggestionsFound(SuggestionTrie trie, int limit)
{
    private readonly HashSet<string> displays = new(StringComparer.Ordinal);
    private readonly List<Suggestion> suggestions = [];

    public bool IsFull => suggestions.Count >= limit;

    public IReadOnlyList<Suggestion> Suggestions => suggestions;

    /// <summary>Takes the heaviest entries under the nodes until there are enough; among equals the one whose key comes first.</summary>
    public void Take(List<int> nodes, int typos)
    {
        // Entries have negative numbers, so that one queue can hold both; an opened node gives its own entries and its children.
        var waiting = new PriorityQueue<int, (int, int)>();
        foreach (var node in nodes)
        {
            Enqueue(waiting, node);
        }

        while (!IsFull && waiting.TryDequeue(out var next, out _))
        {
            if (next < 0)
            {
                var display = trie.DisplayOf(~next);
                if (displays.Add(display))
                {
                    suggestions.Add(new Suggestion(display, trie.WeightOf(~next), typos));
                }

                continue;
            }

            for (var entry = trie[next].First; entry < trie.EndOfOwn(next); entry++)
            {
                waiting.Enqueue(~entry, (-trie.WeightOf(entry), entry));
            }

            for (var child = trie[next].FirstChild; child < trie[next].FirstChild + trie[next].Children; child++)
            {
                Enqueue(waiting, child);
            }
        }
    }

    private void Enqueue(PriorityQueue<int, (int, int)> waiting, int node) => waiting.Enqueue(node, (-trie[node].MostWeight, trie[node].First));
}
