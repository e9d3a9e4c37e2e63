using Splot.Contracts.Demo;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Tests.Editions;
using Splot.Testing;

namespace Splot.Projects.Tests.Demo;

/// <summary>The committed preset goes through the registry and comes out as it went in.</summary>
public class LoadPresetTests
{
    [Theory, EachEngine]
    public async Task Load_Preset_PublishesEveryOperation(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);

        await LoadAsync(registry);

        var published = await registry.PublishedAsync();
        Assert.Equal(DemoFiles.Real.Count + DemoFiles.Invented.Count, published.Values.Count(operation => operation.Document is not null));
    }

    [Theory]
    [EachEngine(DemoFiles.Lublin)]
    [EachEngine(DemoFiles.Wielkopolska)]
    [EachEngine(DemoFiles.Ruse)]
    [EachEngine(DemoFiles.Tomaszow)]
    public async Task Load_RealOperation_KeepsEveryPublishedField(Engine engine, string id)
    {
        await using var registry = await Registry.CreateAsync(engine);

        await LoadAsync(registry);

        Assert.Equal(Comparable(DemoFiles.Operation(id)), Comparable((await registry.PublishedAsync())[id].Document!));
    }

    private static async Task LoadAsync(Registry registry) =>
        Assert.IsType<DemoOutcome.Loaded>(await registry.Get<IDemoPreset>().LoadAsync(CancellationToken.None));

    // What loading adds: ids of organisations, derived values, the import's own marks.
    private static string Comparable(OperationDocument operation) => OperationJson.Write(operation with
    {
        Demo = false,
        Status = null,
        CoFinancingRate = null,
        Source = null,
        UpdatedAt = default,
        Budget = Plain(operation.Budget),
        EuContribution = Plain(operation.EuContribution),
        NationalContribution = Plain(operation.NationalContribution),
        Slices = [],
        Programme = operation.Programme is { } programme ? programme with { Code = null } : null,
        Beneficiary = operation.Beneficiary is { } beneficiary ? new PartyDocument { Name = beneficiary.Name } : null,
        Locations = [.. operation.Locations.Select(place => place with { Path = null })],
    });

    private static AmountDocument? Plain(AmountDocument? amount) =>
        amount is null ? null : new AmountDocument { Amount = decimal.Round(amount.Amount, 2) + 0.00m, Currency = amount.Currency, Eur = amount.Eur + 0.00m, Verified = amount.Verified };
}
