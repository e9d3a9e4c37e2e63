using Splot.Search.Text;

namespace Splot.Search.Words;

/// <summary>
/// The rules of a hunspell .aff file, arranged for the way back: by the key of what they append, then by the key of what they strip. Read are SFX and
/// PFX with one-letter flags; options of spell checkers (REP, MAP, TRY, compounds …) do not matter here.
/// </summary>
internal sealed class AffixRules
{
    private readonly Dictionary<string, Group[]>.AlternateLookup<ReadOnlySpan<char>> byAppended;

    private AffixRules(Dictionary<string, Group[]> byAppended, IReadOnlyList<Prefix> prefixes, string suffixFlags)
    {
        this.byAppended = byAppended.GetAlternateLookup<ReadOnlySpan<char>>();
        Prefixes = prefixes;
        SuffixFlags = suffixFlags;
        LongestAppended = byAppended.Keys.Select(k => k.Length).DefaultIfEmpty(-1).Max();
    }

    /// <summary>What may stand before a word.</summary>
    public IReadOnlyList<Prefix> Prefixes { get; }

    /// <summary>The flags of all suffix rules.</summary>
    public string SuffixFlags { get; }

    /// <summary>The longest key that a rule appends; -1 without rules.</summary>
    public int LongestAppended { get; }

    /// <summary>The rules that append a text with this key; empty where there are none.</summary>
    public ReadOnlySpan<Group> For(ReadOnlySpan<char> appendedKey) => byAppended.TryGetValue(appendedKey, out var groups) ? groups : default;

    /// <summary>Reads an .aff file; throws <see cref="FormatException"/> with the line where it is not one.</summary>
    public static AffixRules Read(TextReader file)
    {
        var suffixes = new List<(string Appended, string Stripped, Suffix Rule)>();
        var prefixes = new List<Prefix>();
        var number = 0;
        while (file.ReadLine() is { } line)
        {
            number++;
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts is ["FLAG", ..] || (parts is ["SET", var set, ..] && set != "UTF-8"))
            {
                throw new FormatException($"Line {number}: {line.Trim()} is not supported.");
            }

            if (parts.Length < 4 || parts[0] is not ("SFX" or "PFX") || IsHeader(parts))
            {
                continue;
            }

            if (parts[1].Length != 1)
            {
                throw new FormatException($"Line {number}: the flag {parts[1]} has more than one letter.");
            }

            var appended = Text(parts[3].Split('/')[0]);
            if (parts[0] == "PFX")
            {
                prefixes.Add(new Prefix(parts[1][0], appended, Letters.Key(appended)));
            }
            else
            {
                var stripped = Text(parts[2]);
                var condition = parts.Length > 4 ? AffixCondition.Parse(parts[4]) : null;
                suffixes.Add((Letters.Key(appended), Letters.Key(stripped), new Suffix(parts[1][0], stripped, appended, condition)));
            }
        }

        return new AffixRules(Arrange(suffixes), prefixes, string.Concat(suffixes.Select(s => s.Rule.Flag).Distinct()));
    }

    private static string Text(string part) => part == "0" ? "" : part;

    // "SFX A Y 8" opens the rules of a flag.
    private static bool IsHeader(string[] parts) => parts.Length == 4 && parts[2] is "Y" or "N" && parts[3].All(char.IsAsciiDigit);

    private static Dictionary<string, Group[]> Arrange(List<(string Appended, string Stripped, Suffix Rule)> suffixes) => suffixes
        .GroupBy(s => s.Appended, StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => g.GroupBy(s => s.Stripped, StringComparer.Ordinal).Select(s => new Group(s.Key, [.. s.Select(r => r.Rule)])).ToArray(),
            StringComparer.Ordinal);

    /// <summary>Rules that strip texts with the same key.</summary>
    internal sealed record Group(string StrippedKey, Suffix[] Rules);

    /// <summary>A form is the word without <see cref="Stripped"/>, followed by <see cref="Appended"/>, for words with the flag that fulfil the condition.</summary>
    internal sealed record Suffix(char Flag, string Stripped, string Appended, AffixCondition? Condition)
    {
        public bool Fits(ReadOnlySpan<char> word, string flags) =>
            flags.Contains(Flag, StringComparison.Ordinal) && word.EndsWith(Stripped, StringComparison.Ordinal) && (Condition is null || Condition.Matches(word));
    }

    /// <summary>Stands before a word with the flag.</summary>
    internal sealed record Prefix(char Flag, string Text, string Key);
}
