using Splot.Contracts.Territory;
using Splot.Territory.LookUp;
using Splot.Territory.Tables;

namespace Splot.Territory.Tests;

/// <summary>What the program ships, read once for all tests.</summary>
internal static class Shipped
{
    private static readonly Lazy<(TerritoryFacts Facts, string Checksum)> Read = new(TerritoryFacts.Shipped);
    private static readonly Lazy<Edition> InMemory = new(() => Edition.Of(Read.Value.Facts, 1));
    private static readonly Lazy<TerritoryLookUp> Answers = new(() => new TerritoryLookUp(new CurrentEdition(new NoServices())));

    public static TerritoryFacts Facts => Read.Value.Facts;

    public static TerritorySnapshot Snapshot => InMemory.Value.Territory;

    public static ITerritory Territory => Answers.Value;

    public static IReadOnlyList<TerritorialUnit> Units => Snapshot.Units;

    public static IReferenceData Reference => Answers.Value;

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
