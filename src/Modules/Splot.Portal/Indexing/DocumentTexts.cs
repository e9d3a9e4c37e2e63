using Splot.Contracts.Projects;
using Splot.Search.Documents;
using Splot.Search.Text;

namespace Splot.Portal.Indexing;

/// <summary>The words by which an operation is found. A natural person's name is not among them, because the document does not hold it.</summary>
internal static class DocumentTexts
{
    public static void Add(SearchDocument target, OperationDocument document)
    {
        var own = Language(document.OriginalLanguage) is var said and not TextLanguage.None ? said : Language(document.Country?.ToLowerInvariant());
        foreach (var (language, title) in document.Title)
        {
            target.AddText(TextRole.Title, Language(language), title);
        }

        foreach (var number in document.Contracts.Prepend(document.LocalId).Prepend(document.Id).Append(document.Call?.Code).Distinct(StringComparer.Ordinal))
        {
            target.AddText(TextRole.Identifier, TextLanguage.None, number);
        }

        AddParties(target, document, own);
        AddTexts(target, document.Summary);
        AddTexts(target, document.Aims);
        AddTexts(target, document.Achievements);
        foreach (var texts in document.TargetGroups.Concat(document.ExpectedResults).Concat(document.Tasks.Select(t => t.Name)).Concat(document.Indicators.Select(i => i.Name)))
        {
            AddTexts(target, texts);
        }

        target.AddText(TextRole.Body, own, document.Call?.Name);
        target.AddText(TextRole.Body, own, document.Programme?.Name);
        target.AddText(TextRole.Body, TextLanguage.None, document.Objective?.Code);
        foreach (var location in document.Locations)
        {
            target.AddText(TextRole.Body, own, location.Name);
        }
    }

    /// <summary>The language of analysis for a two-letter code; none for other languages.</summary>
    public static TextLanguage Language(string? code) => code switch
    {
        "pl" => TextLanguage.Polish,
        "bg" => TextLanguage.Bulgarian,
        "en" => TextLanguage.English,
        _ => TextLanguage.None,
    };

    private static void AddParties(SearchDocument target, OperationDocument document, TextLanguage own)
    {
        if (document.Beneficiary is { NaturalPerson: false } beneficiary)
        {
            target.AddText(TextRole.Beneficiary, own, beneficiary.Name);
            AddNumbers(target, beneficiary);
        }

        foreach (var partner in document.Partners)
        {
            target.AddText(TextRole.Body, own, partner.Name);
        }

        foreach (var contractor in document.Contractors.Where(c => !c.NaturalPerson))
        {
            target.AddText(TextRole.Body, own, contractor.Name);
            AddNumbers(target, contractor);
        }
    }

    private static void AddNumbers(SearchDocument target, PartyDocument party)
    {
        foreach (var identifier in party.Identifiers)
        {
            target.AddText(TextRole.Body, TextLanguage.None, identifier.Value);
        }
    }

    private static void AddTexts(SearchDocument target, IReadOnlyDictionary<string, TextWithOrigin> texts)
    {
        foreach (var (language, text) in texts)
        {
            target.AddText(TextRole.Body, Language(language), text.Text);
        }
    }
}
