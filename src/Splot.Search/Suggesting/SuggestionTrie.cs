using System.Runtime.InteropServices;
using System.Text;

namespace Splot.Search.Suggesting;

/// <summary>
/// Keys in order, and over them a trie whose nodes are numbers: node 0 is the root, the children of a node are neighbours. A node stands for a run of
/// entries whose keys share their first letters; letters are bytes of UTF-8, of which folded texts have mostly one each.
/// </summary>
internal sealed class SuggestionTrie
{
    /// <summary>The longest key in bytes.</summary>
    public const int LongestKey = 64;

    private readonly TextBlock keys;
    private readonly TextBlock displays;
    private readonly int[] weights;
    private readonly Node[] nodes;

    private SuggestionTrie(TextBlock keys, TextBlock displays, int[] weights)
    {
        this.keys = keys;
        this.displays = displays;
        this.weights = weights;
        nodes = MakeNodes();
    }

    /// <summary>How many entries there are.</summary>
    public int Count => weights.Length;

    public static SuggestionTrie Build(IEnumerable<SuggestionEntry> entries)
    {
        var sorted = entries.Select(e => (Key: KeyOf(e.Folded), e.Display, e.Weight)).Where(e => e.Key.Length > 0).ToArray();
        Array.Sort(sorted, static (left, right) =>
        {
            var byKey = left.Key.AsSpan().SequenceCompareTo(right.Key);
            var byDisplay = byKey != 0 ? byKey : string.CompareOrdinal(left.Display, right.Display);
            return byDisplay != 0 ? byDisplay : right.Weight.CompareTo(left.Weight);
        });

        var sortedKeys = new TextBlock.Builder();
        var sortedDisplays = new TextBlock.Builder();
        var sortedWeights = new List<int>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i].Display != sorted[i - 1].Display || !sorted[i].Key.AsSpan().SequenceEqual(sorted[i - 1].Key))
            {
                sortedKeys.Add(sorted[i].Key);
                sortedDisplays.Add(Encoding.UTF8.GetBytes(sorted[i].Display));
                sortedWeights.Add(sorted[i].Weight);
            }
        }

        return new SuggestionTrie(sortedKeys.Build(), sortedDisplays.Build(), [.. sortedWeights]);
    }

    /// <summary>The bytes that are compared: letters and digits, single blanks for everything between them.</summary>
    public static byte[] KeyOf(string folded)
    {
        var key = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                key.Append(rune.ToString());
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }

            if (key.Length >= LongestKey)
            {
                break;
            }
        }

        var bytes = Encoding.UTF8.GetBytes(key.ToString().TrimEnd());
        return bytes.Length <= LongestKey ? bytes : bytes[..LongestKey];
    }

    public ref readonly Node this[int node] => ref nodes[node];

    public int WeightOf(int entry) => weights[entry];

    public string DisplayOf(int entry) => Encoding.UTF8.GetString(displays[entry]);

    /// <summary>The letters of a node, from the first letter of its keys on.</summary>
    public ReadOnlySpan<byte> LettersOf(int node) => keys[nodes[node].First][..nodes[node].Depth];

    /// <summary>Where the entries of a node end whose keys end with the node itself; they come first.</summary>
    public int EndOfOwn(int node) => nodes[node].Children == 0 ? nodes[node].End : nodes[nodes[node].FirstChild].First;

    /// <summary>The node under which all keys begin with <paramref name="key"/>, if there is one.</summary>
    public List<int> Exact(ReadOnlySpan<byte> key)
    {
        var node = 0;
        while (Count > 0)
        {
            var letters = LettersOf(node);
            var common = letters.CommonPrefixLength(key);
            if (common == key.Length)
            {
                return [node];
            }

            if (common < letters.Length || Child(node, key[common]) is not { } child)
            {
                break;
            }

            node = child;
        }

        return [];
    }

    private int? Child(int node, byte letter)
    {
        ref readonly var parent = ref nodes[node];
        for (var child = parent.FirstChild; child < parent.FirstChild + parent.Children; child++)
        {
            if (keys[nodes[child].First][parent.Depth] == letter)
            {
                return child;
            }
        }

        return null;
    }

    // Breadth first, so that the children of a node are neighbours.
    private Node[] MakeNodes()
    {
        var made = new List<Node>(weights.Length + (weights.Length / 2) + 1) { new() { First = 0, End = weights.Length } };
        for (var i = 0; i < made.Count; i++)
        {
            var node = made[i];
            if (node.End == node.First)
            {
                continue; // no entries at all
            }

            node.Depth = (byte)keys[node.First].CommonPrefixLength(keys[node.End - 1]);
            node.FirstChild = made.Count;
            node.MostWeight = Heaviest(node.First, node.End);
            var start = node.First;
            while (start < node.End && keys[start].Length == node.Depth)
            {
                start++;
            }

            while (start < node.End)
            {
                var end = EndOfLetter(start, node.End, node.Depth);
                made.Add(new Node { First = start, End = end });
                node.Children++;
                start = end;
            }

            made[i] = node;
        }

        return [.. made];
    }

    private int Heaviest(int first, int end)
    {
        var most = int.MinValue;
        foreach (var weight in weights.AsSpan(first..end))
        {
            most = Math.Max(most, weight);
        }

        return most;
    }

    // Where the keys end that have the same letter at the depth as the key at the start has: by doubling steps, then by halves.
    private int EndOfLetter(int start, int end, int depth)
    {
        var letter = keys[start][depth];
        var step = 1;
        while (start + step < end && keys[start + step][depth] == letter)
        {
            start += step;
            step *= 2;
        }

        var low = start;
        var high = Math.Min(start + step, end);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = keys[middle][depth] == letter ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Entries from <see cref="First"/> to before <see cref="End"/>, whose keys share their first <see cref="Depth"/> bytes.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Node
    {
        public int First;
        public int End;
        public int FirstChild;
        public int MostWeight;
        public short Children;
        public byte Depth;
    }
}
