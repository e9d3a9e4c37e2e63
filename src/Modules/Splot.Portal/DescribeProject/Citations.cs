using System.Globalization;
using System.Text;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Model;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.DescribeProject;

/// <summary>References to a project's page for bibliographies.</summary>
internal static class Citations
{
    public static string BibTex(PublicOperation operation, SiteOptions site)
    {
        var document = operation.Document;
        var entry = new StringBuilder("@misc{").Append(operation.Id).Append(",\n");
        Field(entry, "title", "{" + Escaped(Title(document)) + "}");
        if (document.Beneficiary is { NaturalPerson: false, Name: { } name })
        {
            Field(entry, "author", "{" + Escaped(name) + "}");
        }

        Field(entry, "year", document.UpdatedAt.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture));
        Field(entry, "howpublished", Escaped(site.Name));
        Field(entry, "url", Page(operation, site));
        Field(entry, "note", Escaped(document.LocalId ?? operation.Id));
        return entry.Append("}\n").ToString();
    }

    public static string Ris(PublicOperation operation, SiteOptions site)
    {
        var document = operation.Document;
        var reference = new StringBuilder();
        Line(reference, "TY", "DATA");
        Line(reference, "ID", operation.Id);
        Line(reference, "TI", Title(document));
        if (document.Beneficiary is { NaturalPerson: false, Name: { } name })
        {
            Line(reference, "AU", name);
        }

        Line(reference, "PY", document.UpdatedAt.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture));
        Line(reference, "DA", document.UpdatedAt.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        Line(reference, "PB", site.Name);
        Line(reference, "M1", document.LocalId ?? operation.Id);
        Line(reference, "UR", Page(operation, site));
        Line(reference, "ER", "");
        return reference.ToString();
    }

    /// <summary>An invented example says so wherever it is quoted.</summary>
    private static string Title(OperationDocument document) => (document.Demo ? Feeds.Text.Invented + " " : "") + Shown.Title(document).Text;

    private static string Page(PublicOperation operation, SiteOptions site) => site.PublicUrl?.TrimEnd('/') + "/" + Languages.Current.Code() + "/projects/" + operation.Id;

    private static void Field(StringBuilder entry, string name, string value) => entry.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");

    private static void Line(StringBuilder reference, string tag, string value) => reference.Append(tag).Append("  - ").Append(OneLine(value)).Append("\r\n");

    private static string Escaped(string text) => string.Concat(OneLine(text).Select(c => c switch
    {
        // Each would end a value or begin a command.
        '\\' => "\\textbackslash{}",
        '^' or '~' => "\\" + c + "{}",
        '{' or '}' or '$' or '&' or '#' or '%' or '_' => "\\" + c,
        _ => c.ToString(),
    }));

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
