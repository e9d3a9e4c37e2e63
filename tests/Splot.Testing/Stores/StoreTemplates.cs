using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;

namespace Splot.Testing;

/// <summary>Migrated stores that tests get copies of: one for each engine and set of module schemas, made at first use.</summary>
internal static class StoreTemplates
{
    private static readonly string[] Files = ["main.db", "public.db"];
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);

    /// <summary>Puts a copy of the template for the registered modules where the options say.</summary>
    public static async Task CloneAsync(Engine engine, IServiceProvider services, Action<IServiceCollection>? modules, SplotOptions options, string? database)
    {
        var schemas = services.GetServices<ModuleSchema>().Select(s => $"{s.Module}/{s.Context.FullName}/{s.Role}").Order(StringComparer.Ordinal);
        var key = $"{engine}:{string.Join('+', schemas)}";
        var template = await Templates.GetOrAdd(key, _ => new Lazy<Task<string>>(() => CreateAsync(engine, modules))).Value;
        if (engine == Engine.Postgres)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database} TEMPLATE {template}");
            return;
        }

        foreach (var file in Files)
        {
            File.Copy(Path.Combine(template, file), Path.Combine(options.DataFolder, file));
        }
    }

    private static async Task<string> CreateAsync(Engine engine, Action<IServiceCollection>? modules)
    {
        var folder = new TemporaryFolder();
        var options = new SplotOptions { DataFolder = folder.Location };
        var database = engine == Engine.Postgres ? PostgresServer.NewName() : null;
        if (database is not null)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database}");
            PostgresServer.DropAtEnd(database);
            options = options with { Database = await PostgresServer.ConnectionStringAsync(database) };
        }

        await using (var provider = TestStore.Build(options, TimeProvider.System, modules))
        {
            var migrator = provider.GetRequiredService<Migrator>();
            Store[] stores = [provider.GetRequiredService<MainStore>(), provider.GetRequiredService<PublicStore>()];
            foreach (var store in stores)
            {
                await migrator.MigrateAsync(store, CancellationToken.None);
                await store.CheckpointAsync(CancellationToken.None);
            }
        }

        return database ?? folder.Location;
    }
}
