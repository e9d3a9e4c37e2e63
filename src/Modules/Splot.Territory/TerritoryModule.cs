using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Territory.ImportBoundaries;
using Splot.Territory.ImportTerritory;
using Splot.Territory.LookUp;
using Splot.Territory.Store;

namespace Splot.Territory;

/// <summary>The door of the module: regions and municipalities through time, code lists, rates, outlines.</summary>
public static class TerritoryModule
{
    /// <summary>Registers tables, look-ups (<see cref="ITerritory"/>, <see cref="IReferenceData"/>, <see cref="IBoundaries"/>) and verbs.</summary>
    public static IServiceCollection AddTerritory(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("territory", StoreRole.Main, typeof(TerritoryContext)));
        services.AddSingleton<CurrentEdition>();
        services.AddSingleton<IStoreFiller, ShippedFacts>();
        services.AddSingleton<TerritoryLookUp>();
        services.AddSingleton<ITerritory>(s => s.GetRequiredService<TerritoryLookUp>());
        services.AddSingleton<IReferenceData>(s => s.GetRequiredService<TerritoryLookUp>());
        services.AddSingleton<IBoundaries, StoredBoundaries>();
        services.AddHostedService<EditionWatch>();
        services.AddSingleton<ImportTerritoryHandler>();
        services.AddSingleton(ImportTerritoryVerb.Create());
        services.AddSingleton<ImportBoundariesHandler>();
        services.AddSingleton(ImportBoundariesVerb.Create());
        return services;
    }
}
