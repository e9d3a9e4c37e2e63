using System.Globalization;
using Splot.Contracts.Projects;

namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>Who carries a demo operation out, and where.</summary>
internal static class DemoParties
{
    /// <summary>An invented body with its invented local number: no register of a country knows it.</summary>
    public static PartyDocument Body(InventedList list, int number) => new()
    {
        Name = list.Names.Body(number),
        Identifiers = [new IdentifierDocument("local", $"DEMO-B-{number.ToString("0000", CultureInfo.InvariantCulture)}")],
    };

    /// <summary>Partners; about half of them with a published share, which together stay below a quarter of the budget.</summary>
    public static IReadOnlyList<PartnerDocument> Partners(InventedList list, InventedOperation operation, int beneficiary, Random random)
    {
        var numbers = operation.Partners.Take(operation.PartnerCount).Where(number => number != beneficiary).ToArray();
        var partners = new PartnerDocument[numbers.Length];
        for (var i = 0; i < partners.Length; i++)
        {
            var share = random.Next(2) == 0 ? (decimal?)InventedMoney.ToDecimal(InventedMoney.Share(operation.Total, 100 * random.Next(2, 9))) : null;
            partners[i] = new PartnerDocument(null, list.Names.Body(numbers[i]), null, share);
        }

        return partners;
    }

    /// <summary>A NUTS 3 region, two of them, or for a few the whole voivodeship.</summary>
    public static IReadOnlyList<LocationDocument> Locations(InventedOperation operation, DemoRegion region, Random random)
    {
        if (region.Kind != "nuts3" && operation.OtherRegion is null && random.Next(10) == 0)
        {
            return [new LocationDocument { Code = region.Prefix, Name = region.Name, Kind = region.Kind, Precision = "region" }];
        }

        return operation.OtherRegion is { } other ? [Location(operation.Region), Location(other)] : [Location(operation.Region)];
    }

    private static LocationDocument Location(InventedRegion region) =>
        new() { Code = region.Code, Name = region.Name, Kind = "nuts3", Precision = "region" };
}
