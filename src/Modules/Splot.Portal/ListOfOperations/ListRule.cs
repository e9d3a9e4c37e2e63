using System.Globalization;
using Splot.Contracts.Projects;

namespace Splot.Portal.ListOfOperations;

/// <summary>
/// A rule of Splot's profile for lists of operations under Regulation (EU) 2021/1060, Art. 49(3). Each operation is measured against all
/// rules when it is written to the store; what it breaks stands beside it as a set of bits. New rules go to the end, with a migration
/// that empties the column.
/// </summary>
/// <param name="Code">Stable code for reports.</param>
/// <param name="Letter">The letter of Art. 49(3) that the rule serves; empty where it serves none alone.</param>
/// <param name="IsError">An error makes the report a failure; everything else is a warning.</param>
/// <param name="IsBroken">True for an operation that breaks the rule.</param>
internal sealed record ListRule(string Code, string Letter, bool IsError, Func<OperationDocument, bool> IsBroken)
{
    /// <summary>The period whose lists Art. 49 governs.</summary>
    public const string Period = "2021-2027";

    // Regulation (EU) 2021/1060, Art. 1(1).
    private static readonly string[] Funds = ["ERDF", "ESF+", "CF", "JTF", "EMFAF", "AMIF", "ISF", "BMVI"];

    // Annex I, Table 1 of the same regulation has the fields 001 to 182.
    private const int LastField = 182;

    /// <summary>All rules, in the order of their bits.</summary>
    public static IReadOnlyList<ListRule> All { get; } =
    [
        new("beneficiary-missing", "a", true, d => d.Beneficiary is null),
        new("name-missing", "d", true, d => d.Title.Count == 0),
        new("purpose-missing", "e", true, d => d.Summary.Count + d.Aims.Count == 0),
        new("achievements-missing", "e", true, d => d.Achievements.Count + d.ExpectedResults.Count + d.Indicators.Count == 0),
        new("start-missing", "f", true, d => d.Start is null),
        new("end-missing", "g", true, d => d.End is null && d.ActualEnd is null),
        new("total-missing", "h", true, d => d.Budget is null),
        new("fund-missing", "i", true, d => d.Fund is null),
        new("objective-missing", "j", true, d => d.Objective is null),
        new("rate-missing", "k", true, d => Rate(d) is null),
        new("place-missing", "l", true, d => d.Locations.Count == 0),
        new("country-missing", "l", true, d => d.Country is null),
        new("intervention-missing", "n", true, d => d.Fields.Count == 0),
        new("start-after-end", "g", true, d => d.Start > (d.ActualEnd ?? d.End)),
        new("rate-out-of-range", "k", true, d => Rate(d) is < 0m or > 100m),
        new("contribution-above-total", "h", true, d => d is { Budget: { } whole, EuContribution: { } part } && whole.Currency == part.Currency && part.Amount > whole.Amount),
        new("code-missing", "", false, d => d.LocalId is null),
        new("currency-unverified", "h", false, d => d.Budget?.Verified == false),
        new("fund-of-another-period", "i", true, d => OfPeriod(d) && d.Fund is { } fund && !Funds.Contains(fund, StringComparer.Ordinal)),
        new("intervention-unknown", "n", false, d => OfPeriod(d) && d.Fields.Any(f => !IsField(f.Code))),
    ];

    /// <summary>The set of rules that an operation breaks.</summary>
    public static long Findings(OperationDocument document)
    {
        var findings = 0L;
        for (var i = 0; i < All.Count; i++)
        {
            findings |= All[i].IsBroken(document) ? 1L << i : 0L;
        }

        return findings;
    }

    /// <summary>The rules in a set.</summary>
    public static IEnumerable<ListRule> Of(long findings) => All.Where((_, i) => (findings >> i & 1L) != 0);

    /// <summary>The Union's rate in percent: derived from the amounts, else as the list prints it.</summary>
    public static decimal? Rate(OperationDocument document) => document.CoFinancingRate * 100m ?? document.PublishedRate;

    private static bool OfPeriod(OperationDocument document) => document.Programme?.Period == Period;

    private static bool IsField(string? code) => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastField;
}
