using Microsoft.Extensions.DependencyInjection;
using Splot.Data;

namespace Splot.Testing;

/// <summary>
/// A fresh pair of stores for one test, migrated for the modules that the test registers: a copy of one <see cref="StoreTemplate"/> per
/// engine and set of modules. Gone when disposed.
/// </summary>
/// <example><code>await using var stores = await TestStore.CreateAsync(engine, services => services.AddTerritory());</code></example>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly TemporaryFolder folder;
    private readonly string? database;

    private TestStore(ServiceProvider provider, SplotOptions options, ManualClock clock, TemporaryFolder folder, string? database)
    {
        this.provider = provider;
        this.folder = folder;
        this.database = database;
        Options = options;
        Clock = clock;
    }

    /// <summary>The options that the services were made with; the data folder is the test's own.</summary>
    public SplotOptions Options { get; }

    /// <summary>The clock of stores and services.</summary>
    public ManualClock Clock { get; }

    /// <summary>The services of the floor and of the registered modules.</summary>
    public IServiceProvider Services => provider;

    /// <summary>The working store.</summary>
    public MainStore Main => Get<MainStore>();

    /// <summary>The public read model.</summary>
    public PublicStore Public => Get<PublicStore>();

    /// <summary>The engine of both.</summary>
    public Engine Engine => Main.Engine;

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Stores migrated for <paramref name="modules"/>.</summary>
    public static Task<TestStore> CreateAsync(Engine engine, Action<IServiceCollection>? modules = null) => CreateAsync(engine, modules, template: null);

    /// <summary>Stores that nothing was migrated in: for tests of migrations. <paramref name="kind"/> follows CREATE DATABASE on PostgreSQL.</summary>
    public static async Task<TestStore> CreateEmptyAsync(Engine engine, Action<IServiceCollection>? modules = null, string kind = "")
    {
        var stores = await PrepareAsync(engine, modules);
        if (stores.database is not null)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {stores.database} {kind}");
        }

        return stores;
    }

    /// <summary>Brings both stores up to date.</summary>
    public async Task<int> MigrateAsync()
    {
        var migrator = Get<Migrator>();
        return await migrator.MigrateAsync(Main, CancellationToken.None) + await migrator.MigrateAsync(Public, CancellationToken.None);
    }

    /// <summary>
    /// A second process on the same stores, as far as stores can tell: services, connections and queues of its own. Dispose it before
    /// this one. With a clock of its own that stands still it is a process that hangs: it renews nothing.
    /// </summary>
    public ServiceProvider AnotherProcess(Action<IServiceCollection>? modules = null, TimeProvider? clock = null) => Build(Options, clock ?? Clock, modules);

    /// <summary>Copies of a template's stores, or of migrated ones.</summary>
    internal static async Task<TestStore> CreateAsync(Engine engine, Action<IServiceCollection>? modules, StoreTemplate? template)
    {
        var stores = await PrepareAsync(engine, modules);
        template ??= await StoreTemplate.MigratedAsync(engine, stores.Services, modules);
        await template.CopyAsync(stores.Options, stores.database);
        return stores;
    }

    /// <summary>Makes a template of the stores, which nobody else has open any more, instead of disposing of them.</summary>
    internal async Task<StoreTemplate> FreezeAsync()
    {
        await provider.DisposeAsync();
        if (database is not null)
        {
            PostgresServer.DropAtEnd(database);
        }

        return new StoreTemplate(folder.Location, database);
    }

    private static async Task<TestStore> PrepareAsync(Engine engine, Action<IServiceCollection>? modules)
    {
        var place = new TemporaryFolder();
        var options = new SplotOptions { DataFolder = place.Location };
        string? name = null;
        if (engine == Engine.Postgres)
        {
            name = PostgresServer.NewName();
            options = options with { Database = await PostgresServer.ConnectionStringAsync(name) };
        }

        var clock = new ManualClock();
        return new TestStore(Build(options, clock, modules), options, clock, place, name);
    }

    private static ServiceProvider Build(SplotOptions options, TimeProvider clock, Action<IServiceCollection>? modules)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSplotData(options);
        modules?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        if (database is not null)
        {
            await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }

        folder.Dispose();
    }
}
