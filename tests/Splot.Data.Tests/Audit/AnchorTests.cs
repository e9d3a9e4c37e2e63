using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Splot.Testing;

namespace Splot.Data.Tests.Audit;

public sealed class AnchorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Own => folder.File(Path.Combine("keys", "audit.anchor"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_Head_OneLineForItsOwnerOnly()
    {
        await Anchors().WriteAsync(Head(120), CancellationToken.None);

        Assert.Equal($"120 {Convert.ToHexStringLower(Head(120).Hash)} 2026-06-01T08:00:05.000Z\n", await File.ReadAllTextAsync(Own));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Own));
        }
    }

    [Fact]
    public async Task Write_SameHeadAgain_AlsoByAnotherProcess_OneLine()
    {
        var anchors = Anchors();
        await anchors.WriteAsync(Head(0), CancellationToken.None); // nothing is sealed yet
        Assert.False(File.Exists(Own));
        await anchors.WriteAsync(Head(1), CancellationToken.None);
        await anchors.WriteAsync(Head(1), CancellationToken.None);
        await Anchors().WriteAsync(Head(1), CancellationToken.None);
        await Anchors().WriteAsync(Head(2), CancellationToken.None);

        Assert.Equal([1, 2], Anchors().Read().Select(a => a.Number));
    }

    [Fact]
    public async Task Write_AfterALineThatWasTornOff_BeginsALineOfItsOwn()
    {
        await Anchors().WriteAsync(Head(1), CancellationToken.None);
        await File.AppendAllTextAsync(Own, "2 5f2");

        await Anchors().WriteAsync(Head(3), CancellationToken.None);

        Assert.Equal([1, 3], Anchors().Read().Select(a => a.Number));
        Assert.Equal(3, (await File.ReadAllLinesAsync(Own)).Length);
    }

    [Fact]
    public void Add_LongFile_IsPutAsideAndStillRead()
    {
        var file = new AnchorFile(folder.File("anchor"), 500);
        for (var number = 1; number <= 30; number++)
        {
            file.Add(Head(number));
        }

        var numbers = file.Read().Select(a => a.Number).ToList();
        Assert.Equal(30, numbers[^1]);
        Assert.Equal(Enumerable.Range(31 - numbers.Count, numbers.Count).Select(n => (long)n), numbers);
        Assert.InRange(numbers.Count, 6, 29);
        Assert.Equal(2, Directory.GetFiles(folder.Location).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("x 0000000000000000000000000000000000000000000000000000000000000000 2026-06-01T08:00:05.000Z")]
    [InlineData("1 000000000000000000000000000000000000000000000000000000000000000g 2026-06-01T08:00:05.000Z")]
    [InlineData("1 0000000000000000000000000000000000000000000000000000000000000000 2026-06-01")]
    [InlineData("1 0000000000000000000000000000000000000000000000000000000000000000 2026-06-01T08:00:05.000Z more")]
    public void Parse_WhatIsNoAnchor_Nothing(string line) => Assert.Null(AuditAnchor.Parse(line));

    [Fact]
    public async Task Write_SinkIsAFile_HasTheSameLinesAndIsRead()
    {
        var sink = folder.File(Path.Combine("elsewhere", "audit.log"));
        await Anchors(sink).WriteAsync(Head(1), CancellationToken.None);
        await Anchors(sink).WriteAsync(Head(2), CancellationToken.None);

        Assert.Equal(await File.ReadAllTextAsync(Own), await File.ReadAllTextAsync(sink));
        File.Delete(Own);
        Assert.Equal([1, 2], Anchors(sink).Read().Select(a => a.Number));
    }

    [Fact]
    public async Task Write_SinkIsSyslog_SendsOneDatagramForEachHead()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var anchors = Anchors($"syslog://127.0.0.1:{((IPEndPoint)server.Client.LocalEndPoint!).Port}");
        await anchors.WriteAsync(Head(1), CancellationToken.None);
        await anchors.WriteAsync(Head(1), CancellationToken.None);
        await anchors.WriteAsync(Head(2), CancellationToken.None);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var first = Encoding.ASCII.GetString((await server.ReceiveAsync(patience.Token)).Buffer);
        var second = Encoding.ASCII.GetString((await server.ReceiveAsync(patience.Token)).Buffer);
        Assert.Matches($"^<110>1 2026-06-01T08:00:05\\.000Z [-.A-Za-z0-9]+ splot - audit - head {Head(1)}$", first);
        Assert.EndsWith($" head {Head(2)}", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_SinkFails_TheKeysFolderHasTheHeadAndTheSinkGetsItLater()
    {
        var sink = folder.File(Path.Combine("elsewhere", "audit.log"));
        await File.WriteAllTextAsync(folder.File("elsewhere"), "in the way");
        var anchors = Anchors(sink);
        await anchors.WriteAsync(Head(1), CancellationToken.None);
        Assert.True(File.Exists(Own));

        File.Delete(folder.File("elsewhere"));
        await anchors.WriteAsync(Head(1), CancellationToken.None);

        Assert.Equal(await File.ReadAllTextAsync(Own), await File.ReadAllTextAsync(sink));
    }

    [Fact]
    public async Task Backup_OfALivingAudit_IsWholeWhereItIsRestored()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite);
        await stores.RecordAsync("a", "b");
        await stores.SealAsync();
        await using (var archive = new FileStream(folder.File("backup.zip"), FileMode.Create, FileAccess.ReadWrite))
        {
            Directory.CreateDirectory(folder.File("work"));
            Assert.IsType<BackupOutcome.Written>(await stores.Get<Backup>().WriteAsync(archive, folder.File("work"), CancellationToken.None));
        }

        await stores.RecordAsync("c"); // the archive knows nothing of it
        await stores.SealAsync();
        await using var other = await TestStore.CreateEmptyAsync(Engine.Sqlite);
        Assert.IsType<RestoreOutcome.Restored>(await other.Get<Restore>().RunAsync(folder.File("backup.zip"), replace: false, CancellationToken.None));

        var whole = Assert.IsType<AuditVerification.Whole>(await other.VerifyAsync());
        Assert.Equal((2L, 1), (whole.Checked, whole.Anchors));
    }

    private static AuditAnchor Head(long number) =>
        new(number, SHA256.HashData(BitConverter.GetBytes(number)), new DateTimeOffset(2026, 6, 1, 8, 0, 5, TimeSpan.Zero));

    private AuditAnchors Anchors(string? sink = null) => new(new SplotOptions { DataFolder = folder.Location, AuditSink = sink }, NullLogger<AuditAnchors>.Instance);
}
