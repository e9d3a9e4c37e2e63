using System.Collections.Concurrent;

namespace Splot.Search.Columns;

/// <summary>A place in a tree.</summary>
/// <param name="Code">Its code: the last piece of its path.</param>
/// <param name="Parent">The place above; −1 at the top.</param>
/// <param name="Level">1 at the top.</param>
internal sealed record PathNode(string Code, int Parent, int Level);

/// <summary>
/// The tree that the values of a column of paths form. Should a code stand at two places, because a territory moved between editions of a
/// classification, both are one place, the first one.
/// </summary>
internal sealed class PathTree
{
    private readonly List<PathNode> nodes = [];
    private readonly List<int> first = [];
    private readonly Dictionary<string, int> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Parent, string Code), int> byPlace = [];
    private readonly int[] nodeOfValue;
    private readonly CodeLists codesUnder;
    private readonly ConcurrentDictionary<int, CodeLists> levels = [];
    private readonly CodeStore column;

    public PathTree(CodeStore column)
    {
        this.column = column;
        nodeOfValue = new int[column.Layout.Values];
        for (var value = 0; value < nodeOfValue.Length; value++)
        {
            nodeOfValue[value] = Node(column.Value(value));
        }

        codesUnder = new CodeLists(nodes.Count, Pairs(0, (node, code) => (node, code)));
    }

    public IReadOnlyList<PathNode> Nodes => nodes;

    /// <summary>The place with a code; −1 if no document lies there or below.</summary>
    public int Find(string code) => byCode.GetValueOrDefault(code, -1);

    /// <summary>The codes of documents that lie at a place or below.</summary>
    public IReadOnlyList<int> CodesUnder(int node) => codesUnder[node].ToArray();

    /// <summary>For each code, the places on a level that it lies at or below, each once.</summary>
    public CodeLists OnLevel(int level) => levels.GetOrAdd(level, l => new CodeLists(column.Layout.Codes, Pairs(l, (node, code) => (code, node))));

    private int Node(string path)
    {
        var node = -1;
        foreach (var piece in path.AsSpan(1).Split('/'))
        {
            var code = path[(piece.Start.Value + 1)..(piece.End.Value + 1)];
            if (!byPlace.TryGetValue((node, code), out var next))
            {
                next = nodes.Count;
                nodes.Add(new PathNode(code, node, node < 0 ? 1 : nodes[node].Level + 1));
                byPlace.Add((node, code), next);
                byCode.TryAdd(code, next);
                first.Add(byCode[code]);
            }

            node = next;
        }

        return node;
    }

    /// <summary>Each code with each place it lies at or below, on one level or (0) on all.</summary>
    private List<(int, int)> Pairs(int level, Func<int, int, (int, int)> pair)
    {
        var pairs = new List<(int, int)>();
        var seen = new HashSet<int>();
        for (var code = 0; code < column.Layout.Codes; code++)
        {
            seen.Clear();
            foreach (var value in column.Set(code))
            {
                for (var node = nodeOfValue[value]; node >= 0; node = nodes[node].Parent)
                {
                    if ((level == 0 || nodes[node].Level == level) && seen.Add(first[node]))
                    {
                        pairs.Add(pair(first[node], code));
                    }
                }
            }
        }

        return pairs;
    }
}
