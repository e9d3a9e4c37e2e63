using Npgsql;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

public sealed class TerminalTests
{
    [Fact]
    public async Task Splot_WithoutWords_ShowsTheOverviewAsWrongUsage()
    {
        var run = await Run.SplotAsync("");

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Answer));
        Assert.Contains("Usage: splot VERB", run.Progress, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "check identifiers")]
    [InlineData("--help", "--public-url URL")]
    [InlineData("-h", "migrate")]
    [InlineData("migrate --help", "Usage: splot migrate")]
    [InlineData("--help check", "check identifiers")]
    [InlineData("check identifiers --help", "PESEL")]
    public async Task Help_ForWords_IsAnAnswer(string words, string expected)
    {
        var run = await Run.SplotAsync(words);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Progress));
        Assert.Contains(expected, run.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ForEveryVerb_NamesItsArgumentsAndOptions()
    {
        var overview = await Run.SplotAsync("--help", adjust: Run.With("sing aloud", (_, _) => Task.FromResult(0), "SONG", new VerbOption("--voice", "NAME", "Whose voice.")));
        var page = await Run.SplotAsync("sing aloud --help", adjust: Run.With("sing aloud", (_, _) => Task.FromResult(0), "SONG", new VerbOption("--voice", "NAME", "Whose voice.")));

        Assert.Contains("sing aloud SONG", overview.Answer, StringComparison.Ordinal);
        Assert.Contains("Usage: splot sing aloud SONG [OPTIONS]", page.Answer, StringComparison.Ordinal);
        Assert.Contains("--voice NAME", page.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance", "There is no splot dance.")]
    [InlineData("check", "splot check identifiers")]
    [InlineData("migrate --quickly", "Unknown option --quickly.")]
    [InlineData("migrate everything", "everything is one word too many")]
    [InlineData("migrate --database nonsense", "--database")]
    [InlineData("migrate --demo --demo", "--demo is given twice.")]
    public async Task Splot_WithWrongWords_SaysSoAndDoesNothing(string words, string expected)
    {
        var run = await Run.SplotAsync(words);

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Answer));
        Assert.Contains(expected, run.Progress, StringComparison.Ordinal);
        Assert.Single(run.Progress.Trim().Split('\n'));
    }

    [Fact]
    public async Task Verb_WithLongerNameThatFits_IsTheOneThatRuns()
    {
        var run = await Run.SplotAsync("sing aloud now", adjust: services =>
        {
            Run.With("sing", (_, _) => Task.FromResult(ExitCode.Refused), "SONG…")(services);
            Run.With("sing aloud", (call, _) => Say(call, "aloud " + call.Arguments[0]), "SONG")(services);
        });

        Assert.Equal((ExitCode.Done, "aloud now\n"), (run.Code, run.Answer.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Verb_WithOptions_GetsThem()
    {
        var run = await Run.SplotAsync(
            "sing --voice=low song --loud",
            adjust: Run.With("sing", (call, _) => Say(call, $"{call.Arguments[0]} {call.Option("--voice")} {call.Option("--loud") is not null}"), "SONG", new VerbOption("--voice", "NAME", "Voice."), new VerbOption("--loud", null, "Loud.")));

        Assert.Equal("song low True", run.Answer.Trim());
    }

    [Fact]
    public async Task Verb_WithABug_GivesOneSentenceWithAReferenceAndKeepsTheTrace()
    {
        using var folder = new TemporaryFolder();
        var run = await Run.InAsync(folder.Location, "sing", adjust: Run.With("sing", (_, _) => throw new InvalidOperationException("broken on purpose")));
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Location, "failures")));

        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Answer));
        Assert.Contains(Path.GetFileNameWithoutExtension(file), run.Progress, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Splot.", run.Progress, StringComparison.Ordinal);
        Assert.Contains("broken on purpose", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_ThatIsStopped_SaysSo()
    {
        using var stop = new CancellationTokenSource();
        var run = await Run.SplotAsync("sing", adjust: Run.With("sing", async (_, cancellation) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return ExitCode.Done;
        }), cancellation: stop.Token);

        Assert.Equal((ExitCode.Failed, "Stopped before the end.\n"), (run.Code, run.Progress.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Verb_WithoutReachableServer_SaysSoInOneSentence()
    {
        var run = await Run.SplotAsync("migrate --database Host=127.0.0.1;Port=1;Database=splot;Username=splot;Timeout=2");

        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Answer));
        Assert.Contains("cannot be reached", run.Progress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_OnADatabaseThatIsNotThere_SaysSoInOneSentence()
    {
        var server = new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync(PostgresServer.NewName()));
        using var folder = new TemporaryFolder();
        using var progress = new StringWriter();
        var code = await Terminal.RunAsync(["migrate", "--data", folder.Location, "--database", server.ToString()], TextReader.Null, Stream.Null, progress, null, CancellationToken.None);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal("The PostgreSQL server has no such database; create it first, then start again.", progress.ToString().Trim());
    }

    private static async Task<int> Say(VerbCall call, string text)
    {
        await call.Answer.WriteLineAsync(text);
        return ExitCode.Done;
    }
}
