using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>Whatever a person gives: a clear sentence, the right exit code, no trace of the program's insides, nothing half visible.</summary>
public sealed class HostileInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("empty", "file-empty")]
    [InlineData("blank", "file-empty")]
    [InlineData("zeros", "file-empty")]
    [InlineData("noise", "no-header")]
    [InlineData("noise after a workbook's signature", "format-damaged")]
    [InlineData("noise after an old workbook's signature", "format-damaged")]
    [InlineData("header only", "no-rows")]
    [InlineData("rows that name nothing", "no-operations")]
    [InlineData("one column", "no-header")]
    [InlineData("a million columns", "too-large")]
    [InlineData("an endless cell", "too-large")]
    [InlineData("a page", "no-table")]
    [InlineData("other JSON", "no-header")]
    [InlineData("half a JSON", "format-damaged")]
    [InlineData("a workbook that unpacks without end", "too-large")]
    [InlineData("a workbook with one cell without end", "too-large")]
    [InlineData("half a workbook", "format-damaged")]
    [InlineData("an empty workbook", "no-header")]
    public async Task Import_OfAHostileFile_IsRefusedInOneSentenceAndChangesNothing(string kind, string code)
    {
        await Run.InAsync(Data, $"import operations {Lists.In(folder)} --list held");
        var before = await Lists.PublicAsync(Data);
        await File.WriteAllBytesAsync(folder.File("hostile"), Hostile.Of(kind));

        var run = await Run.InAsync(Data, $"import operations {folder.File("hostile")} --list held --currency EUR --report {folder.File("report.json")}");

        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Answer));
        Assert.Contains($"({code})", run.Progress, StringComparison.Ordinal);
        AssertPlain(run.Progress);
        Assert.Contains("\"outcome\": \"refused\"", await File.ReadAllTextAsync(folder.File("report.json")), StringComparison.Ordinal);
        Assert.Equal(before, await Lists.PublicAsync(Data));
        Assert.False(Directory.Exists(Path.Combine(Data, "failures")));
    }

    [Theory]
    [InlineData("import operations FOLDER", "'FOLDER' is a folder; give a file.")]
    [InlineData("import operations LIST.not", "There is no file 'LIST.not'.")]
    [InlineData("import operations", "Give one file.")]
    [InlineData("import operations LIST --report FOLDER", "--report must name a file; 'FOLDER' is a folder.")]
    [InlineData("import operations LIST --report FOLDER/not/r.json", "which is not there")]
    [InlineData("import operations LIST --report LIST", "'LIST' is named twice; --report must be a file of its own.")]
    [InlineData("export operations --format itb --out FOLDER/x --report FOLDER/../folder/x", "is named twice")]
    [InlineData("import operations LIST --mapping FOLDER", "is a folder")]
    [InlineData("import operations LIST --mapping NOISE", "no valid JSON")]
    [InlineData("import operations LIST --mapping EMPTY", "The mapping file is empty.")]
    [InlineData("import operations LIST --profile nope", "--profile must be")]
    [InlineData("import operations LIST --edition 2025-13-01", "--edition must be a date")]
    [InlineData("import operations LIST --dates dd", "--dates must be")]
    [InlineData("import territory FOLDER", "is a folder")]
    [InlineData("import boundaries LIST.not", "There is no file")]
    [InlineData("export operations --out FOLDER", "--out must name a file")]
    [InlineData("export operations --out FOLDER/not/x.csv", "which is not there")]
    [InlineData("export operations --format pdf", "--format must be")]
    [InlineData("export operations --period 2021", "--period must be")]
    [InlineData("export operations --country Poland", "--country must be")]
    [InlineData("export operations --report r.json", "--format itb")]
    [InlineData("backup", "Give --out")]
    [InlineData("backup --out LIST", "is there already")]
    [InlineData("backup --out FOLDER/not/x.zip", "which is not there")]
    [InlineData("restore FOLDER", "is a folder")]
    [InlineData("generate --operations 5 --out LIST", "--out must name a folder")]
    public async Task Verb_WithAWrongWord_SaysWhatAndDoesNothing(string words, string says)
    {
        Directory.CreateDirectory(folder.File("folder"));
        await File.WriteAllBytesAsync(folder.File("noise"), Hostile.Of("noise"));
        await File.WriteAllBytesAsync(folder.File("empty"), []);
        var list = Lists.In(folder);
        string Named(string text) => text.Replace("FOLDER", folder.File("folder"), StringComparison.Ordinal).Replace("LIST", list, StringComparison.Ordinal).Replace("NOISE", folder.File("noise"), StringComparison.Ordinal).Replace("EMPTY", folder.File("empty"), StringComparison.Ordinal);

        var run = await Run.InAsync(Data, Named(words));

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Answer));
        Assert.Contains(Named(says), run.Progress, StringComparison.Ordinal);
        AssertPlain(run.Progress);
        Assert.Equal("", await Lists.PublicAsync(Data));
        Assert.Empty(Directory.EnumerateFiles(folder.Location, "*.part"));
    }

    [Fact]
    public async Task Import_StoppedHalfWay_ShowsNothingAndGoesOnWhenGivenAgain()
    {
        var list = Lists.In(folder, Lists.Long(12_000));
        using var stop = new CancellationTokenSource();
        using var progress = new StoppingWriter("Stored ", 1, stop.Cancel);

        var stopped = await Run.OfAsync(["import", "operations", list, "--data", Data], progress, cancellation: stop.Token);
        var between = await Lists.PublicAsync(Data);
        var again = await Run.InAsync(Data, "import operations " + list);

        Assert.Equal((ExitCode.Failed, "", ""), (stopped.Code, stopped.Answer, between));
        Assert.EndsWith("\nStopped before the end.\n", stopped.Progress.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Contains("12000 rows, 12000 accepted", again.Answer, StringComparison.Ordinal);
        Assert.Equal(12_000, (await Lists.PublicAsync(Data)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Import_WhoseServerGoesAway_SaysSoShowsNothingAndGoesOnWhenGivenAgain()
    {
        await using var database = await Database.CreateAsync();
        var list = Lists.In(folder, Lists.Long(12_000));
        var kill = $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.Name}'";
        using var progress = new StoppingWriter("Stored ", 1, () => PostgresServer.ExecuteAsync(kill).GetAwaiter().GetResult());

        var broken = await database.RunAsync(Data, progress, CancellationToken.None, "import", "operations", list);
        var between = await database.RunAsync(Data, "export", "operations");
        var again = await database.RunAsync(Data, "import", "operations", list);

        Assert.Equal((ExitCode.Failed, "", ""), (broken.Code, broken.Answer, between.Answer));
        AssertPlain(broken.Progress);
        Assert.Contains("The PostgreSQL server", broken.Progress, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Equal(12_000, (await database.RunAsync(Data, "export", "operations")).Answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Export_ThatIsStopped_LeavesTheFileThatWasThere()
    {
        await Run.InAsync(Data, "import operations " + Lists.In(folder, Lists.Long(12_000)));
        await File.WriteAllTextAsync(folder.File("out.csv"), "former");
        using var stop = new CancellationTokenSource();
        using var progress = new StoppingWriter("Wrote ", 1, stop.Cancel);

        var run = await Run.OfAsync(["export", "operations", "--out", folder.File("out.csv"), "--data", Data], progress, cancellation: stop.Token);

        Assert.Equal((ExitCode.Failed, "former"), (run.Code, await File.ReadAllTextAsync(folder.File("out.csv"))));
        Assert.False(File.Exists(folder.File("out.csv.part")));
    }

    private static void AssertPlain(string said)
    {
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("fault in the program", said, StringComparison.Ordinal);
    }

    /// <summary>Does something when a text is written for the n-th time.</summary>
    private sealed class StoppingWriter(string at, int times, Action act) : StringWriter
    {
        private int seen;

        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(at, StringComparison.Ordinal) == true && ++seen == times)
            {
                act();
            }
        }
    }
}
