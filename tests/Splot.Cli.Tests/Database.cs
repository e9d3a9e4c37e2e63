using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>A PostgreSQL database for one test, empty at first.</summary>
internal sealed class Database : IAsyncDisposable
{
    private Database(string name, string connection) => (Name, Connection) = (name, connection);

    public string Name { get; }

    public string Connection { get; }

    public static async Task<Database> CreateAsync()
    {
        var name = PostgresServer.NewName();
        var connection = await PostgresServer.ConnectionStringAsync(name);
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name}");
        return new Database(name, connection);
    }

    /// <summary>Runs the program on the database.</summary>
    public Task<Run> RunAsync(string data, params string[] words) => RunAsync(data, new StringWriter(), CancellationToken.None, words);

    /// <summary>Runs the program on the database; what it says beside its answer goes to <paramref name="progress"/>.</summary>
    public Task<Run> RunAsync(string data, StringWriter progress, CancellationToken cancellation, params string[] words) =>
        Run.OfAsync([.. words, "--data", data, "--database", Connection], progress, cancellation: cancellation);

    public async ValueTask DisposeAsync() => await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
}
