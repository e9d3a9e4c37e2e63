using System.Globalization;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportTerritory;

/// <summary>
/// The Polish register TERC as its office publishes it: CSV with semicolons, the official edition (mixed gminas as type 3, with their
/// parts) or the address edition (parts only, five cities by their districts).
/// </summary>
internal sealed class TercFile
{
    private static readonly string[] Columns = ["WOJ", "POW", "GMI", "RODZ", "NAZWA", "NAZWA_DOD", "STAN_NA"];

    private TercFile(DateOnly day, IReadOnlyList<TercUnit> powiats, IReadOnlyList<TercUnit> gminas)
    {
        Day = day;
        Powiats = powiats;
        Gminas = gminas;
    }

    /// <summary>The day that the edition shows.</summary>
    public DateOnly Day { get; }

    public IReadOnlyList<TercUnit> Powiats { get; }

    /// <summary>Gminas with seven digits, mixed ones once.</summary>
    public IReadOnlyList<TercUnit> Gminas { get; }

    public static bool Looks(FactTable table) => Columns.All(c => table.Place(c) >= 0);

    public static TercFile Read(FactTable table)
    {
        var days = table.Rows.Select(r => r.Day("STAN_NA")).Distinct().ToList();
        if (days is not [{ } day])
        {
            throw new BadTableException(Text.TercWithoutOneDay);
        }

        var powiats = new List<TercUnit>();
        var gminas = new SortedDictionary<string, TercUnit>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            Add(row, powiats, gminas);
        }

        AddCities(table, powiats, gminas);
        return new TercFile(day, powiats, [.. gminas.Values]);
    }

    private static void Add(FactRow row, List<TercUnit> powiats, SortedDictionary<string, TercUnit> gminas)
    {
        var name = row.Need("NAZWA");
        var powiat = Digits(row, "WOJ", 2) + (row["POW"] is null ? "" : Digits(row, "POW", 2));
        if (row["GMI"] is null)
        {
            if (powiat.Length == 4)
            {
                powiats.Add(new TercUnit(powiat, name, row["NAZWA_DOD"] == "powiat" ? "land" : "city"));
            }

            return;
        }

        var six = powiat + Digits(row, "GMI", 2);
        switch (row.OneOf("RODZ", ["1", "2", "3", "4", "5", "8", "9"]))
        {
            case "1":
                gminas[six] = new TercUnit(six + "1", name, "urban");
                break;
            case "2":
                gminas[six] = new TercUnit(six + "2", name, "rural");
                break;
            case "3" or "4":
                gminas[six] = new TercUnit(six + "3", name, "urban-rural");
                break;
            default:
                break;
        }
    }

    /// <summary>The address edition knows the five cities with districts only as powiats; each of them is one gmina, number 01.</summary>
    private static void AddCities(FactTable table, List<TercUnit> powiats, SortedDictionary<string, TercUnit> gminas)
    {
        foreach (var code in table.Rows.Where(r => r["RODZ"] is "8" or "9").Select(r => r["WOJ"] + r["POW"]).Distinct())
        {
            if (powiats.Find(p => p.Code == code) is { } city)
            {
                gminas.TryAdd(code + "01", new TercUnit(code + "011", city.Name, "urban"));
            }
        }
    }

    private static string Digits(FactRow row, string column, int length)
    {
        var text = row.Need(column);
        return text.Length == length && text.All(char.IsAsciiDigit) ? text : throw row.Bad(column, Text.NotDigits(length.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>A powiat or gmina of the register.</summary>
internal sealed record TercUnit(string Code, string Name, string Type);
