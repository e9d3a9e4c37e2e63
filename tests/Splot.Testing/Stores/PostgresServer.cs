using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Xunit;

namespace Splot.Testing;

/// <summary>
/// The PostgreSQL server of this test process: the one that SPLOT_TEST_POSTGRES names (an administrator's connection string), or a
/// cluster of its own in a temporary folder, reached by a socket and gone with the process, however that ends.
/// </summary>
public static class PostgresServer
{
    private const string Absent = "PostgreSQL 15 or newer is not installed (initdb not found).";

    private static readonly string? Given = Environment.GetEnvironmentVariable("SPLOT_TEST_POSTGRES") is { Length: > 0 } given ? given : null;
    private static readonly Lazy<Task<string?>> Server = new(StartAsync);

    /// <summary>Kept, so that its standard input stays open until the process ends.</summary>
    private static Process? cluster;

    /// <summary>Connection string of an administrator. Without PostgreSQL the test is skipped; in CI (environment variable CI=true) it fails.</summary>
    public static async Task<string> AdminAsync()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SPLOT_TEST_QUICK") is { Length: > 0 }, "PostgreSQL is left out of a quick run.");
        var server = await Server.Value;
        if (server is null && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(Absent + " In CI no test may be skipped for want of a tool.");
        }

        Assert.SkipWhen(server is null, Absent);
        return server!;
    }

    /// <summary>The connection string for another database of the server. Pools are small, since there is one for each test.</summary>
    public static async Task<string> ConnectionStringAsync(string database) => new NpgsqlConnectionStringBuilder(await AdminAsync())
    {
        Database = database,
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 2,
    }.ToString();

    /// <summary>A database name that no other test process uses.</summary>
    public static string NewName() => string.Create(CultureInfo.InvariantCulture, $"splot_{Environment.ProcessId}_{Guid.NewGuid().ToString("N")[..12]}");

    /// <summary>Runs a statement of administration, such as CREATE DATABASE. Names in it come from <see cref="NewName"/> only.</summary>
    public static async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(await AdminAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A template lives as long as the process; a cluster of its own ends with it, another server is left as it was found.</summary>
    public static void DropAtEnd(string database)
    {
        if (Given is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)").GetAwaiter().GetResult();
        }
    }

    private static async Task<string?> StartAsync()
    {
        if (Given is not null)
        {
            return Given;
        }

        return FindTools() is { } tools ? await StartClusterAsync(tools) : null;
    }

    /// <summary>The newest installed version's folder of programs.</summary>
    private static string? FindTools()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(d => Path.Combine(d, "bin"))
            : [];
        return path.Concat(debian).FirstOrDefault(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    /// <summary>
    /// The server runs under a shell that reads from this process: when the process ends, by whatever cause, reading ends, and the
    /// shell stops the server and removes its folder.
    /// </summary>
    private static async Task<string> StartClusterAsync(string tools)
    {
        const string script = """
            trap '' INT TERM HUP
            cd / || exit 1
            as=""; [ "$(id -u)" = 0 ] && chown postgres "$2" && as="setpriv --reuid=postgres --regid=postgres --init-groups"
            $as "$1/initdb" -D "$2/data" -U splot -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions >"$2/log" 2>&1 || { echo failed; exit 1; }
            $as "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c unix_socket_permissions=0777 -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
                -c max_connections=300 -c shared_buffers=64MB -c max_wal_size=512MB -c autovacuum=off >>"$2/log" 2>&1 </dev/null &
            server=$!
            echo started
            read -r _
            kill -QUIT $server; wait $server
            rm -rf "$2"
            """;
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"splot-test-{Environment.ProcessId}-postgres"));
        Directory.CreateDirectory(folder);
        var shell = new ProcessStartInfo("/bin/sh", ["-c", script, "sh", tools, folder]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        cluster = Process.Start(shell)!;
        if (await cluster.StandardOutput.ReadLineAsync() != "started")
        {
            throw new InvalidOperationException("The PostgreSQL cluster for tests cannot be made: " + await File.ReadAllTextAsync(Path.Combine(folder, "log")));
        }

        var settings = new NpgsqlConnectionStringBuilder { Host = folder, Port = 5432, Username = "splot", Database = "postgres", Pooling = false };
        await WaitUntilUpAsync(settings.ToString(), Path.Combine(folder, "log"));
        settings.Pooling = true;
        return settings.ToString();
    }

    private static async Task WaitUntilUpAsync(string settings, string log)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 300)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException failure)
            {
                throw new InvalidOperationException("The PostgreSQL cluster for tests does not answer: " + await File.ReadAllTextAsync(log), failure);
            }
        }
    }
}
