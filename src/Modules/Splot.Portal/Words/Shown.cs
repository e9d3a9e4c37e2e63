using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Words;

/// <summary>A text chosen for the reader.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">Its two-letter code.</param>
/// <param name="Origin">How it came to be.</param>
public sealed record Shown(string Text, string Language, TextOrigin Origin)
{
    private const int WordBeforeStop = 3;

    /// <summary>The language attribute that the text needs; null where it is the page's language.</summary>
    public string? Lang => Language == Languages.Current.Code() ? null : Language;

    /// <summary>The text as a page sets it.</summary>
    public string Typeset => Typesetting.Of(Text, Language);

    /// <summary>The text in the page's language, else in English, else the original one, else any; null where there is none.</summary>
    public static Shown? Of(IReadOnlyDictionary<string, TextWithOrigin>? texts, string? original) =>
        texts is { Count: > 0 } && Choose(texts.Keys, original) is { } language ? new Shown(texts[language].Text, language, texts[language].Origin) : null;

    /// <summary>The title, chosen in the same way; the id where there is none.</summary>
    public static Shown Title(OperationDocument document) => Choose(document.Title.Keys, document.OriginalLanguage) is { } language
        ? new Shown(document.Title[language], language, document.TitleOrigin.GetValueOrDefault(language, TextOrigin.Original))
        : new Shown(document.LocalId ?? document.Id, Languages.Current.Code(), TextOrigin.Original);

    /// <summary>The published title, where it is another than the shown one.</summary>
    public static Shown? OriginalTitle(OperationDocument document, Shown shown) =>
        document.Title.Where(t => t.Key != shown.Language && !document.TitleOrigin.ContainsKey(t.Key)).Select(t => new Shown(t.Value, t.Key, TextOrigin.Original)).FirstOrDefault();

    /// <summary>The published text, where it is another than the shown one.</summary>
    public static Shown? OriginalOf(IReadOnlyDictionary<string, TextWithOrigin> texts, Shown? shown) =>
        texts.Where(t => t.Key != shown?.Language && t.Value.Origin == TextOrigin.Original).Select(t => new Shown(t.Value.Text, t.Key, TextOrigin.Original)).FirstOrDefault();

    /// <summary>The beginning of a long text, cut between words.</summary>
    public string Beginning(int most)
    {
        if (Text.Length <= most)
        {
            return Text;
        }

        var end = Text.LastIndexOf(' ', most);
        return Text[..(end > most / 2 ? end : most)].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>As many whole sentences from the beginning as fit; the beginning of the first one where not even that does.</summary>
    public string Sentences(int most)
    {
        if (Text.Length <= most)
        {
            return Text;
        }

        for (var end = most; end > WordBeforeStop; end--)
        {
            // Not after an abbreviation: a word of some length, a stop, and a capital letter.
            if (Text[end - 1] is '.' or '!' or '?' && Text[end] == ' ' && end + 1 < Text.Length && char.IsUpper(Text[end + 1]) && Text.AsSpan(end - 1 - WordBeforeStop, WordBeforeStop).IndexOfAny(" .") < 0)
            {
                return Text[..end];
            }
        }

        return Beginning(most);
    }

    private static string? Choose(IEnumerable<string> languages, string? original)
    {
        var all = languages.ToList();
        return new[] { Languages.Current.Code(), "en", original }.OfType<string>().FirstOrDefault(all.Contains) ?? all.Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
