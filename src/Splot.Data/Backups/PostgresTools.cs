using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Splot.Data;

/// <summary>
/// PostgreSQL's own programs, found on the search path. What connects them stands in their environment, where other users of the machine
/// do not see it.
/// </summary>
internal static class PostgresTools
{
    /// <summary>Writes the schema main of the database as one consistent dump.</summary>
    public static Task DumpAsync(string connection, string file, CancellationToken cancellation) =>
        RunAsync("pg_dump", connection, ["--format=custom", "--schema=main", "--no-owner", "--no-privileges", "--no-password", "--file=" + file], cancellation);

    /// <summary>
    /// Puts a dump in place of the schema main, in one transaction: all of it or nothing. <paramref name="script"/> is a file that may be
    /// made for it.
    /// </summary>
    public static async Task RestoreAsync(string connection, string dump, string script, CancellationToken cancellation)
    {
        Find("psql");
        await RunAsync("pg_restore", null, ["--no-owner", "--no-privileges", "--file=" + script, dump], cancellation);
        await RunAsync(
            "psql",
            connection,
            ["--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--single-transaction", "--output=" + script + ".out", "--command=DROP SCHEMA IF EXISTS main CASCADE", "--file=" + script],
            cancellation);
    }

    private static async Task RunAsync(string program, string? connection, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in connection is null ? [] : Surroundings(connection))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardOutput.ReadToEndAsync(cancellation);
            var problem = await said;
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new RequirementException($"{program} failed: {problem.Trim().Split('\n')[0].Trim()}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, program + ".exe")])
            .FirstOrDefault(File.Exists)
        ?? throw new RequirementException($"{program} is not installed or not on the search path; install PostgreSQL's client programs, of the server's version or newer.");

    private static IEnumerable<(string Name, string Value)> Surroundings(string connection)
    {
        var given = new NpgsqlConnectionStringBuilder(connection);
        yield return ("PGHOST", given.Host ?? "localhost");
        yield return ("PGPORT", given.Port.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in ((string, string?)[])
        [
            ("PGUSER", given.Username),
            ("PGDATABASE", given.Database ?? given.Username),
            ("PGPASSWORD", given.Password),
            ("PGPASSFILE", given.Passfile),
            ("PGSSLROOTCERT", given.RootCertificate),
            ("PGSSLCERT", given.SslCertificate),
            ("PGSSLKEY", given.SslKey),
        ])
        {
            if (!string.IsNullOrEmpty(value))
            {
                yield return (name, value);
            }
        }

        yield return ("PGSSLMODE", given.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        });
    }
}
