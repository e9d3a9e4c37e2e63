using System.Text;
using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Model;

/// <summary>
/// What words are looked for in. Titles and numbers come first, each between bars, so that an exact one can be told; a natural
/// person's name is in neither, because the document does not hold it.
/// </summary>
/// <param name="Title">Folded titles, then id and numbers in their comparing form.</param>
/// <param name="Body">Everything else, folded.</param>
internal readonly record struct SearchText(string Title, string Body)
{
    public static SearchText Of(OperationDocument document)
    {
        var title = new StringBuilder("|");
        foreach (var text in document.Title.Values)
        {
            Add(title, TitleForm(TextFold.Fold(text)));
        }

        Add(title, CodeForm(document.Id));
        foreach (var number in document.Contracts.Prepend(document.LocalId).Append(document.Call?.Code))
        {
            Add(title, CodeForm(number));
        }

        return new SearchText(title.ToString(), BodyOf(document));
    }

    /// <summary>The comparing form of a number, in the small letters of folded text.</summary>
    public static string CodeForm(string? code) => CodeText.Normalise(code).ToLowerInvariant();

    /// <summary>A folded title without quotation marks around it.</summary>
    public static string TitleForm(string folded) => folded.Trim('"', ' ');

    private static string BodyOf(OperationDocument document)
    {
        var body = new StringBuilder();
        if (document.Beneficiary is { NaturalPerson: false } beneficiary)
        {
            AddParty(body, beneficiary.Name, beneficiary.Identifiers);
        }

        foreach (var partner in document.Partners)
        {
            AddParty(body, partner.Name, []);
        }

        foreach (var contractor in document.Contractors.Where(c => !c.NaturalPerson))
        {
            AddParty(body, contractor.Name, contractor.Identifiers);
        }

        AddTexts(body, document.Summary);
        AddTexts(body, document.Aims);
        AddTexts(body, document.Achievements);
        AddLine(body, document.Call?.Name);
        AddLine(body, document.Programme?.Name);
        foreach (var task in document.Tasks)
        {
            AddTexts(body, task.Name);
        }

        foreach (var location in document.Locations)
        {
            AddLine(body, location.Name);
        }

        return body.ToString();
    }

    private static void AddParty(StringBuilder body, string? name, IReadOnlyList<IdentifierDocument> identifiers)
    {
        AddLine(body, name);
        foreach (var identifier in identifiers)
        {
            body.Append(CodeForm(identifier.Value)).Append('\n');
        }
    }

    private static void AddTexts(StringBuilder body, IReadOnlyDictionary<string, TextWithOrigin> texts)
    {
        foreach (var text in texts.Values)
        {
            AddLine(body, text.Text);
        }
    }

    private static void AddLine(StringBuilder body, string? text)
    {
        if (text is not null)
        {
            body.Append(TextFold.Fold(text)).Append('\n');
        }
    }

    private static void Add(StringBuilder title, string text)
    {
        if (text.Length > 0)
        {
            title.Append(text.Replace(Codes.Bar, '/')).Append(Codes.Bar);
        }
    }
}
