using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>Ranks the hits of a segment by relevance: sum of weight in the query × weight in the document over the words that occur, and exact titles and identifiers before all others.</summary>
internal sealed unsafe class Ranker
{
    /// <summary>Above any sum of weights: an exact title or identifier, that of a document that stands back, and that of another.</summary>
    private const uint Exact = 1u << 29;
    private const int FewRows = 320;

    private readonly IReadOnlyList<RankedWord> words;
    private readonly Dictionary<int, uint> bonuses = [];
    private readonly HashSet<int> bonusWindows = [];
    private readonly Segment segment;
    private readonly uint* scores;

    public Ranker(Segment segment, IReadOnlyList<RankedWord> words, List<int> exact, Scratch scratch)
    {
        (this.segment, this.words) = (segment, words);
        scores = scratch.Take<uint>(Window.Rows);
        foreach (var document in exact)
        {
            bonuses[document] = segment.StandsBack(document) ? Exact : 2 * Exact;
            bonusWindows.Add(document >> Window.Shift);
        }
    }

    /// <summary>Adds the hits of a window.</summary>
    [MethodImpl(Hot.Loop)]
    public void Add(int window, ulong* hits, ushort* rows, int count, TopHits top)
    {
        foreach (var word in words)
        {
            word.Matcher?.Weigh(window);
        }

        var least = top.Last is { } last ? (uint)~last.Rank : 0;
        if (count <= FewRows || bonusWindows.Contains(window))
        {
            for (var i = 0; i < count; i++)
            {
                Offer(window, rows[i], Score(window, rows[i]), ref least, top);
            }

            return;
        }

        ScoreAll(window);
        for (var word = 0; word < Window.Words; word++)
        {
            for (var left = hits[word] & AtLeast(scores + (word * 64), least); left != 0; left &= left - 1)
            {
                var row = (word << 6) + BitOperations.TrailingZeroCount(left);
                Offer(window, row, scores[row], ref least, top);
            }
        }
    }

    /// <summary>The score of one row.</summary>
    public uint Score(int window, int row)
    {
        var document = (window << Window.Shift) + row;
        var score = bonuses.Count == 0 ? 0 : bonuses.GetValueOrDefault(document);
        foreach (var word in words)
        {
            score += word.Matcher is not null
                ? (uint)word.Weight * word.Matcher.Weights[row]
                : (uint)word.Weight * RankedWord.PrefixWeight * (uint)((((ulong*)word.Set)[document >> 6] >> document) & 1);
        }

        return score;
    }

    [MethodImpl(Hot.Loop)]
    private static ulong AtLeast(uint* scores, uint least)
    {
        var limit = Vector512.Create(least);
        ulong found = 0;
        for (var i = 0; i < 64; i += Vector512<uint>.Count)
        {
            found |= Vector512.GreaterThanOrEqual(Vector512.Load(scores + i), limit).ExtractMostSignificantBits() << i;
        }

        return found;
    }

    private void Offer(int window, int row, uint score, ref uint least, TopHits top)
    {
        if (score >= least)
        {
            top.Add(new Hit(false, ~(long)score, segment.Keys[(window << Window.Shift) + row]));
            least = top.Last is { } last ? (uint)~last.Rank : 0;
        }
    }

    private void ScoreAll(int window)
    {
        new Span<uint>(scores, Window.Rows).Clear();
        foreach (var word in words)
        {
            if (word.Matcher is not null)
            {
                AddWeights(word.Matcher.Weights, (uint)word.Weight);
            }
            else
            {
                AddSet((ulong*)word.Set + ((long)window * Window.Words), (uint)word.Weight * RankedWord.PrefixWeight);
            }
        }
    }

    [MethodImpl(Hot.Loop)]
    private void AddWeights(byte* weights, uint factor)
    {
        var times = Vector256.Create(factor);
        for (var i = 0; i < Window.Rows; i += 32)
        {
            var (low, high) = Vector256.Widen(Vector256.Load(weights + i));
            var (a, b) = Vector256.Widen(low);
            var (c, d) = Vector256.Widen(high);
            (Vector256.Load(scores + i) + (a * times)).Store(scores + i);
            (Vector256.Load(scores + i + 8) + (b * times)).Store(scores + i + 8);
            (Vector256.Load(scores + i + 16) + (c * times)).Store(scores + i + 16);
            (Vector256.Load(scores + i + 24) + (d * times)).Store(scores + i + 24);
        }
    }

    [MethodImpl(Hot.Loop)]
    private void AddSet(ulong* set, uint weight)
    {
        for (var word = 0; word < Window.Words; word++)
        {
            for (var left = set[word]; left != 0; left &= left - 1)
            {
                scores[(word << 6) + BitOperations.TrailingZeroCount(left)] += weight;
            }
        }
    }
}
