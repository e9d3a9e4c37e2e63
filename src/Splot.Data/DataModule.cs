using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Splot.Data;

/// <summary>The door of the floor: stores, migrations, outbox, jobs.</summary>
public static class DataModule
{
    /// <summary>Registers both stores by the installation's options.</summary>
    public static IServiceCollection AddSplotData(this IServiceCollection services, SplotOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(s => new MainStore(StoreTarget.Of(StoreRole.Main, options), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new PublicStore(StoreTarget.Of(StoreRole.Public, options), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Migrator>();
        services.AddSingleton<Preparation>();
        services.AddModuleSchema(new ModuleSchema("data", StoreRole.Main, typeof(DataContext)));
        return services;
    }

    /// <summary>Registers a module's part of a store.</summary>
    public static IServiceCollection AddModuleSchema(this IServiceCollection services, ModuleSchema schema) => services.AddSingleton(schema);
}
