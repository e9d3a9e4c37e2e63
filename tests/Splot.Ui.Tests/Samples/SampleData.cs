using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Splot.Kernel;

namespace Splot.Ui.Tests.Samples;

/// <summary>Invented figures for looking at the components.</summary>
internal static class SampleData
{
    public static SiteOptions Site { get; } = MakeSite();

    public static IReadOnlyList<MapClass> Classes { get; } =
        [new(1, "under €40"), new(2, "€40–59"), new(3, "€60–79"), new(4, "€80–99"), new(5, "€100 and over")];

    public static IReadOnlyList<MapTile> Tiles(TileGrid grid, string? selected = null) =>
        [.. grid.Cells.Select((c, i) => Tile(c, 28 + (i * 37 % 95), selected))];

    public static SiteOptions DeskSite { get; } = MakeDesk();

    public static PostedForm WrongForm()
    {
        Language.Polish.MakeCurrent();
        var form = new PostedForm(new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["title"] = "",
            ["amount"] = "1.200",
            ["until"] = "31.02.2027",
            ["born-day"] = "12",
            ["born-month"] = "",
            ["born-year"] = "2026",
            ["text"] = "Zła kwota",
            ["answer"] = "later",
            ["langs"] = new(["bg"]),
        }));
        form.RequiredText("title", "Napisz, czego dotyczy zgłoszenie");
        form.Amount("amount", Currency.Pln);
        form.Date("until");
        form.Date("born");
        form.RequiredChoice("kind", ["a", "b"], "Wybierz rodzaj");
        return form;
    }

    private static SiteOptions MakeDesk()
    {
        var site = new SiteOptions { Theme = "nettle" };
        string[] labels = ["Pulpit", "Sprawy", "Kontrakty", "Kalendarz", "Projekty", "Sprawozdania"];
        foreach (var label in labels)
        {
            site.Navigation.Add(new NavEntry(label, "/desk/" + label, () => label));
        }

        return site;
    }

    private static MapTile Tile(TileCell cell, int value, string? selected) => selected is null
        ? new MapTile(cell.Code, $"{cell.Label}: €{value} per inhabitant", Math.Clamp((value / 20) - 0, 1, 5), $"€{value}", "/en/regions/" + cell.Code)
        : new MapTile(cell.Code, cell.Label, cell.Code == selected ? 3 : 0, cell.Code == selected ? $"{value} €" : null, null, cell.Code == selected);

    private static SiteOptions MakeSite()
    {
        var site = new SiteOptions { PublicUrl = "https://splot.example" };
        string[] labels = ["Projects", "Map", "Services", "Data", "About"];
        string[] polish = ["Projekty", "Mapa", "Usługi", "Dane", "O serwisie"];
        foreach (var (i, label) in labels.Index())
        {
            site.Navigation.Add(new NavEntry(label, "/" + label.ToLowerInvariant(), () => Languages.Current == Language.Polish ? polish[i] : label));
        }

        string[] footer = ["Sources and coverage", "Accessibility statement", "Open data and API", "Report an error", "Source code (EUPL-1.2)"];
        foreach (var label in footer)
        {
            site.Footer.Add(new NavEntry(label, "/about", () => label));
        }

        return site;
    }
}
