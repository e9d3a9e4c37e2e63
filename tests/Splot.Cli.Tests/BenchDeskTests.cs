using System.Text.Json;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

public sealed class BenchDeskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Bench_OnBothEngines_TellsARatioOfEachAndLeavesNothing()
    {
        var server = await PostgresServer.ConnectionStringAsync("postgres");
        var json = folder.File("desk.json");
        using var progress = new StringWriter();

        var run = await Run.OfAsync(["bench", "desk", "--size", "20", "--people", "40", "--engines", "sqlite,postgres", "--postgres", server, "--out", json, "--data", folder.File("data")], progress);

        Assert.Equal((ExitCode.Done, 3), (run.Code, run.Answer.Trim().Split('\n').Length));
        var engines = JsonDocument.Parse(await File.ReadAllTextAsync(json)).RootElement.GetProperty("engines").EnumerateArray().ToList();
        Assert.Equal(["Sqlite", "Postgres"], engines.Select(e => e.GetProperty("engine").GetString()));
        Assert.All(engines, e => Assert.True(e.GetProperty("ratio").GetDouble() > 0));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("data")));
    }
}
