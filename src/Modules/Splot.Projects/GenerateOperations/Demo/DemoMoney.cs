using Splot.Contracts.Projects;

namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>The money of a demo operation: amounts, slices that add up to them, payments. Euro amounts and rates are left to the loader.</summary>
internal static class DemoMoney
{
    /// <summary>An amount as the list publishes it; null for nothing.</summary>
    public static AmountDocument? Amount(long cents, string currency) =>
        cents == 0 ? null : new AmountDocument { Amount = InventedMoney.ToDecimal(cents), Currency = currency };

    /// <summary>
    /// One slice; two where two funds or two categories of region share the costs. The first slice takes what the second leaves, in
    /// each amount, so that all of them add up to the cent.
    /// </summary>
    public static IReadOnlyList<SliceDocument> Slices(InventedOperation operation, string period, Random random)
    {
        var category = operation.Region.Category(period);
        var otherCategory = operation.OtherRegion?.Category(period) ?? category;
        if (operation.OtherFund is null && otherCategory == category)
        {
            return [Slice(operation, operation.Fund, category, operation.Total, operation.Eu, operation.Own)];
        }

        var share = 100 * random.Next(20, 41);
        var total = InventedMoney.Share(operation.Total, share);
        var own = InventedMoney.Share(operation.Own, share);
        var eu = InventedMoney.Share(operation.Eu, share);
        return
        [
            Slice(operation, operation.Fund, category, operation.Total - total, operation.Eu - eu, operation.Own - own),
            Slice(operation, operation.OtherFund ?? operation.Fund, otherCategory, total, eu, own),
        ];
    }

    /// <summary>
    /// Up to five payments of the Union's and the national part: none after the day on which the figures hold, none in a currency that
    /// the country has given up.
    /// </summary>
    public static IReadOnlyList<PaymentDocument> Payments(InventedList list, InventedOperation operation, Random random)
    {
        var until = operation.Currency != "EUR" && list.EuroFrom < Inventor.AsOf ? list.EuroFrom.AddDays(-1) : Inventor.AsOf;
        var grant = operation.Total - operation.Own;
        var payments = new List<PaymentDocument>();
        var date = operation.Start.AddDays(random.Next(20, 60));
        for (var i = 0; i < 5 && date <= until && date <= (operation.ActualEnd ?? operation.End); i++)
        {
            // The advance is a fifth, each later payment 10 to 18 percent: never more than the grant.
            var amount = InventedMoney.Share(grant, i == 0 ? 2000 : 100 * random.Next(10, 19));
            payments.Add(new PaymentDocument(date, InventedMoney.ToDecimal(amount), operation.Currency));
            date = date.AddMonths(random.Next(4, 8)).AddDays(random.Next(10));
        }

        return payments;
    }

    private static SliceDocument Slice(InventedOperation operation, string fund, string category, long total, long eu, long own) => new()
    {
        Programme = operation.Programme.Code,
        Objective = operation.Topic.Objective,
        Fund = fund,
        RegionCategory = category,
        Currency = operation.Currency,
        Total = InventedMoney.ToDecimal(total),
        Eu = InventedMoney.ToDecimal(eu),
        National = total - eu - own == 0 ? null : InventedMoney.ToDecimal(total - eu - own),
        Own = own == 0 ? null : InventedMoney.ToDecimal(own),
    };
}
