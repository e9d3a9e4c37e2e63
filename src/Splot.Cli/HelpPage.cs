using System.Text;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Cli;

/// <summary>Help, made from what the verbs say about themselves.</summary>
internal static class HelpPage
{
    /// <summary>All verbs, or those that begin with the words given.</summary>
    public static string Overview(IReadOnlyList<Verb> verbs, IReadOnlyList<string> words)
    {
        var shown = words.Count > 0 && Beginning(verbs, words) is { Count: > 0 } some ? some : verbs;
        var page = new StringBuilder("Splot: the register of funded operations, from the terminal.\n\nUsage: splot VERB [OPTIONS]\n\n");
        foreach (var verb in shown)
        {
            Row(page, $"{verb.Name} {verb.Arguments}", verb.Help);
        }

        return page.Append("\nsplot VERB --help says more about one of them. Options that all share:\n\n").Append(SharedOptions()).ToString();
    }

    /// <summary>One verb.</summary>
    public static string Of(Verb verb)
    {
        var page = new StringBuilder($"{verb.Help}\n\nUsage: splot {verb.Name} {verb.Arguments}".TrimEnd());
        page.Append(verb.Options.Count > 0 ? " [OPTIONS]\n\n" : "\n\n");
        foreach (var option in verb.Options)
        {
            Row(page, $"{option.Name} {option.Value}", option.Help);
        }

        return page.Append(verb.Options.Count > 0 ? "\n" : string.Empty).Append("Options that all verbs share:\n\n").Append(SharedOptions()).ToString();
    }

    /// <summary>What to say where no verb has this name.</summary>
    public static string NoSuchVerb(IReadOnlyList<Verb> verbs, IReadOnlyList<string> words)
    {
        var near = Beginning(verbs, words).Select(v => "splot " + v.Name).ToList();
        return near.Count > 0
            ? $"splot {words[0]} needs one more word: {string.Join(", ", near)}."
            : $"There is no splot {words[0]}. splot --help lists what there is.";
    }

    /// <summary>How many words a verb takes, by the names in its help.</summary>
    public static int MostArguments(Verb verb) =>
        verb.Arguments.Contains('…', StringComparison.Ordinal) ? int.MaxValue : verb.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static List<Verb> Beginning(IReadOnlyList<Verb> verbs, IReadOnlyList<string> words) =>
        [.. verbs.Where(v => v.Name.StartsWith(words[0] + " ", StringComparison.Ordinal))];

    private static string SharedOptions()
    {
        var page = new StringBuilder();
        foreach (var option in SplotOptionsReader.Shared)
        {
            Row(page, $"{option.Name} {option.Value}", option.Help);
        }

        return page.ToString();
    }

    private static void Row(StringBuilder page, string name, string help) => page.Append("  ").Append(name.TrimEnd().PadRight(30)).Append(' ').Append(help).Append('\n');
}
