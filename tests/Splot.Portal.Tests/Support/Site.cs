using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Portal.Tests.Support;

/// <summary>The whole application as an operator uses it: verbs on its own stores, then the index caught up.</summary>
internal static class Site
{
    /// <summary>The application without what works in the background: the clock may be moved by hours at once, and everything happens when a test says so.</summary>
    public static Task<SplotApp> StartAsync(Engine engine) => SplotApp.StartAsync(engine, adjust: services => services.RemoveAll<IHostedService>());

    /// <summary>Runs a verb; fails unless it is done. What it answered.</summary>
    public static async Task<string> RunAsync(this SplotApp app, string verb, IReadOnlyList<string> arguments, params (string Name, string Value)[] options)
    {
        await using var answer = new StringWriter();
        await using var progress = new StringWriter();
        var call = new VerbCall(arguments, options.ToDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal), TextReader.Null, Stream.Null, answer, progress, app.Services);
        var code = await app.Services.GetServices<Verb>().Single(v => v.Name == verb).RunAsync(call, CancellationToken.None);
        Assert.True(code == ExitCode.Done, $"{verb} ended with {code}: {progress}");
        await app.CatchUpAsync();
        return answer.ToString();
    }

    /// <summary>Imports a list in the splot profile, written as text.</summary>
    public static async Task ImportAsync(this SplotApp app, string list, string edition, string publish = "yes", string name = "a-list")
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("list.csv"), list);
        await app.RunAsync("import operations", [folder.File("list.csv")], ("--list", name), ("--edition", edition), ("--publish", publish));
    }

    /// <summary>Invents lists of operations and imports them an hour apart.</summary>
    public static async Task GenerateAsync(this SplotApp app, int operations, int seed)
    {
        using var folder = new TemporaryFolder();
        await app.RunAsync("generate", [], ("--operations", $"{operations}"), ("--out", folder.Location), ("--seed", $"{seed}"), ("--summary-words", "30"));
        foreach (var list in Directory.EnumerateFiles(folder.Location).Order(StringComparer.Ordinal))
        {
            await app.RunAsync("import operations", [list], ("--edition", "2026-05-31"));
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    /// <summary>Withdraws some operations, spread over the store.</summary>
    public static async Task WithdrawAsync(this SplotApp app, int count)
    {
        var ids = (await app.Client.GetStringAsync(new Uri("/api/v1/projects.ndjson?fields=id&sort=budget", UriKind.Relative)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string)JsonNode.Parse(line)!["id"]!).ToList();
        foreach (var id in Enumerable.Range(0, count).Select(i => ids[i * ids.Count / count]))
        {
            await app.RunAsync("withdraw", [id], ("--reason", "Published by mistake."));
        }
    }
}
