using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>Every verb: help is an answer, wrong words are 2, what is missing around the program 3, and the answer is empty unless there is one.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string NoServer = "Host=127.0.0.1;Port=1;Database=splot;Username=splot;Timeout=2";

    private readonly TemporaryFolder folder = new();

    private static readonly IReadOnlyList<Verb> All = Verbs();

    public static TheoryData<string> Names => [.. All.Select(v => v.Name)];

    public static TheoryData<string> WithStores => [.. All.Where(v => !v.WithoutStores).Select(v => v.Name)];

    // A call of each verb that does its work, in a folder that holds the list of Lists.Good.
    public static TheoryData<string> Working =>
    [
        "migrate",
        "import operations LIST",
        "import operations LIST --dry-run",
        "import organisations ORGANISATIONS --kind partner",
        "import territory TERRITORY",
        "import boundaries OUTLINES",
        "publish pl-a1",
        "publish --all",
        "withdraw A1 --reason Withdrawn",
        "export operations",
        "review persons",
        "generate --operations 5 --out NEW",
        "check identifiers",
        "doctor",
        "audit verify",
        "keys status",
        "keys rotate",
        "backup --out NEW.zip",
        "index rebuild",
        "index status",
        "bench search --engines own",
        "reports",
        "admin invite zofia@example.org --language pl",
        "bench persons --size 30 --questions 10",
        "bench desk --size 10 --people 30",
    ];

    // And one that is refused.
    public static TheoryData<string> Refusing =>
    [
        "demo",
        "import operations NOISE",
        "import organisations NOISE",
        "import territory NOISE",
        "import boundaries NOISE",
        "publish nothing",
        "withdraw nothing --reason Withdrawn",
        "export operations --list nothing",
        "review persons nothing --is person",
        "bench import --size 1",
        "backup --out NEW.zip --data NEW",
        "restore NOISE",
        "reports remove 1",
    ];

    // And one that is wrong, beyond unknown options and words.
    public static TheoryData<string> Misused =>
    [
        "admin invite",
        "admin invite nobody",
        "import operations",
        "import organisations",
        "import organisations NOISE --kind dog",
        "import territory",
        "import boundaries",
        "publish",
        "publish pl-a1 --all",
        "withdraw",
        "withdraw pl-a1",
        "export operations --format doc",
        "review persons x --is dog",
        "review persons x",
        "generate",
        "generate --operations five --out NEW",
        "generate --operations 5",
        "generate --operations 5 --participations 5 --out NEW",
        "bench import --size 0",
        "bench search --size 0",
        "bench search --engines lucene",
        "bench search --engines postgres",
        "bench desk --size 0",
        "bench desk --engines lucene",
        "bench desk --engines postgres",
        "bench pages",
        "bench pages localhost",
        "bench pages http://localhost:1 --seconds 0",
        "reports remove",
        "backup",
        "backup --out NEW.zip --serve portal",
        "backup --out NEW.zip --keep-days 30",
        "backup --out NEW.zip --keep-days none",
        "restore",
        "restore NEW",
    ];

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Names))]
    public async Task Help_OfEachVerb_IsAnAnswer(string verb)
    {
        var run = await Run.SplotAsync(verb + " --help");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Progress));
        Assert.Contains("Usage: splot " + verb, run.Answer, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task WrongOption_OfEachVerb_IsWrongUsage(string verb) => AssertUsage(await Run.SplotAsync(verb + " --no-such-option"), "--no-such-option");

    [Theory, MemberData(nameof(Names))]
    public async Task TooManyWords_ForEachVerb_AreWrongUsage(string verb) => AssertUsage(await Run.SplotAsync(verb + " a b c d e f g"), "one word too many");

    [Theory, MemberData(nameof(Names))]
    public async Task OptionWithoutValue_OfEachVerb_IsWrongUsage(string verb)
    {
        foreach (var option in All.Single(v => v.Name == verb).Options.Where(o => o.Value is not null))
        {
            AssertUsage(await Run.SplotAsync($"{verb} {option.Name}"), option.Name + " needs a value");
        }
    }

    [Theory, MemberData(nameof(WithStores))]
    public async Task NoServer_ForEachVerbThatNeedsOne_IsAFailure(string verb)
    {
        using var progress = new StringWriter();
        var run = await Run.OfAsync([.. verb.Split(' '), "--data", folder.Location, "--database", NoServer], progress);

        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Answer));
        Assert.Contains("cannot be reached", run.Progress, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(WithStores))]
    public async Task PortalAlone_ForEachVerbThatNeedsTheMainStore_IsWrongUsage(string verb)
    {
        if (!All.Single(v => v.Name == verb).PublicOnly)
        {
            AssertUsage(await Run.SplotAsync(verb + " --serve portal"), "needs the main store");
        }
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("backup --out NEW.zip")]
    [InlineData("restore BACKUP")]
    public async Task NoServer_ForVerbsThatOpenStoresThemselves_IsAFailure(string words)
    {
        await Run.InAsync(folder.File("data"), "migrate");
        await Run.InAsync(folder.File("data"), "backup --out " + folder.File("backup.zip"));
        using var progress = new StringWriter();

        var run = await Run.OfAsync([.. Named(words).Split(' '), "--data", folder.File("other"), "--database", NoServer], progress);

        // A backup of SQLite stores does not fit PostgreSQL, which is known before the server is asked.
        Assert.Equal(words.StartsWith("restore", StringComparison.Ordinal) ? ExitCode.Refused : ExitCode.Failed, run.Code);
        Assert.Equal("", run.Answer);
    }

    [Fact]
    public async Task Call_WithoutTheKeysOfTheStore_IsAFailureThatMakesNoNewOnes()
    {
        var (data, keys) = (folder.File("data"), Path.Combine(folder.File("data"), "keys", "master"));
        await Run.InAsync(data, "migrate");
        var seal = Run.With("seal", async (call, cancellation) =>
        {
            await call.Services.GetRequiredService<KeyRing>().ReadyAsync(cancellation);
            return ExitCode.Done;
        });
        Assert.Equal(ExitCode.Done, (await Run.InAsync(data, "seal", adjust: seal)).Code);
        Directory.Delete(keys, recursive: true);

        var run = await Run.InAsync(data, "audit verify");

        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Answer));
        Assert.Contains("Put the keys folder of this store there", run.Progress, StringComparison.Ordinal);
        Assert.False(Directory.Exists(keys));
    }

    [Fact]
    public async Task Generate_WhereNothingCanBeMade_IsAFailure()
    {
        await File.WriteAllTextAsync(folder.File("file"), "");

        var run = await Run.SplotAsync($"generate --operations 5 --out {folder.File("file")}/within");

        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Answer));
    }

    [Fact]
    public async Task BenchPages_WhereNothingAnswers_IsAFailure()
    {
        var run = await Run.SplotAsync("bench pages http://127.0.0.1:1");

        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Answer));
        Assert.Contains("does not answer as a Splot does", run.Progress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_OfAFewRows_PrintsItsRatioAndWritesJson()
    {
        var run = await Run.InAsync(folder.File("data"), "bench import --size 50 --out " + folder.File("bench.json"));

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("ratio", run.Answer, StringComparison.Ordinal);
        Assert.Contains("\"ratio\":", await File.ReadAllTextAsync(folder.File("bench.json")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Working))]
    public async Task Call_ThatWorks_IsDone(string words)
    {
        await PrepareAsync();
        var run = await Run.InAsync(folder.File("data"), Named(words), "PESEL 44051401359\n");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Code == ExitCode.Done ? "" : run.Progress));
    }

    [Theory, MemberData(nameof(Refusing))]
    public async Task Call_ThatIsRefused_AnswersNothingAndSaysWhy(string words)
    {
        await PrepareAsync();
        var run = await InAsync(words);

        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Answer));
        Assert.NotEqual("", run.Progress.Trim());
    }

    [Theory, MemberData(nameof(Misused))]
    public async Task Call_ThatIsWrong_AnswersNothingAndSaysWhatWouldBeRight(string words)
    {
        var run = await InAsync(words);

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Answer));
        Assert.Single(run.Progress.Trim().Split('\n'));
    }

    [Fact]
    public void Verbs_Together_HaveACallForEachOutcome()
    {
        string[] calls = [.. Working.Select(r => r.Data), .. Refusing.Select(r => r.Data), .. Misused.Select(r => r.Data), "demo", "bench import", "restore NEW"];
        Assert.All(All, verb => Assert.Contains(calls, call => call.StartsWith(verb.Name, StringComparison.Ordinal)));
        Assert.All(All.Where(v => v.Arguments.Length > 0 && v.Arguments[0] != '['), verb => Assert.Contains(Misused.Select(r => r.Data), call => call == verb.Name));
    }

    private static List<Verb> Verbs()
    {
        var services = new ServiceCollection();
        Modules.Add(services, new SplotOptions { DataFolder = "unused" });
        return [.. services.Where(s => s.ServiceType == typeof(Verb)).Select(s => s.ImplementationInstance as Verb ?? (Verb)s.ImplementationFactory!(null!)).OrderBy(v => v.Name, StringComparer.Ordinal)];
    }

    private static void AssertUsage(Run run, string says)
    {
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Answer));
        Assert.Contains(says, run.Progress, StringComparison.Ordinal);
    }

    private Task<Run> InAsync(string words) =>
        words.Contains("--data", StringComparison.Ordinal)
            ? Run.OfAsync(Named(words).Split(' '), new StringWriter())
            : Run.InAsync(folder.File("data"), Named(words));

    private async Task PrepareAsync()
    {
        await File.WriteAllBytesAsync(folder.File("noise"), Hostile.Of("noise"));
        await File.WriteAllTextAsync(folder.File("territory"), "kind\tcode\tparent\tfrom\tto\ttype\tlang\tnational\nlau\tRSE99\tBG323\t2027-01-01\t\tobshtina\tbg\tНова\n");
        await File.WriteAllTextAsync(folder.File("organisations"), "name;nip\nFundacja;1234563218\n");
        await File.WriteAllTextAsync(folder.File("outlines"), """{"type":"FeatureCollection","features":[{"properties":{"code":"BG323"},"geometry":{"type":"Polygon","coordinates":[[[25,43],[26,43],[26,44],[25,43]]]}}]}""");
        await Run.InAsync(folder.File("data"), "import operations " + Lists.In(folder));
    }

    private string Named(string words) => words
        .Replace("LIST", folder.File("list.csv"), StringComparison.Ordinal)
        .Replace("NOISE", folder.File("noise"), StringComparison.Ordinal)
        .Replace("ORGANISATIONS", folder.File("organisations"), StringComparison.Ordinal)
        .Replace("TERRITORY", folder.File("territory"), StringComparison.Ordinal)
        .Replace("OUTLINES", folder.File("outlines"), StringComparison.Ordinal)
        .Replace("BACKUP", folder.File("backup.zip"), StringComparison.Ordinal)
        .Replace("NEW", folder.File("new"), StringComparison.Ordinal);
}
