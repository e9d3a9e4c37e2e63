using System.Collections.Frozen;
using Splot.Kernel;
using Splot.Portal.Words;
using Splot.Search.Queries;

namespace Splot.Portal.Labels;

/// <summary>A name of a code, ready to be shown.</summary>
/// <param name="Text">The name, or the code where there is none.</param>
/// <param name="Tag">BCP 47 tag of the text; zxx for a bare code.</param>
public readonly record struct Label(string Text, string Tag)
{
    /// <summary>A bare code.</summary>
    public const string NoLanguage = "zxx";

    /// <summary>The language attribute that the text needs on a page of the current language; null where it is the page's.</summary>
    public string? Lang => Tag is NoLanguage || Tag == Languages.Current.Code() ? null : Tag;
}

/// <summary>The labels of all code lists, as they stood when the book was read. Codes are compared without regard to case.</summary>
public sealed class LabelBook
{
    // The voivodeship of two NUTS 2 regions stands in maps, lists and filters as its NUTS 1 region, whose own name is "Makroregion województwo mazowieckie".
    private const string MazowieckieCode = "PL9";
    private static readonly Label Mazowieckie = new("Mazowieckie", "pl");
    private static readonly Label MazowieckieInBulgarian = new("Мазовецко", "bg");

    private readonly FrozenDictionary<(string Kind, string Code, string Language), Label> labels;

    public LabelBook(IEnumerable<(string Kind, string Code, string Language, string Text, string Tag)> rows) =>
        labels = rows.GroupBy(r => (r.Kind, r.Code.ToUpperInvariant(), r.Language)).ToFrozenDictionary(g => g.Key, g => new Label(g.First().Text, g.First().Tag));

    /// <summary>The label in the current language; null where the list has none for the code.</summary>
    public Label? Find(string kind, string? code) =>
        kind == LabelKind.Region && MazowieckieCode.Equals(code, StringComparison.OrdinalIgnoreCase) ? (Languages.Current == Language.Bulgarian ? MazowieckieInBulgarian : Mazowieckie)
        : code is not null && labels.TryGetValue((kind, code.ToUpperInvariant(), Languages.Current.Code()), out var label) ? label : null;

    /// <summary>The names by which what carries a code is found.</summary>
    public SynonymBook Synonyms => field ??= LabelSynonyms.Of(this);

    /// <summary>The codes of a kind, in upper case and in order.</summary>
    public IEnumerable<string> Codes(string kind) => labels.Keys.Where(k => k.Kind == kind).Select(k => k.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The different texts of a code in all languages.</summary>
    public IEnumerable<string> All(string kind, string code) =>
        Languages.All.Select(l => labels.TryGetValue((kind, code.ToUpperInvariant(), l.Code()), out var label) ? label.Text : null).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The label in the current language, else <paramref name="published"/>, else the code itself.</summary>
    public Label Of(string kind, string? code, string? published = null) =>
        Find(kind, code) ?? (published is not null ? new Label(published, Scripts.Language(published) ?? Label.NoLanguage) : new Label(code ?? "", Label.NoLanguage));
}

/// <summary>Kinds of labels in portal_label: the names of the code lists, and regions.</summary>
internal static class LabelKind
{
    public const string Country = "country";
    public const string Fund = "fund";
    public const string Programme = "programme";
    public const string Objective = "objective";
    public const string Theme = "theme";
    public const string Field = "intervention-field";
    public const string Field2014 = "intervention-field-2014";
    public const string Objective2014 = "thematic-objective-2014";
    public const string RegionCategory = "region-category";
    public const string Region = "region";
}
