namespace Splot.Projects.ImportOperations;

/// <summary>What is known of a family of lists beyond its headers.</summary>
/// <param name="Name">As given to --profile.</param>
/// <param name="Telling">Fields or headers that tell the profile: all must be there (normalised headers).</param>
internal sealed record ListProfile(string Name, IReadOnlyList<string> Telling)
{
    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? Currency { get; init; }

    public string? Period { get; init; }

    /// <summary>ESIF and earlier or later lists name it in the file name only.</summary>
    public string? Publisher { get; init; }

    /// <summary>True where a combined coordinate column holds longitude first (33-column template).</summary>
    public bool LongitudeFirst { get; init; }

    /// <summary>Dates of the format are fixed: dmy for Kohesio and the template, ISO for Splot.</summary>
    public Tables.DateOrder? Dates { get; init; }

    /// <summary>The format's numbers have a decimal point.</summary>
    public Tables.DecimalMark? Decimal { get; init; }

    /// <summary>True where the profile's validation report is due.</summary>
    public bool Validates { get; init; }

    /// <summary>True where an apostrophe before what looks like a formula was put there by the export and is no part of the text.</summary>
    public bool Neutralised { get; init; }

    /// <summary>All profiles, the most telling first.</summary>
    public static IReadOnlyList<ListProfile> All { get; } =
    [
        new ListProfile("splot", ["original language", "programme code", "location codes"]) { Dates = Tables.DateOrder.YearMonthDay, Decimal = Tables.DecimalMark.Point, Neutralised = true },
        new ListProfile("kohesio", ["operation unique identifier", "project eu budget"]) { Publisher = "Kohesio", Dates = Tables.DateOrder.DayMonthYear, Decimal = Tables.DecimalMark.Point },
        new ListProfile("itb", ["operation name programme language", "total eligible expenditure amount"]) { LongitudeFirst = true, Dates = Tables.DateOrder.DayMonthYear, Decimal = Tables.DecimalMark.Point, Validates = true },
        new ListProfile("pl-2021", ["cel szczegolowy", "numer umowy"]) { Country = "PL", Language = "pl", Currency = "PLN", Period = "2021-2027" },
        new ListProfile("pl-2014", ["tytul projektu", "numer umowy"]) { Country = "PL", Language = "pl", Currency = "PLN", Period = "2014-2020" },
        new ListProfile("custom", []),
    ];

    /// <summary>The named profile, or null.</summary>
    public static ListProfile? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>The first profile all of whose telling headers are among <paramref name="headers"/> (normalised, each in all its forms).</summary>
    public static ListProfile Detect(IEnumerable<string> headers)
    {
        var known = headers.ToHashSet(StringComparer.Ordinal);
        return All.First(p => p.Telling.All(t => known.Any(h => h.Contains(t, StringComparison.Ordinal))));
    }
}
