namespace Splot.Data.Terminal;

/// <summary>What came of reading the words after a verb.</summary>
public abstract record WordsReading
{
    private WordsReading()
    {
    }

    /// <summary>The words are right.</summary>
    /// <param name="Arguments">Words that are no options, in order.</param>
    /// <param name="Options">Values by option name with dashes; a switch has the empty value.</param>
    public sealed record Read(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Options) : WordsReading;

    /// <summary>Wrong usage: end with <see cref="ExitCode.Usage"/>.</summary>
    /// <param name="Sentence">What is wrong and what would be right, for standard error.</param>
    public sealed record Wrong(string Sentence) : WordsReading;
}

/// <summary>
/// Parts the words of a command line. An option stands as <c>--name value</c> or <c>--name=value</c>, a switch as <c>--name</c>, once
/// each; after <c>--</c> everything is a plain word. A value that begins with two dashes needs the form with the equals sign.
/// </summary>
public static class CommandWords
{
    /// <summary>Reads the words that follow a verb, of which only the verb's own options are left.</summary>
    public static WordsReading Read(IReadOnlyList<string> words, IReadOnlyList<VerbOption> options)
    {
        try
        {
            var (found, rest) = Split(words, options, unknownAllowed: false, wordsAllowed: true);
            return new WordsReading.Read(rest, found);
        }
        catch (UsageException wrong)
        {
            return new WordsReading.Wrong(wrong.Message);
        }
    }

    /// <summary>Takes the known options out; what is unknown stays, in order, or is wrong.</summary>
    internal static (IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Others) Split(IReadOnlyList<string> words, IReadOnlyList<VerbOption> known, bool restAllowed) =>
        Split(words, known, restAllowed, restAllowed);

    private static (IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Others) Split(
        IReadOnlyList<string> words, IReadOnlyList<VerbOption> known, bool unknownAllowed, bool wordsAllowed)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--")
            {
                // Kept while a second reading follows, which must still see where plain words begin.
                rest.AddRange(words.Skip(unknownAllowed ? i : i + 1));
                break;
            }

            var name = Name(words[i]);
            if (known.FirstOrDefault(o => o.Name == name) is { } option)
            {
                if (!options.TryAdd(option.Name, Value(words, ref i, option)))
                {
                    throw new UsageException($"{option.Name} is given twice.");
                }
            }
            else if (name is not null && !unknownAllowed)
            {
                throw new UsageException($"Unknown option {name}. Try --help.");
            }
            else
            {
                rest.Add(words[i]);
            }
        }

        return rest.Count == 0 || wordsAllowed ? (options, rest) : throw new UsageException($"{rest[0]} is not understood here. Try --help.");
    }

    private static string? Name(string word)
    {
        if (word is "-h" or "-?")
        {
            return "--help";
        }

        return word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=', 2)[0] : null;
    }

    private static string Value(IReadOnlyList<string> words, ref int place, VerbOption option)
    {
        var parts = words[place].Split('=', 2);
        if (option.Value is null)
        {
            return parts.Length == 2 ? parts[1] : string.Empty;
        }

        if (parts.Length == 2 && parts[1].Length > 0)
        {
            return parts[1];
        }

        if (parts.Length == 2 || place + 1 >= words.Count || words[place + 1].Length == 0 || words[place + 1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new UsageException($"{option.Name} needs a value: {option.Name} {option.Value}.");
        }

        place++;
        return words[place];
    }
}
