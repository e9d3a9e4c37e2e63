using Splot.Search.Documents;

namespace Splot.Portal.Indexing;

/// <summary>The columns of the portal's index. Columns of codes bear the names of the address's parameters, so that <c>fund:ERDF</c> may be typed too.</summary>
internal static class IndexColumns
{
    /// <summary>Raised when documents are filled differently.</summary>
    private const string Version = "3";

    public const string Country = "country";
    public const string Period = "period";
    public const string Theme = "theme";
    public const string Fund = "fund";
    public const string Programme = "programme";
    public const string Objective = "objective";
    public const string Field = "field";
    public const string Region = "region";
    public const string Status = "status";
    public const string Beneficiary = "beneficiary";

    /// <summary>The programme's priority: its code, else its name.</summary>
    public const string Priority = "priority";

    /// <summary>The year of the start.</summary>
    public const string Year = "year";

    /// <summary>The band that the total cost lies in, see <see cref="Searching.BudgetBand"/>.</summary>
    public const string Band = "band";

    /// <summary>What is counted beside the facets: <see cref="Invented"/>, <see cref="InEuro"/>, <see cref="Reported"/>.</summary>
    public const string Mark = "mark";

    public const string Budget = "budget";
    public const string Eu = "eu";
    public const string Start = "start";
    public const string End = "end";

    /// <summary>Unix milliseconds of the last change.</summary>
    public const string Updated = "updated";

    /// <summary>The order where nothing is typed: invented ones last, then by start; see <see cref="StandingOf"/>.</summary>
    public const string Standing = "standing";

    public const string Invented = "invented";
    public const string InEuro = "in-euro";

    /// <summary>Marks an operation that reports what an indicator has achieved.</summary>
    public const string Reported = "reported";

    /// <summary>Stands in <see cref="Region"/> for operations without a place finer than their country.</summary>
    public const string Unplaced = "-";

    private const long AfterEveryDay = 10_000_000;

    public static SearchSchema Schema(string lexicon) => new(
        Version + " " + lexicon,
        [
            new CodeColumn(Country, CountedTogether: true),
            new CodeColumn(Period, CountedTogether: true),
            new CodeColumn(Theme, CountedTogether: true),
            new CodeColumn(Fund, CodeShape.Multiple, CountedTogether: true),
            new CodeColumn(Mark, CodeShape.Multiple, CountedTogether: true),
            new CodeColumn(Status, CountedTogether: true),
            new CodeColumn(Programme, CodeShape.Multiple),
            new CodeColumn(Region, CodeShape.Paths),
            new CodeColumn(Objective, CodeShape.Multiple),
            new CodeColumn(Field, CodeShape.Multiple),
            new CodeColumn(Beneficiary),
            new CodeColumn(Priority),
            new CodeColumn(Year),
            new CodeColumn(Band),
        ],
        [
            new NumberColumn(Budget, NumberKind.Cents, Sorted: true, Summed: true),
            new NumberColumn(Eu, NumberKind.Cents, Sorted: true, Summed: true),
            new NumberColumn(Start, NumberKind.Days, Sorted: true),
            new NumberColumn(End, NumberKind.Days, Sorted: true),
            new NumberColumn(Updated, NumberKind.Plain, Sorted: true),
            new NumberColumn(Standing, NumberKind.Plain, Sorted: true),
        ]);

    /// <summary>Greater for what comes earlier: real before invented, later start before earlier, no start last.</summary>
    public static long StandingOf(bool demo, long? startDay) => (demo ? 0 : AfterEveryDay) + (startDay ?? 0);
}
