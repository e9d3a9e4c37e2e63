using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Splot.Search.Text;

namespace Splot.Search.Segments;

/// <summary>The numbers of a word: those of its terms and, if it is none of them itself, that of its surface.</summary>
/// <param name="First">Where its terms begin in <see cref="TermNumbers.Terms"/>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Surface">Its number in <see cref="TermNumbers.Surfaces"/>; −1 if the surface is one of the terms.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordNumbers(int First, int Count, int Surface);

/// <summary>
/// Numbers for the words of one run. An analyzer gives the same objects for the same word again and again, so a word is mostly known by their addresses.
/// </summary>
internal sealed class TermNumbers
{
    private readonly List<int> termLists = [];
    private (string[]? Terms, string Surface, WordNumbers Numbers)[] known = new (string[]?, string, WordNumbers)[1 << 16];
    private int used;

    /// <summary>Terms by number.</summary>
    public Vocabulary Terms { get; } = new();

    /// <summary>Surfaces by number.</summary>
    public Vocabulary Surfaces { get; } = new();

    public ReadOnlySpan<int> TermsOf(WordNumbers word) => CollectionsMarshal.AsSpan(termLists).Slice(word.First, word.Count);

    public WordNumbers Of(in AnalysedWord word)
    {
        ref var slot = ref Slot(word.Terms, word.Surface);
        if (slot.Terms is null)
        {
            var numbers = Number(word);
            slot = (word.Terms, word.Surface, numbers);
            if (++used * 2 > known.Length)
            {
                Grow();
            }

            return numbers;
        }

        return slot.Numbers;
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

    private ref (string[]? Terms, string Surface, WordNumbers Numbers) Slot(string[] terms, string surface)
    {
        var slot = (((uint)RuntimeHelpers.GetHashCode(terms) * 31) + (uint)RuntimeHelpers.GetHashCode(surface)) * 0x9E3779B1u >> 7;
        for (var mask = (uint)known.Length - 1; ; slot++)
        {
            ref var entry = ref known[slot & mask];
            if (entry.Terms is null || (ReferenceEquals(entry.Surface, surface) && ReferenceEquals(entry.Terms, terms)))
            {
                return ref entry;
            }
        }
    }

    private void Grow()
    {
        var old = known;
        known = new (string[]?, string, WordNumbers)[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Terms is not null)
            {
                Slot(entry.Terms, entry.Surface) = entry;
            }
        }
    }
}

/// <summary>Words and their numbers, with their UTF-8 bytes for sorting.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int> starts = [0];
    private byte[] bytes = new byte[1 << 16];

    public int Count => numbers.Count;

    public ReadOnlySpan<byte> this[int number] => bytes.AsSpan(starts[number]..starts[number + 1]);

    public int Number(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
        if (!known)
        {
            number = numbers.Count - 1;
            var size = Encoding.UTF8.GetMaxByteCount(word.Length);
            if (bytes.Length < starts[number] + size)
            {
                Array.Resize(ref bytes, Math.Max(bytes.Length * 2, starts[number] + size));
            }

            starts.Add(starts[number] + Encoding.UTF8.GetBytes(word, bytes.AsSpan(starts[number])));
        }

        return number;
    }

    /// <summary>All numbers, in the order of the words' bytes.</summary>
    public int[] Sorted()
    {
        var order = new (ulong Head, int Number)[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (DictionaryWriter.Head(this[i]), i);
        }

        Array.Sort(order, (x, y) => x.Head != y.Head ? x.Head.CompareTo(y.Head) : this[x.Number].SequenceCompareTo(this[y.Number]));
        return Array.ConvertAll(order, o => o.Number);
    }

    public void Clear()
    {
        numbers.Clear();
        starts.RemoveRange(1, starts.Count - 1);
    }
}
