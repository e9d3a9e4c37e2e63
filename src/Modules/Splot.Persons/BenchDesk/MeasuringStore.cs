using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Splot.Data;

namespace Splot.Persons.BenchDesk;

/// <summary>A main store that is made for measuring and removed again: a folder within the data folder, on PostgreSQL a database of its own.</summary>
internal sealed class MeasuringStore : IAsyncDisposable
{
    private const string Make = "CREATE DATABASE splot_bench_desk ENCODING 'UTF8' TEMPLATE template0";
    private const string Drop = "DROP DATABASE IF EXISTS splot_bench_desk WITH (FORCE)";

    // Whoever measures holds it, so that nobody drops the database of another.
    private const string Turn = "SELECT pg_advisory_lock(hashtext('splot_bench_desk'))";

    private readonly ServiceProvider services;
    private readonly string folder;
    private readonly NpgsqlConnection? server;

    private MeasuringStore(ServiceProvider services, string folder, NpgsqlConnection? server) => (this.services, this.folder, this.server) = (services, folder, server);

    public IServiceProvider Services => services;

    /// <summary>The store, migrated and empty, with keys of its own.</summary>
    /// <param name="installation">Where its folder may be.</param>
    /// <param name="server">Connection to a server; null for SQLite.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<MeasuringStore> CreateAsync(SplotOptions installation, string? server, CancellationToken cancellation)
    {
        var place = Path.Combine(installation.DataFolder, AuditSwitch.MeasuringName);
        Remove(place);
        Directory.CreateDirectory(place);
        var connection = server is null ? null : new NpgsqlConnection(server);
        if (connection is not null)
        {
            await connection.OpenAsync(cancellation);
            await ExecuteAsync(connection, Turn, cancellation);
            await ExecuteAsync(connection, Drop, cancellation);
            await ExecuteAsync(connection, Make, cancellation);
        }

        var floor = new ServiceCollection();
        floor.AddLogging();
        floor.AddSplotData(new SplotOptions { DataFolder = place, Database = server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = AuditSwitch.MeasuringName }.ToString() });
        floor.AddPersons();
        var store = new MeasuringStore(floor.BuildServiceProvider(), place, connection);
        await store.services.GetRequiredService<Migrator>().MigrateAsync(store.services.GetRequiredService<MainStore>(), cancellation);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (server is not null)
        {
            await ExecuteAsync(server, Drop, CancellationToken.None);
            await server.DisposeAsync();
        }

        Remove(folder);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
