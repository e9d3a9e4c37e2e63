using Splot.Portal.Atlas;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.Words;

namespace Splot.Portal.Suggest;

/// <summary>Something to go to.</summary>
/// <param name="Kind">region, programme, theme, fund, beneficiary or project.</param>
/// <param name="Code">Its code or id.</param>
/// <param name="Text">Its name.</param>
/// <param name="Lang">The name's language where it is not the reader's.</param>
/// <param name="Path">Its page without the language.</param>
/// <param name="Note">What it is, in words; a place is told by its kind and region, because many are called alike.</param>
public sealed record Suggested(string Kind, string Code, string Text, string? Lang, string Path, string Note);

/// <summary>Suggests where to go for what was typed, in the reader's language. Typos are forgiven where too little fits without.</summary>
internal sealed class Suggestions(SuggestionKeeper keeper, OverviewReader overviews, PortalReader reader)
{
    /// <summary>More than this nobody reads below a field.</summary>
    public const int Most = 20;

    /// <summary>At most <paramref name="limit"/> suggestions, the best first; none until they were gathered. One statement where projects are among them.</summary>
    public async Task<IReadOnlyList<Suggested>> ForAsync(string typed, int limit, CancellationToken cancellation)
    {
        if (keeper.Present is not { } book)
        {
            return [];
        }

        var targets = book.Suggester.Suggest(typed, limit).Select(s => SuggestionTarget.Read(s.Display)).ToList();
        var overview = await overviews.ReadAsync(cancellation);
        var ids = targets.Where(t => t.Kind == SuggestionKind.Project).Select(t => t.Code).ToList();
        var titles = ids.Count == 0 ? [] : (await reader.FindAllAsync(ids, cancellation)).ToDictionary(o => o.Id, o => Shown.Title(o.Document), StringComparer.Ordinal);
        return [.. targets.Select(t => Of(t, book, overview, titles)).OfType<Suggested>()];
    }

    // What has gone since the gathering is left out.
    private static Suggested? Of(SuggestionTarget target, SuggestionBook book, Overview overview, Dictionary<string, Shown> titles)
    {
        switch (target.Kind)
        {
            case SuggestionKind.Region:
                return overview.Places.Find(target.Code) is { } place ? Named(target, PlaceNames.Of(place, overview.Labels), PageLinks.Region(place.Code)) with { Note = PlaceNote(place, overview) } : null;
            case SuggestionKind.Programme:
                return Named(target, overview.Labels.Of(LabelKind.Programme, target.Code), PageLinks.Programme(target.Code));
            case SuggestionKind.Theme:
                return Named(target, overview.Labels.Of(LabelKind.Theme, target.Code), PageLinks.Theme(target.Code));
            case SuggestionKind.Fund:
                return Named(target, overview.Labels.Of(LabelKind.Fund, target.Code), "/projects" + SearchAddress.Query(new SearchRequest().With(CodeParameter.Fund, target.Code)));
            case SuggestionKind.Beneficiary:
                var name = book.Beneficiaries[target.Code];
                return new Suggested(target.Word, target.Code, name, Scripts.Lang(name), "/beneficiaries/" + target.Code, target.Words);
            default:
                return titles.TryGetValue(target.Code, out var title) ? new Suggested(target.Word, target.Code, title.Text, title.Lang, "/projects/" + target.Code, target.Words) : null;
        }
    }

    private static Suggested Named(SuggestionTarget target, Label label, string path) => new(target.Word, target.Code, label.Text, label.Lang, path, target.Words);

    private static string PlaceNote(Place place, Overview overview) =>
        PlaceNames.Kind(place) + (overview.Places.TileOf(place) is { } tile && tile.Code != place.Code ? ", " + PlaceNames.Of(tile, overview.Labels).Text : null);
}
