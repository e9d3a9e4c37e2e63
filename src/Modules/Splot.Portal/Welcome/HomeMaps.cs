using Splot.Portal.Atlas;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.ReadRegion;
using Splot.Portal.Searching;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.Welcome;

/// <summary>The maps of the home page: all regions of a country with what the whole store holds for them.</summary>
internal static class HomeMaps
{
    /// <summary>A country's map; both countries share one scale.</summary>
    public static PlaceMap Of(TileGrid grid, Overview overview, PageView view) => new(
        [.. grid.Cells.Select(c => (Cell: c, Place: overview.Places.Find(c.Code))).Select(c => new MappedPlace(
            c.Place ?? Unknown(c.Cell.Code),
            c.Place is null ? overview.Labels.Of(LabelKind.Region, c.Cell.Code, c.Cell.Label) : PlaceNames.Of(c.Place, overview.Labels),
            overview.FiguresOf(c.Cell.Code),
            view.Href(c.Place is null ? "/projects?region=" + c.Cell.Code : PageLinks.Region(c.Cell.Code)),
            view.Href("/projects" + SearchAddress.Query(RegionModel.In(c.Place ?? Unknown(c.Cell.Code))))))],
        overview.Measure,
        new Dictionary<string, string>(StringComparer.Ordinal),
        grid,
        overview.Scale);

    // Before the reference data have arrived a tile is no more than its code.
    private static Place Unknown(string code) => new(code, Contracts.Territory.UnitKind.Nuts2, code[..2], null, "/" + code + "/", null, null, null, null);
}
