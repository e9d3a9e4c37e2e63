using System.Text.RegularExpressions;
using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Kernel;
using Splot.Portal.Atlas;
using Splot.Portal.ReadProject;
using Splot.Portal.Words;

namespace Splot.Portal.PublicityKit;

/// <summary>What the law asks a project to show.</summary>
public enum PublicityDuty
{
    /// <summary>A plaque or billboard where there is physical investment or equipment, else a poster.</summary>
    Plaque,

    /// <summary>A poster or display.</summary>
    Poster,

    /// <summary>It cannot be said: fund or total cost is not published, or the rules of another period hold.</summary>
    Unknown,
}

/// <summary>A project with what it needs to tell the public that the Union pays (Regulation (EU) 2021/1060, Art. 47, 50 and Annex IX).</summary>
public sealed partial class KitModel(ProjectModel project, ValueBook values)
{
    private const string RulesOf = "2021-2027";
    private const string EventCode = "communication-event";
    private const string BulgarianLetters = "абвгдежз";
    private const int LongTitle = 110;

    public ProjectModel Project => project;

    private OperationDocument Document => project.Document;

    /// <summary>The title as a poster sets it.</summary>
    public Shown Title => project.Title;

    public bool HasLongTitle => project.Title.Text.Length > LongTitle;

    private const int MostAbout = 320;

    /// <summary>One or two sentences on what the project does; null where none are published.</summary>
    public Shown? About => project.Summary is { } summary ? summary with { Text = summary.Sentences(MostAbout) } : null;

    /// <summary>The rules of 2021-2027 hold for the project, as far as its period is published.</summary>
    public bool IsUnderTheseRules => Document.Programme?.Period is null or RulesOf;

    /// <summary>The cost above which the project's fund asks for a plaque; null where it is not known.</summary>
    public CodeFigure? Threshold => IsUnderTheseRules ? values.Find(CodeLists.PublicityThreshold2021, Document.Fund, On) : null;

    /// <summary>Where the duty stands, cited as lawyers of the language cite; a source in another form stands as published.</summary>
    public string Source => Threshold?.Source is not { } source ? Text.SourceText
        : Citation().Match(source) is { Success: true } law ? Text.SourceArticle(law.Groups["law"].Value, law.Groups["article"].Value, law.Groups["paragraph"].Value, Letter(law.Groups["letter"].Value[0]))
        : source;

    /// <summary>The cost above which an event is held.</summary>
    public CodeFigure? EventThreshold => IsUnderTheseRules ? values.Find(CodeLists.PublicityThreshold2021, EventCode, On) : null;

    public PublicityDuty Duty => (Threshold, Document.Budget?.Eur) switch
    {
        ({ } threshold, { } cost) => cost > threshold.Value ? PublicityDuty.Plaque : PublicityDuty.Poster,
        _ => PublicityDuty.Unknown,
    };

    /// <summary>True where the cost alone asks for an event.</summary>
    public bool AsksForEvent => EventThreshold is { } threshold && Document.Budget?.Eur > threshold.Value;

    /// <summary>Total cost and contribution of the Union in words; null where not published.</summary>
    public string? Whole => MoneyWords.Main(Document.Budget);

    public string? FromUnion => MoneyWords.Main(Document.EuContribution);

    /// <summary>The project is an invented example, and everything in its kit says so.</summary>
    public bool IsInvented => Document.Demo;

    /// <summary>The beneficiary's name; null for natural persons and where none is published.</summary>
    public string? Beneficiary => Document.Beneficiary is { NaturalPerson: false, Name: { } name } ? name : null;

    /// <summary>First and last day in words; null where either is not published.</summary>
    public string? Span => TimeWords.LongSpan(Document);

    /// <summary>The paragraph for the beneficiary's website: what, who, how much, and that the Union pays.</summary>
    public string Paragraph => string.Join(' ', new[]
    {
        Beneficiary is { } who ? Text.ParagraphWho(who, Title.Text) : Text.ParagraphWhat(Title.Text),
        About is { Lang: null } about ? about.Text : null,
        Span is { } span ? Text.ParagraphWhen(span.TrimEnd('.')) : null, // a year may end with the stop of „г.“
        (Whole, FromUnion) switch
        {
            ({ } whole, { } union) => Text.ParagraphMoney(whole, union),
            ({ } whole, null) => Text.ParagraphCost(whole),
            _ => null,
        },
        Text.ParagraphUnion(Text.Statement, FundName),
    }.Where(s => s is not null));

    /// <summary>A short text for social media.</summary>
    public string Post(string address) => string.Join(' ', new[] { Text.PostWhat(Cut(Title.Text)), FromUnion is { } union ? Text.PostMoney(union) : null, Text.Statement + ".", address, Tag }.Where(s => s is not null));

    private const string Tag = "#EUinmyRegion";

    private string FundName => project.Fund?.Text ?? Text.FundUnknown;

    private DateOnly On => Document.Start is { } start && start >= new DateOnly(2021, 1, 1) ? start : new DateOnly(2021, 1, 1);

    // Bulgarian translations of the Union's law count their letters in their own alphabet.
    private static string Letter(char latin) => (Languages.Current == Language.Bulgarian ? BulgarianLetters[latin - 'a'] : latin).ToString();

    [GeneratedRegex(@"^Reg\. \(EU\) (?<law>[0-9/]+), Art\. (?<article>[0-9]+)\((?<paragraph>[0-9]+)\)\((?<letter>[a-h])\)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();

    private static string Cut(string title) => title.Length <= 120 ? title : title[..(title.LastIndexOf(' ', 120) is var end and > 60 ? end : 120)] + "…";
}
