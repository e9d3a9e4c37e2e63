using System.Numerics;
using Splot.Search.Text;

namespace Splot.Search.Words;

/// <summary>
/// The words of a hunspell .dic file in one block of letters, found by key through a hash table over numbers: about 25 bytes for a word instead of a
/// string and a dictionary entry each. Words with anything but letters in them are left out: the analyzer takes such words apart.
/// </summary>
internal sealed class WordList
{
    private const uint HashStart = 2166136261;

    private readonly char[] letters;
    private readonly int[] starts;
    private readonly uint[] hashes;
    private readonly ushort[] flagSets;
    private readonly string[] flags;
    private readonly int[] heads;
    private readonly int[] nexts;

    private WordList(Reading read)
    {
        letters = [.. read.Letters];
        starts = [.. read.Starts, letters.Length];
        hashes = [.. read.Hashes];
        flagSets = [.. read.FlagSets];
        flags = [.. read.Flags.OrderBy(f => f.Value).Select(f => f.Key)];
        heads = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, hashes.Length * 2))];
        nexts = new int[hashes.Length];
        for (var i = hashes.Length - 1; i >= 0; i--)
        {
            ref var head = ref heads[Slot(hashes[i])];
            nexts[i] = head - 1;
            head = i + 1;
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count => hashes.Length;

    /// <summary>Reads a .dic file; throws <see cref="FormatException"/> where it is not one.</summary>
    public static WordList Read(TextReader file)
    {
        if (file.ReadLine() is not { } first || !first.Trim().All(char.IsAsciiDigit))
        {
            throw new FormatException("The first line of a dictionary must be the number of its words.");
        }

        var read = new Reading();
        while (file.ReadLine() is { } line)
        {
            read.Add(line);
        }

        return new WordList(read);
    }

    /// <summary>The hash of the empty key, to go on with <see cref="Append(uint, char)"/>.</summary>
    public static uint EmptyHash => HashStart;

    /// <summary>The hash of a key that is one letter longer.</summary>
    public static uint Append(uint hash, char letter) => (hash ^ letter) * 16777619;

    /// <summary>The hash of a key that is a text longer.</summary>
    public static uint Append(uint hash, ReadOnlySpan<char> key)
    {
        foreach (var letter in key)
        {
            hash = Append(hash, letter);
        }

        return hash;
    }

    /// <summary>The first word whose key consists of the two parts and has this hash, or -1.</summary>
    public int First(uint hash, ReadOnlySpan<char> start, ReadOnlySpan<char> end) => Match(heads[Slot(hash)] - 1, hash, start, end);

    /// <summary>The next word with the same key, or -1.</summary>
    public int Next(int word, uint hash, ReadOnlySpan<char> start, ReadOnlySpan<char> end) => Match(nexts[word], hash, start, end);

    /// <summary>The word as the dictionary writes it.</summary>
    public ReadOnlySpan<char> Word(int word) => letters.AsSpan(starts[word], starts[word + 1] - starts[word]);

    /// <summary>Its flags.</summary>
    public string Flags(int word) => flags[flagSets[word]];

    private int Slot(uint hash) => (int)((hash * 2654435769u) >> 7 & (uint)(heads.Length - 1));

    private int Match(int word, uint hash, ReadOnlySpan<char> start, ReadOnlySpan<char> end)
    {
        while (word >= 0 && (hashes[word] != hash || !HasKey(word, start, end)))
        {
            word = nexts[word];
        }

        return word;
    }

    private bool HasKey(int word, ReadOnlySpan<char> start, ReadOnlySpan<char> end)
    {
        var at = 0;
        foreach (var letter in Word(word))
        {
            foreach (var part in Letters.KeyOf(letter)!)
            {
                if (at >= start.Length + end.Length || part != (at < start.Length ? start[at] : end[at - start.Length]))
                {
                    return false;
                }

                at++;
            }
        }

        return at == start.Length + end.Length;
    }

    private static uint? Hash(ReadOnlySpan<char> word)
    {
        var hash = HashStart;
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter) || Letters.KeyOf(letter) is not { } key)
            {
                return null;
            }

            hash = Append(hash, key);
        }

        return word.IsEmpty ? null : hash;
    }

    // What is read, line by line.
    private sealed class Reading
    {
        public List<char> Letters { get; } = new(1 << 20);

        public List<int> Starts { get; } = [];

        public List<uint> Hashes { get; } = [];

        public List<ushort> FlagSets { get; } = [];

        public Dictionary<string, ushort> Flags { get; } = new(StringComparer.Ordinal);

        // "word/FLAGS" and perhaps remarks after a tab.
        public void Add(string line)
        {
            var end = line.IndexOf('\t', StringComparison.Ordinal);
            var text = line.AsSpan(0, end < 0 ? line.Length : end).Trim();
            var slash = text.IndexOf('/');
            var word = slash < 0 ? text : text[..slash];
            if (Hash(word) is { } hash)
            {
                Starts.Add(Letters.Count);
                Letters.AddRange(word);
                Hashes.Add(hash);
                FlagSets.Add(SetOf(slash < 0 ? default : text[(slash + 1)..]));
            }
        }

        private ushort SetOf(ReadOnlySpan<char> written)
        {
            var blank = written.IndexOf(' ');
            var set = blank < 0 ? written : written[..blank];
            if (!Flags.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(set, out var number))
            {
                Flags.Add(set.ToString(), number = checked((ushort)Flags.Count));
            }

            return number;
        }
    }
}
