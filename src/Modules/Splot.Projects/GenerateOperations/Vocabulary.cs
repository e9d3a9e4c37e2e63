namespace Splot.Projects.GenerateOperations;

/// <summary>
/// Words of one language with frequencies after Zipf's law: the word of rank r comes about half as often as that of rank r/2. Known
/// words make up nine tenths of a text, a long tail of rare invented ones the rest.
/// </summary>
internal sealed class Vocabulary
{
    private const int Slots = 1 << 16;
    private const int TailSlots = Slots / 10;
    private const int RareWords = 4000;
    private const long Weight = 1L << 40;

    private const int FunctionWords = 40;

    private readonly string[] words;
    private readonly int known;
    private readonly ushort[] lookup = new ushort[Slots];

    private Vocabulary(string text, string syllables)
    {
        words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        known = words.Length;
        words = [.. words, .. Rare(syllables.Split(' '))];
        Spread(0, known, 0, Slots - TailSlots);
        Spread(known, words.Length, Slots - TailSlots, Slots);
    }

    /// <summary>Polish.</summary>
    public static Vocabulary Polish { get; } = new(InventedWords.Polish, InventedWords.LatinSyllables);

    /// <summary>Bulgarian.</summary>
    public static Vocabulary Bulgarian { get; } = new(InventedWords.Bulgarian, InventedWords.CyrillicSyllables);

    /// <summary>English.</summary>
    public static Vocabulary English { get; } = new(InventedWords.English, InventedWords.LatinSyllables);

    /// <summary>The vocabulary of a language.</summary>
    public static Vocabulary Of(string language) => language switch
    {
        "pl" => Polish,
        "bg" => Bulgarian,
        _ => English,
    };

    /// <summary>Two words for the price of one random number.</summary>
    public (string First, string Second) Pair(Random random)
    {
        var bits = random.Next();
        return (words[lookup[bits & (Slots - 1)]], words[lookup[(bits >> 15) & (Slots - 1)]]);
    }

    /// <summary>A word that means something by itself, for titles; all are equally frequent.</summary>
    public string Telling(Random random) => words[random.Next(FunctionWords, known)];

    // Slots of a run of words by 1/rank, in whole numbers; every word gets at least one where there are enough.
    private void Spread(int firstWord, int lastWord, int firstSlot, int lastSlot)
    {
        var total = 0L;
        for (var word = firstWord; word < lastWord; word++)
        {
            total += Weight / (word + 2);
        }

        var reached = 0L;
        var slot = firstSlot;
        for (var word = firstWord; word < lastWord; word++)
        {
            reached += Weight / (word + 2);
            var until = firstSlot + (int)((Int128)reached * (lastSlot - firstSlot) / total);
            while (slot < until)
            {
                lookup[slot++] = (ushort)word;
            }
        }
    }

    private static IEnumerable<string> Rare(string[] syllables)
    {
        for (var i = 0; i < RareWords; i++)
        {
            // 7919 is prime to the number of words: neighbours in rank do not begin alike.
            var n = i * 7919 % (syllables.Length * syllables.Length * syllables.Length);
            yield return syllables[n % syllables.Length] + syllables[n / syllables.Length % syllables.Length] + syllables[n / syllables.Length / syllables.Length];
        }
    }
}
