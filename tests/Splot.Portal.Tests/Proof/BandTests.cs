using System.Globalization;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Proof;

/// <summary>Bounds are inclusive: bands that begin a cent above the end of the one before hold each amount exactly once.</summary>
public sealed class BandTests
{
    private static readonly decimal[] Starts = [0m, 1_000m, 10_000m, 50_000m, 100_000m, 100_000.01m, 1_000_000m, 10_000_000m, 1_000_000_000m];

    private static readonly decimal[] Amounts =
        [0m, 0.01m, 999.99m, 1_000m, 1_000.01m, 9_999.99m, 10_000m, 49_999.99m, 50_000m, 99_999.99m, 100_000m, 100_000.01m, 999_999.99m, 1_000_000m, 9_999_999.99m, 10_000_000m, 999_999_999.99m, 1_000_000_000m, 999_999_999_999.99m];

    [Theory]
    [EachEngine("budget")]
    [EachEngine("eu")]
    public async Task Amount_AmongBands_IsInExactlyOne(Engine engine, string parameter)
    {
        await using var app = await PortalApp.CreateAsync(
            engine,
            [.. Amounts.Select((a, i) => Given.Operation(Id(i)) with { Budget = Given.Eur(a), EuContribution = Given.Eur(a) }), Given.Operation("without-an-amount")]);
        var found = new List<string>();
        for (var i = 0; i < Starts.Length; i++)
        {
            var to = i + 1 < Starts.Length ? $"&{parameter}To={Write(Starts[i + 1] - 0.01m)}" : "";
            found.AddRange(await app.IdsAsync($"?limit=100&{parameter}From={Write(Starts[i])}{to}"));
        }

        Assert.Equal(Amounts.Select((_, i) => Id(i)).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Amount_OfOneHundredThousand_IsInTheBandsThatBeginAndEndThere(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a") with { Budget = Given.Eur(100_000.00m) });

        Assert.Equal(["a"], await app.IdsAsync("?budgetFrom=100000&budgetTo=100000"));
        Assert.Equal(["a"], await app.IdsAsync("?budgetFrom=50000&budgetTo=100000.00"));
        Assert.Empty(await app.IdsAsync("?budgetTo=99999.99"));
        Assert.Empty(await app.IdsAsync("?budgetFrom=100000.01"));
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"amount-{number}");

    private static string Write(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
