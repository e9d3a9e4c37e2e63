using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Projects.Editions;
using Splot.Projects.GenerateOperations;
using Splot.Projects.ImportOperations;
using Splot.Tables;

namespace Splot.Projects.BenchImport;

/// <summary>
/// <c>splot bench import</c>: generates a list, writes it once into one flat SQLite table with a prepared statement (the yardstick), then
/// imports and publishes it, and prints the ratio, the private memory and the longest wait of another writer.
/// </summary>
internal static class BenchImportVerb
{
    public static Verb Verb { get; } = new(
        "bench import",
        "",
        "Measures an import against a bare insert of the same file, in an empty store.",
        [
            new VerbOption("--size", "N", "operations; 500000 by default"),
            new VerbOption("--format", "csv|xlsx", "the file's format; csv by default"),
            new VerbOption("--out", "FILE", "writes the figures as JSON"),
        ],
        RunAsync);

    // As many text columns as the profile's lists have.
    private const string Create = """
        CREATE TABLE flat (
            c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31,
            c32, c33, c34, c35, c36, c37, c38, c39, c40)
        """;

    private const string Insert = """
        INSERT INTO flat VALUES (
            @c0, @c1, @c2, @c3, @c4, @c5, @c6, @c7, @c8, @c9, @c10, @c11, @c12, @c13, @c14, @c15, @c16, @c17, @c18, @c19, @c20, @c21, @c22, @c23, @c24, @c25,
            @c26, @c27, @c28, @c29, @c30, @c31, @c32, @c33, @c34, @c35, @c36, @c37, @c38, @c39, @c40)
        """;

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var editions = call.Services.GetRequiredService<EditionBook>();
        if (!int.TryParse(call.Option("--size") ?? "500000", NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 1)
        {
            throw new UsageException("--size must be a whole number above zero.");
        }

        await using var written = call.OutputFile("--out");
        if (await editions.HoldsAnythingAsync(cancellation))
        {
            await call.Progress.WriteLineAsync("The store holds data already. Give --data an empty folder.");
            return ExitCode.Refused;
        }

        if (call.Option("--format") is not (null or "csv" or "xlsx"))
        {
            await call.Progress.WriteLineAsync("--format is csv or xlsx.");
            return ExitCode.Usage;
        }

        var folder = Directory.CreateTempSubdirectory("splot-bench-");
        try
        {
            var file = Generate(folder.FullName, size, cancellation);
            file = call.Option("--format") == "xlsx" ? await WorkbookAsync(file, cancellation) : file;
            await call.Progress.WriteLineAsync("Bare insert …");
            var (bare, rows) = await BareAsync(file, Path.Combine(folder.FullName, "bare.db"), cancellation);
            GC.Collect();
            await call.Progress.WriteLineAsync("Import and publish …");
            var figures = await ImportAsync(call, file, bare, rows, cancellation);
            await WriteAsync(call, figures, written, cancellation);
            return ExitCode.Done;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static string Generate(string folder, int size, CancellationToken cancellation)
    {
        var outcome = (GenerateOperationsOutcome.Written)GenerateOperationsHandler.Run(new GenerateOperationsOptions(size, 0, folder), null, cancellation);
        var all = Path.Combine(folder, "all.csv");
        using var target = new StreamWriter(all);
        for (var i = 0; i < outcome.Lists.Count; i++)
        {
            using var source = new StreamReader(outcome.Lists[i].Path);
            var header = source.ReadLine();
            if (i == 0)
            {
                target.WriteLine(header);
            }

            while (source.ReadLine() is { } line)
            {
                target.WriteLine(line);
            }
        }

        return all;
    }

    /// <summary>The list as a workbook, every cell a text.</summary>
    private static async Task<string> WorkbookAsync(string file, CancellationToken cancellation)
    {
        var workbook = Path.ChangeExtension(file, ".xlsx");
        using var table = ((TableOpening.Opened)TableFile.Open(file, cancellation: cancellation)).File;
        using var reader = table.Read();
        reader.Read(cancellation);
        await using var stream = File.Create(workbook);
        await using (var writer = new XlsxTableWriter(stream, [.. reader.Row.ToArray().Select(name => new OutputColumn(name))]))
        {
            while (reader.Read(cancellation))
            {
                for (var i = 0; i < reader.Row.Count; i++)
                {
                    writer.Text(reader.Row[i]);
                }

                await writer.EndRowAsync(cancellation);
            }

            await writer.CompleteAsync(cancellation);
        }

        File.Delete(file);
        return workbook;
    }

    /// <summary>The yardstick: read the file, insert each row into one table of text columns, one prepared statement, one transaction.</summary>
    private static async Task<(TimeSpan Time, long Rows)> BareAsync(string file, string database, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        using var table = ((TableOpening.Opened)TableFile.Open(file, cancellation: cancellation)).File;
        using var reader = table.Read();
        reader.Read(cancellation);
        var columns = reader.Row.Count;
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", cancellation);
        await ExecuteAsync(connection, Create, cancellation);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellation);
        await using var insert = connection.CreateCommand();
        insert.CommandText = Insert;
        insert.Transaction = transaction;
        var parameters = Enumerable.Range(0, columns).Select(i => insert.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"@c{i}"), SqliteType.Text)).ToArray();
        await insert.PrepareAsync(cancellation);
        var rows = 0L;
        while (reader.Read(cancellation))
        {
            for (var i = 0; i < columns; i++)
            {
                parameters[i].Value = reader.Row[i].ToString();
            }

            insert.ExecuteNonQuery();
            rows++;
        }

