using Splot.Contracts.Projects;
using Splot.Portal.Labels;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.ReadProject;

/// <summary>A project as its page shows it: every text chosen for the reader, every figure in words.</summary>
public sealed class ProjectModel(PublicOperation operation, IReadOnlyList<FieldChange> changes, Overview overview, DateOnly today)
{
    // A short summary is the page's opening, a longer one a paragraph under the title, a long one a section of its own.
    private const int LedeLetters = 280;
    private const int HeadLetters = 900;

    public PublicOperation Operation => operation;

    public OperationDocument Document { get; } = operation.Document;

    public Overview Overview => overview;

    public LabelBook Labels => overview.Labels;

    public DateOnly Today => today;

    public string Path => "/projects/" + operation.Id;

    public Shown Title { get; } = Shown.Title(operation.Document);

    public Shown? OriginalTitle => Shown.OriginalTitle(Document, Title);

    public Shown? Summary { get; } = Shown.Of(operation.Document.Summary, operation.Document.OriginalLanguage);

    public Shown? OriginalSummary => Shown.OriginalOf(Document.Summary, Summary);

    /// <summary>True where the summary is short enough to open the page in large letters.</summary>
    public bool HasLede => Summary is { Text.Length: <= LedeLetters };

    /// <summary>The summary where it stands under the title; null where it has a section of its own.</summary>
    public Shown? HeadSummary => Summary is { Text.Length: <= HeadLetters } ? Summary : null;

    /// <summary>The last day: the actual one where known.</summary>
    public DateOnly? End => Document.ActualEnd ?? Document.End;

    public Label? Fund => Document.Fund is { } code ? Labels.Of(LabelKind.Fund, code) : null;

    /// <summary>How much of the time had passed on the day to which most indicators speak, else today; null where dates are missing.</summary>
    public decimal? Elapsed => Document.Start is { } start && End is { } end && end > start
        ? Math.Clamp(((AsOf ?? today).DayNumber - start.DayNumber) / (decimal)(end.DayNumber + 1 - start.DayNumber), 0m, 1m)
        : null;

    /// <summary>The latest day to which an indicator speaks.</summary>
    public DateOnly? AsOf => Document.Indicators.Max(i => i.AsOf);

    public IReadOnlyList<FieldChange> Changes => changes;

    public Label Of(string kind, CodeName value) => Labels.Of(kind, value.Code, value.Name);

    public Shown? Text(IReadOnlyDictionary<string, TextWithOrigin>? texts) => Shown.Of(texts, Document.OriginalLanguage);

    public IReadOnlyList<Shown> Texts(IReadOnlyList<IReadOnlyDictionary<string, TextWithOrigin>> list) => [.. list.Select(Text).OfType<Shown>()];

    /// <summary>The tiles of the country's map with the project's own marked; empty where there is no map or no place on it.</summary>
    public IReadOnlyList<MapTile> TilesTo(Func<string, string> href)
    {
        var own = Places.Tiles(Document).Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        return Places.Grid(Document.Country) is { } grid && grid.Cells.Any(c => own.Contains(c.Code))
            ? [.. grid.Cells.Select(c => Tile(c, own.Contains(c.Code), href))]
            : [];
    }

    /// <summary>The parts of the whole: the Union's, the published national and own ones, and what remains. Empty where the whole or the Union's part is unknown.</summary>
    public IReadOnlyList<MoneyPart> MoneyParts => MoneySource.Parts(Document, Fund);

    private MapTile Tile(TileCell cell, bool own, Func<string, string> href)
    {
        var label = Labels.Of(LabelKind.Region, cell.Code, cell.Label);
        return new MapTile(cell.Code, label.Text, own ? Math.Max(overview.ClassOf(cell.Code), 3) : 0, Href: overview.Places.Find(cell.Code) is null ? null : href(PageLinks.Region(cell.Code)), Selected: own, Lang: label.Lang);
    }
}
