using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.ImportOperations;

/// <summary>Titles and summaries of a row by language, with their origins.</summary>
internal sealed class RowTexts
{
    public RowTexts(RowSource row, ListContext list)
    {
        var said = row.Value(Field.OriginalLanguage)?.ToLowerInvariant();
        var title = row.Text(Field.Title);
        var titles = new (string Language, string? Text)[] { ("pl", row.Text(Field.TitlePl)), ("bg", row.Text(Field.TitleBg)), ("en", row.Text(Field.TitleEn)) };
        var given = titles.Where(t => t.Text is not null).ToList();
        Original = said is { Length: 2 } or "und" ? said : title is not null || given.Count == 0 ? list.Language : given.Exists(t => t.Language == list.Language) ? list.Language : given[0].Language;
        var machine = row.Values(Field.MachineTexts);
        Add(title, given, list);
        foreach (var language in TitleOrigin.Keys.Where(l => machine.Contains("title_" + l, StringComparer.Ordinal)).ToList())
        {
            TitleOrigin[language] = TextOrigin.Machine;
        }

        var summaries = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal);
        foreach (var (language, field) in ((string, string)[])[(Original, Field.Summary), ("pl", Field.SummaryPl), ("bg", Field.SummaryBg), ("en", Field.SummaryEn)])
        {
            if (row.Text(field) is { } text)
            {
                summaries.TryAdd(language, new TextWithOrigin(
                    text,
                    language == Original ? TextOrigin.Original : machine.Contains("summary_" + language, StringComparer.Ordinal) ? TextOrigin.Machine : list.TranslationOrigin));
            }
        }

        Summary = summaries;
    }

    /// <summary>Code of the language in which the row was published; und where nothing tells.</summary>
    public string Original { get; }

    public Dictionary<string, string> Title { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TextOrigin> TitleOrigin { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, TextWithOrigin> Summary { get; }

    private void Add(string? title, List<(string Language, string? Text)> given, ListContext list)
    {
        if (title is not null)
        {
            Title[Original] = title;
        }

        foreach (var (language, text) in given)
        {
            if (Title.TryAdd(language, text!) && language != Original)
            {
                TitleOrigin[language] = list.TranslationOrigin;
            }
        }

        // The same words in both columns are no translation.
        if (Title.TryGetValue("en", out var english) && Original != "en" && Title.TryGetValue(Original, out var original) && english == original)
        {
            Title.Remove("en");
            TitleOrigin.Remove("en");
        }
    }
}
