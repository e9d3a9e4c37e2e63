using System.Globalization;

namespace Splot.Projects.GenerateOperations;

/// <summary>A programme as the lists of its country name it.</summary>
/// <param name="Code">CCI; null where the list gives the name only.</param>
/// <param name="Name">Name in the language of the country.</param>
/// <param name="Region">NUTS code below which the programme works; null for the whole country.</param>
internal sealed record InventedProgramme(string? Code, string Name, string? Region);

/// <summary>Real programmes under which invented operations run.</summary>
internal static class InventedProgrammes
{
    // Regional programmes are numbered in the alphabetical order of the voivodeships, which is not the order of their NUTS codes.
    private static readonly string[] Voivodeships =
        ["PL51", "PL61", "PL81", "PL43", "PL71", "PL21", "PL9", "PL52", "PL82", "PL84", "PL63", "PL22", "PL72", "PL62", "PL41", "PL42"];

    /// <summary>Poland 2021-2027: the national ESF+ programme, then the sixteen regional ones.</summary>
    public static IReadOnlyList<InventedProgramme> Poland { get; } =
    [
        new("2021PL05SFPR001", "Fundusze Europejskie dla Rozwoju Społecznego 2021-2027", null),
        .. Regional("2021PL16FFPR0", "Fundusze Europejskie dla {0} 2021-2027",
            "Dolnego Śląska", "Kujaw i Pomorza", "Lubelskiego", "Lubuskiego", "Łódzkiego", "Małopolski", "Mazowsza", "Opolskiego", "Podkarpacia",
            "Podlaskiego", "Pomorza", "Śląskiego", "Świętokrzyskiego", "Warmii i Mazur", "Wielkopolski", "Pomorza Zachodniego"),
    ];

    /// <summary>Poland 2014-2020.</summary>
    public static IReadOnlyList<InventedProgramme> Poland2014 { get; } =
    [
        new("2014PL05M9OP001", "Program Operacyjny Wiedza Edukacja Rozwój", null),
        .. Regional("2014PL16M2OP0", "Regionalny Program Operacyjny Województwa {0} na lata 2014-2020",
            "Dolnośląskiego", "Kujawsko-Pomorskiego", "Lubelskiego", "Lubuskiego", "Łódzkiego", "Małopolskiego", "Mazowieckiego", "Opolskiego",
            "Podkarpackiego", "Podlaskiego", "Pomorskiego", "Śląskiego", "Świętokrzyskiego", "Warmińsko-Mazurskiego", "Wielkopolskiego",
            "Zachodniopomorskiego"),
    ];

    /// <summary>Bulgaria 2021-2027: human resources, education, regions.</summary>
    public static IReadOnlyList<InventedProgramme> Bulgaria { get; } =
    [
        new("2021BG05SFPR002", "Програма „Развитие на човешките ресурси“ 2021-2027", null),
        new("2021BG05SFPR001", "Програма „Образование“ 2021-2027", null),
        new("2021BG16FFPR003", "Програма „Развитие на регионите“ 2021-2027", null),
    ];

    /// <summary>Bulgaria 2014-2020, in the same order.</summary>
    public static IReadOnlyList<InventedProgramme> Bulgaria2014 { get; } =
    [
        new("2014BG05M9OP001", "Развитие на човешките ресурси", null),
        new("2014BG05M2OP001", "Наука и образование за интелигентен растеж", null),
        new("2014BG16RFOP001", "Региони в растеж", null),
    ];

    /// <summary>Ireland 2021-2027, by name only.</summary>
    public static IReadOnlyList<InventedProgramme> Ireland { get; } = [new(null, "Employment, Inclusion, Skills and Training Programme 2021-2027", null)];

    private static IEnumerable<InventedProgramme> Regional(string code, string name, params string[] regions) =>
        regions.Select((region, i) => new InventedProgramme(
            code + (i + 1).ToString("00", CultureInfo.InvariantCulture),
            name.Replace("{0}", region, StringComparison.Ordinal),
            Voivodeships[i]));
}
