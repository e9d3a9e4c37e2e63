using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;

namespace Splot.Testing;

/// <summary>Stores that nobody has open, and what lies beside them in their data folder: keys, index. Tests get copies.</summary>
public sealed class StoreTemplate
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<StoreTemplate>>> Migrated = new(StringComparer.Ordinal);

    private readonly string folder;
    private readonly string? database;

    internal StoreTemplate(string folder, string? database) => (this.folder, this.database) = (folder, database);

    /// <summary>Migrated stores, one for each engine and set of module schemas, made at first use.</summary>
    internal static Task<StoreTemplate> MigratedAsync(Engine engine, IServiceProvider services, Action<IServiceCollection>? modules)
    {
        var schemas = services.GetServices<ModuleSchema>().Select(s => $"{s.Module}/{s.Context.FullName}/{s.Role}").Order(StringComparer.Ordinal);
        return Migrated.GetOrAdd($"{engine}:{string.Join('+', schemas)}", _ => new Lazy<Task<StoreTemplate>>(() => MigrateAsync(engine, modules))).Value;
    }

    /// <summary>Puts a copy where the options say.</summary>
    internal async Task CopyAsync(SplotOptions options, string? name)
    {
        if (database is not null)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {database}");
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(options.DataFolder, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<StoreTemplate> MigrateAsync(Engine engine, Action<IServiceCollection>? modules)
    {
        var stores = await TestStore.CreateEmptyAsync(engine, modules);
        await stores.MigrateAsync();
        return await stores.FreezeAsync();
    }
}
