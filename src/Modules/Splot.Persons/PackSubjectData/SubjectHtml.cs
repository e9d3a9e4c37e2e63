using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Splot.Contracts.Persons;
using Splot.Kernel;

namespace Splot.Persons.PackSubjectData;

/// <summary>The answer for people: one page that needs nothing else, to be kept and printed.</summary>
internal static class SubjectHtml
{
    private const string Style = "body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin-bottom:1.5rem}th,td{border-bottom:1px solid #999;padding:.4rem;text-align:left;vertical-align:top}th{width:35%}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(IReadOnlyList<SubjectSection> sections, DateTimeOffset now)
    {
        var language = Languages.Current;
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"").Append(language.Code()).Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Safe(Text.Title))
            .Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<h1>").Append(Safe(Text.Title)).Append("</h1>\n<p>")
            .Append(Safe(Text.MadeOn(language.LongDate(DateOnly.FromDateTime(now.UtcDateTime))))).Append("</p>\n");
        foreach (var section in sections)
        {
            page.Append("<h2>").Append(Safe(section.Title)).Append("</h2>\n");
            foreach (var entry in section.Entries)
            {
                page.Append("<table>\n");
                foreach (var field in entry)
                {
                    page.Append("<tr><th scope=\"row\">").Append(Safe(field.Label)).Append("</th><td>").Append(Safe(field.Value ?? Text.Nothing)).Append("</td></tr>\n");
                }

                page.Append("</table>\n");
            }
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static string Safe(string text) => Encoder.Encode(text);
}
