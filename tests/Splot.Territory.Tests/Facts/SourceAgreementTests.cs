using System.Text.Json;
using Splot.Contracts.Territory;
using Splot.Kernel;
using Splot.Testing;

namespace Splot.Territory.Tests.Facts;

/// <summary>The shipped tables against the registers they were written from.</summary>
public class SourceAgreementTests
{
    [Fact]
    public void Terc_EveryGminaOfTheRegister_IsHeldWithItsName()
    {
        var lines = File.ReadLines(SharedFolder.Path("data/territory-pl/TERC_Adresowy_2026-02-16.csv")).Skip(1).Select(l => l.Split(';'));

        var differing = lines
            .Where(c => c.Length > 4 && c[3] is "1" or "2" or "4")
            .Select(c => (Code: c[0] + c[1] + c[2] + (c[3] == "4" ? "3" : c[3]), Name: c[4]))
            .Where(g => Shipped.Territory.FindOn(g.Code, new DateOnly(2026, 1, 1))?.Label(Language.Polish).Text != g.Name);

        Assert.Empty(differing);
    }

    [Fact]
    public void Lau2019_EveryCodeOfEurostat_IsFoundInItsRegion()
    {
        var lines = File.ReadLines(SharedFolder.Path("data/nuts-lau/lau2019_pl.csv")).Skip(1).Select(l => l.Split(','));

        Assert.Empty(lines.Where(c => Shipped.Territory.Find(c[1])?.Path.Contains($"/{c[0]}/", StringComparison.Ordinal) != true).Select(c => c[1]));
    }

    [Fact]
    public void Ekatte_EverySettlement_HasTheLatinNameOfTheRegister()
    {
        var names = File.ReadLines(SharedFolder.Path("data/territory-bg/bg_settlements.csv")).Skip(1).Select(Csv);

        Assert.Empty(names.Where(c => Shipped.Territory.Find(c[2])?.Label(Language.English).Text != c[8]).Select(c => c[2]));
    }

    [Fact]
    public void Outlines_EveryGminaOf2021_IsFound()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Path("data/territory-pl/poland.municipalities.geojson")));

        var codes = file.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("terc").GetString()!);

        Assert.DoesNotContain(codes, c => Shipped.Territory.Find(c, "PL")?.Kind != UnitKind.Lau);
    }

    [Fact]
    public void Nuts_EveryCodeOf2024_IsHeld()
    {
        var lines = File.ReadLines(SharedFolder.Path("data/nuts-lau/nuts2024_codes.csv")).Skip(1).Select(l => l.Split('"')[1]);

        Assert.DoesNotContain(lines, code => Shipped.Territory.Find(code)?.NutsVersions.Contains("2024") != true);
    }

    private static string[] Csv(string line)
    {
        var cells = new List<string>();
        for (int i = 0, start = 0, quotes = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
            {
                quotes++;
            }
            else if (i == line.Length || (line[i] == ',' && quotes % 2 == 0))
            {
                cells.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
        }

        return [.. cells];
    }
}
