using Splot.Kernel;
using Splot.Ui;

namespace Splot.Persons.KeepClauses;

/// <summary>The texts of a clause in a form: reading them, and filling them in beforehand.</summary>
internal static class ClauseForm
{
    private const int LongestTitle = 200;
    private const int LongestText = 20_000;

    /// <summary>The field of a title.</summary>
    public static string TitleIn(Language language) => "title-" + language.Code();

    /// <summary>The field of a text.</summary>
    public static string TextIn(Language language) => "text-" + language.Code();

    /// <summary>The languages that are filled in; title and text go together, and one language at least is needed.</summary>
    public static IReadOnlyDictionary<Language, ClauseText> Read(PostedForm form)
    {
        var texts = new Dictionary<Language, ClauseText>();
        foreach (var language in ClauseLanguages.All)
        {
            var (title, text) = (form.Text(TitleIn(language), LongestTitle), form.Lines(TextIn(language), LongestText));
            if (title is not null && text is not null)
            {
                texts[language] = new ClauseText(title, text);
            }
            else if (text is not null)
            {
                form.Reject(TitleIn(language), Text.TitleMissing);
            }
            else if (title is not null)
            {
                form.Reject(TextIn(language), Text.TextMissing);
            }
        }

        if (texts.Count == 0 && form.IsValid)
        {
            form.Reject(TitleIn(ClauseLanguages.All[0]), Text.OneLanguage);
        }

        return texts;
    }

    public static PostedForm Of(IReadOnlyDictionary<string, ClauseText> texts)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var language in ClauseLanguages.All.Where(l => texts.ContainsKey(l.Code())))
        {
            values[TitleIn(language)] = [texts[language.Code()].Title];
            values[TextIn(language)] = [texts[language.Code()].Text];
        }

        return new PostedForm(values);
    }
}