        await transaction.CommitAsync(cancellation);
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        return (watch.Elapsed, rows);
    }

    private static async Task<Figures> ImportAsync(VerbCall call, string file, TimeSpan bare, long rows, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var memory = PrivateMemory.WatchAsync(stop.Token);
        var waits = OtherWriter.WatchAsync(call.Services.GetRequiredService<MainStore>(), stop.Token);
        var watch = Stopwatch.StartNew();
        var report = await call.Services.GetRequiredService<ImportOperationsHandler>().HandleAsync(new ImportSettings { File = file, Profile = "splot", List = "bench" }, static _ => { }, cancellation);
        var stored = watch.Elapsed;
        await call.Services.GetRequiredService<OutboxPump>().DrainAsync(cancellation);
        var all = watch.Elapsed;
        await stop.CancelAsync();
        return new Figures(
            RuntimeInformation.OSDescription,
            Environment.ProcessorCount,
            call.Services.GetRequiredService<MainStore>().Engine.ToString(),
            rows,
            new FileInfo(file).Length,
            bare.TotalSeconds,
            stored.TotalSeconds,
            all.TotalSeconds,
            all / bare,
            report.Outcome,
            report.Accepted,
            await memory / 1048576.0,
            await waits);
    }

    private static async Task WriteAsync(VerbCall call, Figures f, OutputFile? written, CancellationToken cancellation)
    {
        await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{f.Rows} rows, {f.FileBytes / 1048576.0:0} MiB, {f.Engine}, {f.Cores} cores, {f.Machine}"));
        await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"bare insert {f.BareSeconds:0.0} s; import {f.StoredSeconds:0.0} s; with publishing {f.AllSeconds:0.0} s; ratio {f.Ratio:0.00}"));
        await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"accepted {f.Accepted}; private memory {f.PrivateMiB:0} MiB; longest wait of another writer {f.LongestWaitMs:0} ms"));
        if (written is not null)
        {
            await JsonSerializer.SerializeAsync(written.Stream, f, JsonSerializerOptions.Web, cancellation);
            await written.CompleteAsync(cancellation);
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Figures(string Machine, int Cores, string Engine, long Rows, long FileBytes, double BareSeconds, double StoredSeconds, double AllSeconds, double Ratio, string Outcome, long Accepted, double PrivateMiB, double LongestWaitMs);
}
