using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.Editions;

/// <summary>One way to write each number, so that a document read back is the document that was stored: money with its currency's decimals, other numbers without trailing zeros.</summary>
internal static class Exact
{
    /// <summary>Minor units of a currency as an amount with all its decimals.</summary>
    public static decimal Amount(long minor, string currency) => Currency.Parse(currency).MinorDigits switch
    {
        0 => minor,
        2 => minor * 0.01m,
        3 => minor * 0.001m,
        var digits => minor / (decimal)Math.Pow(10, digits),
    };

    /// <summary>An amount with all its currency's decimals; rounded half away from zero where it has more.</summary>
    public static decimal Amount(decimal amount, string currency) => Amount(new Money(amount, Currency.Parse(currency)).ToMinorUnits(), currency);

    /// <summary>A number without trailing zeros.</summary>
    public static decimal? Plain(decimal? value) => value is { } number ? number / 1.0000000000000000000000000000m : null;

    /// <summary>The document with every number written the one way.</summary>
    public static OperationDocument Document(OperationDocument d) => d with
    {
        Budget = Amount(d.Budget),
        EuContribution = Amount(d.EuContribution),
        NationalContribution = Amount(d.NationalContribution),
        OwnContribution = Amount(d.OwnContribution),
        CoFinancingRate = Rate(d.EuContribution?.Amount, d.Budget?.Amount),
        PublishedRate = Plain(d.PublishedRate),
        Slices = d.Slices.Count == 0 ? d.Slices : [.. d.Slices.Select(Slice)],
        Partners = d.Partners.Count == 0 ? d.Partners : [.. d.Partners.Select(p => p with { Share = Amount(p.Share, d.Budget?.Currency) })],
        Payments = d.Payments.Count == 0 ? d.Payments : [.. d.Payments.Select(p => p with { Amount = Amount(p.Amount, p.Currency) })],
        Locations = d.Locations.Count == 0 ? d.Locations : [.. d.Locations.Select(l => l with { Lat = Plain(l.Lat), Lon = Plain(l.Lon) })],
        Indicators = d.Indicators.Count == 0 ? d.Indicators : [.. d.Indicators.Select(i => i with { Baseline = Plain(i.Baseline), Target = Plain(i.Target), Achieved = Plain(i.Achieved) })],
    };

    /// <summary>Union contribution / total: four decimals, half away from zero; derived from the amounts, never the reverse (V2).</summary>
    public static decimal? Rate(decimal? eu, decimal? total) =>
        eu is { } part && total is > 0 ? Math.Round(part / total.Value, 4, MidpointRounding.AwayFromZero) + 0.0000m : null;

    private static SliceDocument Slice(SliceDocument s) => s with
    {
        Total = Amount(s.Total, s.Currency),
        Eu = Amount(s.Eu, s.Currency),
        National = Amount(s.National, s.Currency),
        Own = Amount(s.Own, s.Currency),
    };

    private static AmountDocument? Amount(AmountDocument? a) => a is null ? null : a with
    {
        Amount = Amount(a.Amount, a.Currency),
        Eur = Amount(a.Eur, "EUR"),
        Rate = Plain(a.Rate),
    };

    private static decimal? Amount(decimal? amount, string? currency) => amount is { } value && currency is not null ? Amount(value, currency) : amount;
}
