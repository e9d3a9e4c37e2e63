using System.Runtime.InteropServices;
using Splot.Search.Text;

namespace Splot.Search.Segments;

/// <summary>The numbers of a word: those of its terms and, if it is none of them itself, that of its surface.</summary>
/// <param name="First">Where its terms begin in the list of terms.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Surface">Its number in <see cref="TermNumbers.Surfaces"/>; −1 if the surface is one of the terms.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordNumbers(int First, int Count, int Surface);

/// <summary>
/// Numbers for the words of one run, mostly found by the number that the analyzer gave a word. Holds no references: a large table of those would be searched by every collection.
/// </summary>
internal sealed class TermNumbers
{
    private readonly List<int> termLists = [];
    private (int Word, WordNumbers Numbers)[] known = new (int, WordNumbers)[1 << 12];
    private int used;

    /// <summary>Terms by number.</summary>
    public Vocabulary Terms { get; } = new();

    /// <summary>Surfaces by number.</summary>
    public Vocabulary Surfaces { get; } = new();

    public ReadOnlySpan<int> TermsOf(WordNumbers word) => CollectionsMarshal.AsSpan(termLists).Slice(word.First, word.Count);

    public WordNumbers Of(in AnalysedWord word)
    {
        ref var slot = ref Slot(word.Number);
        if (slot.Word == word.Number)
        {
            return slot.Numbers;
        }

        slot = (word.Number, Number(word));
        var numbers = slot.Numbers;
        if (++used * 2 > known.Length)
        {
            Grow();
        }

        return numbers;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(known);
        termLists.Clear();
        used = 0;
        Terms.Clear();
        Surfaces.Clear();
    }

    private WordNumbers Number(in AnalysedWord word)
    {
        var first = termLists.Count;
        foreach (var term in word.Terms)
        {
            var number = Terms.Number(term);
            if (termLists.IndexOf(number, first) < 0)
            {
                termLists.Add(number);
            }
        }

        var isTerm = word.Terms.AsSpan().Contains(word.Surface);
        return new WordNumbers(first, termLists.Count - first, isTerm ? -1 : Surfaces.Number(word.Surface));
    }

    /// <summary>The slot of a word, or a free one (0).</summary>
    private ref (int Word, WordNumbers Numbers) Slot(int word)
    {
        for (uint mask = (uint)known.Length - 1, slot = (uint)word * 0x9E3779B1u >> 5; ; slot++)
        {
            ref var entry = ref known[slot & mask];
            if (entry.Word == word || entry.Word == 0)
            {
                return ref entry;
            }
        }
    }

    private void Grow()
    {
        var old = known;
        known = new (int, WordNumbers)[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Word != 0)
            {
                Slot(entry.Word) = entry;
            }
        }
    }
}
