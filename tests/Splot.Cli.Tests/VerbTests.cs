using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Demo;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

public sealed class VerbTests
{
    [Fact]
    public async Task Migrate_Twice_AppliesOnce()
    {
        using var folder = new TemporaryFolder();
        var first = await Run.InAsync(folder.Location, "migrate");
        var second = await Run.InAsync(folder.Location, "migrate");

        Assert.StartsWith("The stores are up to date; migrations applied: ", first.Answer, StringComparison.Ordinal);
        Assert.Equal("The stores were up to date.", second.Answer.Trim());
    }

    [Fact]
    public async Task Migrate_ForThePortal_OpensThePublicStoreOnly()
    {
        using var folder = new TemporaryFolder();
        var run = await Run.InAsync(folder.Location, "migrate --serve portal");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.False(File.Exists(folder.File("main.db")));
    }

    [Fact]
    public async Task CheckIdentifiers_WithLines_AnswersEachInOrder()
    {
        using var folder = new TemporaryFolder();
        var run = await Run.InAsync(folder.Location, "check identifiers", "pesel 44051401359\nNIP 1234567890\nFAX 1\n\nIBAN GB82WEST12345698765432");

        Assert.Equal(
            ["pesel 44051401359 valid 1944-05-14 male", "NIP 1234567890 invalid check-digit", "FAX 1 invalid unknown-kind", "invalid unknown-kind", "IBAN GB82WEST12345698765432 valid"],
            run.Answer.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Location));
    }

    [Fact]
    public async Task Demo_ThatRefuses_IsRefusedInOneSentence()
    {
        var run = await Run.SplotAsync("demo", adjust: s => s.AddSingleton<IDemoPreset>(new Refusing()));

        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Answer));
        Assert.EndsWith("There is something else.", run.Progress.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OnAnEmptyFolder_FindsNothingBadAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        var run = await Run.InAsync(folder.Location, "doctor");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Location));
    }

    [Fact]
    public async Task Doctor_AfterMigrating_FindsBothStoresUpToDate()
    {
        using var folder = new TemporaryFolder();
        await Run.InAsync(folder.Location, "migrate");
        var run = await Run.InAsync(folder.Location, "doctor");

        Assert.Contains("The main store answers and is up to date.", run.Answer, StringComparison.Ordinal);
        Assert.Contains("The public store answers and is up to date.", run.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WithADamagedStore_SaysSo()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("main.db"), new string('x', 5000));
        var run = await Run.InAsync(folder.Location, "doctor");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("BAD   The main store does not answer. A file in the data folder is no intact SQLite store; restore a backup.", run.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WithoutReachableServer_SaysSo()
    {
        var run = await Run.SplotAsync("doctor --database Host=127.0.0.1;Port=1;Database=splot;Username=splot;Timeout=2");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("BAD   The main store does not answer. The PostgreSQL server cannot be reached", run.Answer, StringComparison.Ordinal);
    }

    private sealed class Refusing : IDemoPreset
    {
        public Task<DemoOutcome> LoadAsync(CancellationToken cancellation) => Task.FromResult<DemoOutcome>(new DemoOutcome.Refused("There is something else."));
    }
}
