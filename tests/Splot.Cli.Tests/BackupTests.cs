using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>Backup and restore as a person does them.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    private string Archive => folder.File("backup.zip");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Restore_ToAnEmptyFolder_BringsStoresAndKeysBack()
    {
        await BackUpAsync();

        var run = await Run.InAsync(folder.File("other"), "restore " + Archive);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Matches("^The backup of [-0-9: ]+ UTC is in place\\.\n$", run.Answer.ReplaceLineEndings("\n"));
        Assert.Equal(await Lists.PublicAsync(Data), await Lists.PublicAsync(folder.File("other")));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(folder.File("other"), "keys", "forms", "key-1.xml")));
        Assert.DoesNotContain("BAD", (await Run.InAsync(folder.File("other"), "doctor")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OverOtherData_IsRefusedUnlessToldAndThenKeepsThem()
    {
        await BackUpAsync();
        var other = folder.File("other");
        await Run.InAsync(other, "import operations " + Lists.In(folder, Lists.Long(3), "other.csv"));
        var before = await Lists.PublicAsync(other);

        var refused = await Run.InAsync(other, "restore " + Archive);
        Assert.Equal((ExitCode.Refused, "", before), (refused.Code, refused.Answer, await Lists.PublicAsync(other)));
        Assert.Contains("--replace", refused.Progress, StringComparison.Ordinal);

        SqliteConnection.ClearAllPools();
        var replaced = await Run.InAsync(other, "restore " + Archive + " --replace");
        Assert.Equal((ExitCode.Done, await Lists.PublicAsync(Data)), (replaced.Code, await Lists.PublicAsync(other)));
        Assert.Equal(before, await Lists.PublicAsync(Assert.Single(Directory.EnumerateDirectories(other, "replaced-*"))));
    }

    [Fact]
    public async Task Restore_FromABackupWithinTheDataFolder_LeavesTheBackupWhereItIs()
    {
        await Run.InAsync(Data, "import operations " + Lists.In(folder));
        Directory.CreateDirectory(Path.Combine(Data, "backups"));
        var archive = Path.Combine(Data, "backups", "backup.zip");
        await Run.InAsync(Data, "backup --out " + archive);

        var run = await Run.InAsync(Data, $"restore {archive} --replace");

        Assert.Equal((ExitCode.Done, true), (run.Code, File.Exists(archive)));
    }

    [Fact]
    public async Task Restore_WhileTheStoreIsOpen_IsRefused()
    {
        await BackUpAsync();
        await using var open = new SqliteConnection("Data Source=" + Path.Combine(Data, "main.db"));
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM data_migration";
        await command.ExecuteScalarAsync();

        var run = await Run.InAsync(Data, "restore " + Archive + " --replace");

        Assert.Equal((ExitCode.Refused, "Another process has the store open. Stop it and try again. Nothing was changed."), (run.Code, run.Progress.Trim()));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public async Task Restore_OfABackupWithOneByteChanged_ChangesNothing(double place)
    {
        await BackUpAsync();
        var bytes = await File.ReadAllBytesAsync(Archive);
        bytes[(int)(bytes.Length * place)] ^= 0x55;
        await File.WriteAllBytesAsync(Archive, bytes);

        await AssertChangesNothingAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task Restore_OfABackupCutShort_ChangesNothing(double part)
    {
        await BackUpAsync();
        var bytes = await File.ReadAllBytesAsync(Archive);
        await File.WriteAllBytesAsync(Archive, bytes[..(int)(bytes.Length * part)]);

        await AssertChangesNothingAsync();
    }

    [Theory]
    [InlineData("\"form\": 1", "\"form\": 2", "newer version")]
    [InlineData("\"sqlite\"", "\"postgres\"", "--database")]
    [InlineData("\"number\": 1,", "\"number\": 99,", "newer version")]
    [InlineData("\"keys/forms/key-1.xml\"", "\"keys/../../escaped.xml\"", "no backup")]
    [InlineData("\"keys/forms/key-1.xml\"", "\"/etc/escaped.xml\"", "no backup")]
    [InlineData("\"files\"", "\"leaves\"", "no backup")]
    [InlineData("\"public.db\"", "\"main.dump\"", "damaged or missing")]
    public async Task Restore_OfAManifestThatIsNotOurs_ChangesNothing(string was, string becomes, string says)
    {
        await BackUpAsync();
        using (var archive = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            var entry = archive.GetEntry("manifest.json")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = await reader.ReadToEndAsync();
            }

            Assert.Contains(was, text, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open());
            await writer.WriteAsync(text.Replace(was, becomes, StringComparison.Ordinal));
        }

        Assert.Contains(says, (await AssertChangesNothingAsync()).Progress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_WhileAnImportWrites_IsAStateThatWasThere()
    {
        await Run.InAsync(Data, "import operations " + Lists.In(folder));
        var list = Lists.In(folder, Lists.Long(8_000), "long.csv");
        var importing = Run.InAsync(Data, $"import operations {list} --list long");
        await Eventually.TrueAsync(() => Task.FromResult(new FileInfo(Path.Combine(Data, "main.db-wal")) is { Exists: true, Length: > 1 << 20 }));
        var backup = await Run.InAsync(Data, "backup --out " + Archive);
        Assert.Equal(ExitCode.Done, (await importing).Code);

        var restore = await Run.InAsync(folder.File("other"), "restore " + Archive);
        var count = (await Lists.PublicAsync(folder.File("other"))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

        Assert.Equal((ExitCode.Done, ExitCode.Done), (backup.Code, restore.Code));
        Assert.Contains(count, (int[])[2, 8_002]);
    }

    [Fact]
    public async Task Backup_ToAFolder_IsNamedByTheTimeAndReadableByItsOwnerOnly()
    {
        await Run.InAsync(Data, "import operations " + Lists.In(folder));
        Directory.CreateDirectory(folder.File("backups"));

        var run = await Run.InAsync(Data, "backup --out " + folder.File("backups"));

        var file = Assert.Single(Directory.EnumerateFileSystemEntries(folder.File("backups")));
        Assert.Equal((ExitCode.Done, file), (run.Code, run.Answer.Trim()));
        Assert.Matches("splot-[0-9]{8}-[0-9]{6}\\.zip$", file);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Backup_OfADamagedStore_FailsAndLeavesNoArchive()
    {
        await Run.InAsync(Data, "import operations " + Lists.In(folder, Lists.Long(2000)));
        SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(Path.Combine(Data, "main.db")))
        {
            file.Position = 8 * 4096;
            await file.WriteAsync(new byte[40 * 4096]);
        }

        var run = await Run.InAsync(Data, "backup --out " + Archive);

        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Answer));
        Assert.False(File.Exists(Archive));
        Assert.Single(run.Progress.Trim().Split('\n'));
    }

    [Fact]
    public async Task Backup_ToldHowManyDaysToKeep_RemovesOlderArchivesAndNothingElse()
    {
        await Run.InAsync(Data, "migrate");
        var backups = Directory.CreateDirectory(folder.File("backups")).FullName;
        string[] there = ["splot-20000101-000000.zip", "splot-29990101-000000.zip", "splot-old.zip", "other-20000101-000000.zip", "splot-20000101-000000.zip.sig"];
        foreach (var name in there)
        {
            await File.WriteAllTextAsync(Path.Combine(backups, name), "");
        }

        var run = await Run.InAsync(Data, $"backup --out {backups} --keep-days 30");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal([.. there.Skip(1).Append(Path.GetFileName(run.Answer.Trim())).Order(StringComparer.Ordinal)], Directory.EnumerateFiles(backups).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Backup_ThatFails_RemovesNoOlderArchive()
    {
        var backups = Directory.CreateDirectory(folder.File("backups")).FullName;
        await File.WriteAllTextAsync(Path.Combine(backups, "splot-20000101-000000.zip"), "");

        var run = await Run.InAsync(folder.File("nothing"), $"backup --out {backups} --keep-days 30");

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Single(Directory.EnumerateFiles(backups));
    }

    [Fact]
    public async Task Backup_WithKeysElsewhere_BringsThemBackThere()
    {
        Directory.CreateDirectory(folder.File("keys"));
        await File.WriteAllTextAsync(folder.File("keys/a.xml"), "a");
        await Run.InAsync(Data, "import operations " + Lists.In(folder));
        await Run.InAsync(Data, $"backup --out {Archive} --keys {folder.File("keys")}");

        await Run.InAsync(folder.File("other"), $"restore {Archive} --keys {folder.File("otherkeys")}");

        Assert.Equal("a", await File.ReadAllTextAsync(folder.File("otherkeys/a.xml")));
        Assert.False(Directory.Exists(Path.Combine(folder.File("other"), "keys")));
    }

    [Fact]
    public async Task Restore_OnPostgres_BringsTheRegistryBackAndWritesThePublicStoreAnew()
    {
        await RequireToolsAsync();
        await using var first = await Database.CreateAsync();
        await using var second = await Database.CreateAsync();
        await first.RunAsync(Data, "import", "operations", Lists.In(folder));
        Directory.CreateDirectory(Path.Combine(Data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(Data, "keys", "a.xml"), "a");
        var backup = await first.RunAsync(Data, "backup", "--out", Archive);

        var restore = await second.RunAsync(folder.File("other"), "restore", Archive);
        var again = await second.RunAsync(folder.File("other"), "restore", Archive);
        var replaced = await second.RunAsync(folder.File("other"), "restore", Archive, "--replace");

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Refused, ExitCode.Done), (backup.Code, restore.Code, again.Code, replaced.Code));
        Assert.Equal((await first.RunAsync(Data, "export", "operations")).Answer, (await second.RunAsync(folder.File("other"), "export", "operations")).Answer);
        Assert.Equal("2 operations are public.", (await second.RunAsync(folder.File("other"), "publish", "--all")).Answer.Trim());
        Assert.Equal("a", await File.ReadAllTextAsync(Path.Combine(folder.File("other"), "keys", "a.xml")));
    }

    [Fact]
    public async Task Restore_OnPostgresOfADamagedDump_ChangesNothing()
    {
        await RequireToolsAsync();
        await using var first = await Database.CreateAsync();
        await first.RunAsync(Data, "import", "operations", Lists.In(folder));
        await first.RunAsync(Data, "backup", "--out", Archive);
        var before = (await first.RunAsync(Data, "export", "operations")).Answer;
        var bytes = await File.ReadAllBytesAsync(Archive);
        bytes[bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(Archive, bytes);

        var run = await first.RunAsync(Data, "restore", Archive, "--replace");

        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Answer));
        Assert.Equal(before, (await first.RunAsync(Data, "export", "operations")).Answer);
    }

    private static async Task RequireToolsAsync()
    {
        await PostgresServer.AdminAsync();
        var there = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pg_dump")));
        Assert.SkipUnless(there || Environment.GetEnvironmentVariable("CI") == "true", "pg_dump is not on the search path.");
    }

    private async Task BackUpAsync()
    {
        await Run.InAsync(Data, "import operations " + Lists.In(folder));
        Directory.CreateDirectory(Path.Combine(Data, "keys", "forms"));
        await File.WriteAllTextAsync(Path.Combine(Data, "keys", "forms", "key-1.xml"), "<key/>");
        Assert.Equal(ExitCode.Done, (await Run.InAsync(Data, "backup --out " + Archive)).Code);
    }

    private async Task<Run> AssertChangesNothingAsync()
    {
        var other = folder.File("other");
        var run = await Run.InAsync(other, "restore " + Archive);
        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Answer));
        Assert.Single(run.Progress.Trim().Split('\n'));
        Assert.False(Directory.Exists(other), "Something was left behind.");
        return run;
    }
}
