using Microsoft.Extensions.DependencyInjection;
using Splot.Data;

namespace Splot.Testing;

/// <summary>
/// A fresh pair of stores for one test, migrated for the modules that the test registers, cloned from one migrated template per
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
    public static Task<TestStore> CreateAsync(Engine engine, Action<IServiceCollection>? modules = null) => CreateAsync(engine, modules, migrated: true, string.Empty);

    /// <summary>Stores that nothing was migrated in: for tests of migrations. <paramref name="kind"/> follows CREATE DATABASE on PostgreSQL.</summary>
    public static Task<TestStore> CreateEmptyAsync(Engine engine, Action<IServiceCollection>? modules = null, string kind = "") => CreateAsync(engine, modules, migrated: false, kind);

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

    private static async Task<TestStore> CreateAsync(Engine engine, Action<IServiceCollection>? modules, bool migrated, string kind)
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
        var services = Build(options, clock, modules);
        if (migrated)
        {
            await StoreTemplates.CloneAsync(engine, services, modules, options, name);
        }
        else if (name is not null)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} {kind}");
        }

        return new TestStore(services, options, clock, place, name);
    }

    internal static ServiceProvider Build(SplotOptions options, TimeProvider clock, Action<IServiceCollection>? modules)
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
