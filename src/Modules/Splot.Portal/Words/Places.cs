using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Ui;

namespace Splot.Portal.Words;

/// <summary>Where an operation takes place, in tiles and in words.</summary>
internal static class Places
{
    /// <summary>The map of a country; null where there is none.</summary>
    public static TileGrid? Grid(string? country) => country switch
    {
        "PL" => TileGrid.Poland,
        "BG" => TileGrid.Bulgaria,
        _ => null,
    };

    /// <summary>The tiles that the places lie in, each once, in the order of the places.</summary>
    public static IReadOnlyList<TileCell> Tiles(OperationDocument document) =>
        [.. document.Locations.Select(Tile).OfType<TileCell>().DistinctBy(t => t.Code)];

    /// <summary>The letters of a tile for the current language.</summary>
    public static string Letters(TileCell cell) => Languages.Current == Language.Bulgarian ? cell.CyrillicLabel : cell.Label;

    /// <summary>The name of a place: of its code where the reference data knows it, else as published.</summary>
    public static Label Name(LocationDocument location, LabelBook labels) => labels.Of(LabelKind.Region, location.Code, location.Name);

    /// <summary>The places of the widest kind for one line: the regions' names, or the places' where no region is known.</summary>
    public static IReadOnlyList<Label> Short(OperationDocument document, LabelBook labels)
    {
        var tiles = Tiles(document);
        return tiles.Count > 0
            ? [.. tiles.Select(t => labels.Of(LabelKind.Region, t.Code, t.Code))]
            : [.. document.Locations.Select(l => Name(l, labels)).Distinct()];
    }

    private static TileCell? Tile(LocationDocument location)
    {
        var codes = location.Path is { } path ? path.Split('/', StringSplitOptions.RemoveEmptyEntries) : Lines(location.Code);
        return codes.Select(c => TileGrid.Poland.ByCode.GetValueOrDefault(c) ?? TileGrid.Bulgaria.ByCode.GetValueOrDefault(c)).FirstOrDefault(t => t is not null);
    }

    private static IEnumerable<string> Lines(string? code) => code is null ? [] : Enumerable.Range(2, Math.Max(0, Math.Min(code.Length, 5) - 1)).Select(length => code[..length]);
}
