using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>The real programs, killed at any moment while they build, follow and merge the search index: whoever starts next finds everything.</summary>
public sealed class IndexCrashTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    private string Index => Path.Combine(Data, "index");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Index_WhoseBuilderIsKilled_IsWholeOrIsBuiltAgain()
    {
        var random = new Random(5);
        await ImportAsync(seed: 1, operations: 3_000);
        var expected = await TotalsAsync();
        var hit = 0;
        for (var round = 0; round < 4; round++)
        {
            if (round % 2 == 0)
            {
                Directory.Delete(Index, recursive: true);
            }

            using var builder = StartRebuild();
            hit += await KillWhileBuildingAsync(builder, random.Next(250)) ? 1 : 0;
            var status = await Run.InAsync(Data, "index status");
            Assert.True(status.Code == ExitCode.Done, $"Round {round}: {status.Answer}{status.Progress}");
        }

        Assert.True(hit >= 2, $"Only {hit} of 4 builders were killed at work.");
        Assert.Equal(expected, await TotalsAsync());
        Assert.Contains("as their checksums say", (await Run.InAsync(Data, "index status")).Answer, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Index, "building-*"));
    }

    [Fact]
    public async Task Index_WhoseFollowerIsKilled_CatchesUpWithEveryChange()
    {
        var random = new Random(6);
        for (var seed = 1; seed <= 4; seed++)
        {
            await using var web = SplotProcess.Start("--data", Data, "--urls", "http://127.0.0.1:0");
            await web.AddressAsync();
            await ImportAsync(seed, operations: 700, list: $"list-{seed}");
            await Task.Delay(random.Next(1_200));
        } // killed by disposing of it

        var exported = (await Lists.PublicAsync(Data)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var totals = await TotalsAsync();

        Assert.StartsWith($"{exported.Length} ", totals, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Run.InAsync(Data, "index rebuild")).Code);
        Assert.Equal(totals, await TotalsAsync());
    }

    /// <summary>Total, sums and counts of everything and of a few searches, told by the web application.</summary>
    private async Task<string> TotalsAsync()
    {
        await using var web = SplotProcess.Start("--data", Data, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await web.AddressAsync(), Timeout = TimeSpan.FromSeconds(60) };
        await Eventually.TrueAsync(async () =>
        {
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return ready.StatusCode == HttpStatusCode.OK;
        });
        var told = new List<string>();
        foreach (var search in new[] { "", "?country=PL", "?q=training%20OR%20szkolenia%20OR%20обучение", "?q=demo*&sort=budget", "?region=none", "?budgetFrom=100000" })
        {
            using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/projects" + search, UriKind.Relative)));
            told.Add($"{answer.RootElement.GetProperty("total")} {answer.RootElement.GetProperty("totals")} {answer.RootElement.GetProperty("facets")}");
        }

        return string.Join('\n', told);
    }

    private async Task ImportAsync(int seed, int operations, string? list = null)
    {
        var lists = folder.File($"lists-{seed}");
        Assert.Equal(ExitCode.Done, (await Run.InAsync(Data, $"generate --operations {operations} --seed {seed} --out {lists}")).Code);
        foreach (var file in Directory.EnumerateFiles(lists, "*.csv"))
        {
            var run = await Run.InAsync(Data, $"import operations {file}{(list is null ? "" : $" --list {list}-{Path.GetFileNameWithoutExtension(file)}")}");
            Assert.True(run.Code == ExitCode.Done, run.Progress);
        }
    }

    private Process StartRebuild()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "splot.dll"), "index", "rebuild", "--data", Data])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Waits for the builder's folder and kills it so many milliseconds later; false if it had done by then.</summary>
    private async Task<bool> KillWhileBuildingAsync(Process builder, int later)
    {
        var before = Directory.Exists(Index) ? Directory.GetDirectories(Index, "building-*") : [];
        await Eventually.TrueAsync(() => Task.FromResult(builder.HasExited || (Directory.Exists(Index) && Directory.GetDirectories(Index, "building-*").Except(before, StringComparer.Ordinal).Any())));
        await Task.Delay(later);
        if (builder.HasExited)
        {
            return false;
        }

        builder.Kill();
        await builder.WaitForExitAsync();
        return true;
    }
}
