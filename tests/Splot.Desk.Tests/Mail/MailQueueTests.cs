using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Mail;
using Splot.Kernel;
using Splot.Testing;

namespace Splot.Desk.Tests.Mail;

public sealed class MailQueueTests
{
    private static readonly Letter Sample = new("zofia@example.org", Language.English, "A secret subject", "https://splot.example/en/join/secret");

    [Theory, EachEngine]
    public async Task Letter_Committed_IsSentOnceAndGone(Engine engine)
    {
        await using var stores = await MailStore.CreateAsync(engine);
        await stores.QueueAsync(Sample);

        await stores.SendAsync();
        await stores.SendAsync();

        Assert.Equal([Sample], stores.Post.Taken);
        Assert.Equal(new MailState(0, null, 0, null), await stores.StateAsync());
    }

    [Theory, EachEngine]
    public async Task Letter_OfACommandThatFailed_IsNeverSent(Engine engine)
    {
        await using var stores = await MailStore.CreateAsync(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.QueueAsync(Sample, () => throw new InvalidOperationException("canary")));

        await stores.SendAsync();

        Assert.Empty(stores.Post.Taken);
    }

    [Theory, EachEngine]
    public async Task Store_OfLettersThatWait_HoldsNothingInPlain(Engine engine)
    {
        await using var stores = await MailStore.CreateAsync(engine);
        await stores.QueueAsync(Sample);

        var kept = await stores.RowAsync();

        Assert.DoesNotContain("secret", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("zofia", kept, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Letter_NotTakenNow_IsTriedAgainLaterAndLater(Engine engine)
    {
        await using var stores = await MailStore.CreateAsync(engine);
        await stores.QueueAsync(Sample);
        stores.Post.Problem = new DeliveryException("The mail server answered 451 to RCPT.", forGood: false);
        await stores.SendAsync();
        Assert.Equal(new MailState(1, stores.Clock.GetUtcNow(), 0, "The mail server answered 451 to RCPT."), await stores.StateAsync());

        var attempts = new List<int>();
        foreach (var minutes in new[] { 0.9, 0.1, 1.9, 0.1 })
        {
            stores.Clock.Leap(TimeSpan.FromMinutes(minutes));
            await stores.SendAsync();
            attempts.Add(stores.Post.Attempts);
        }

        Assert.Equal([1, 2, 2, 3], attempts);
        stores.Post.Problem = null;
        stores.Clock.Leap(TimeSpan.FromMinutes(4));
        await stores.SendAsync();
        Assert.Equal([Sample], stores.Post.Taken);
    }

    [Theory, EachEngine]
    public async Task Letter_NeverTaken_IsGivenUpWithoutItsContent(Engine engine)
    {
        await using var stores = await MailStore.CreateAsync(engine);
        await stores.QueueAsync(Sample);
        stores.Post.Problem = new DeliveryException("The mail server answered 550 to RCPT.", forGood: true);

        await stores.SendAsync();

        Assert.Equal(new MailState(0, null, 1, "The mail server answered 550 to RCPT."), await stores.StateAsync());
        Assert.StartsWith("content: none", await stores.RowAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_ThatLostItsSense_IsNotSent()
    {
        await using var stores = await MailStore.CreateAsync(Engine.Sqlite);
        await stores.QueueAsync(Sample with { GoodUntil = stores.Clock.GetUtcNow() + TimeSpan.FromHours(1) });

        stores.Clock.Leap(TimeSpan.FromHours(1));
        await stores.SendAsync();

        Assert.Empty(stores.Post.Taken);
        Assert.Equal(1, (await stores.StateAsync()).Failed);
    }

    [Theory, EachEngine]
    public async Task Letters_SentByTwoProcessesAtOnce_GoOnce(Engine engine)
    {
        await using var stores = await MailStore.CreateAsync(engine);
        for (var i = 0; i < 10; i++)
        {
            await stores.QueueAsync(Sample with { Subject = $"Letter {i}" });
        }

        await using var other = stores.AnotherProcess();
        await Task.WhenAll(stores.SendAsync(), other.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None));

        Assert.Equal(10, stores.Post.Taken.Count);
    }

    [Fact]
    public async Task Letter_QueuedBeforeTheKeysAreReady_IsABug()
    {
        await using var stores = await MailStore.CreateAsync(Engine.Sqlite);

        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.QueueAsync(Sample, ready: false));
    }

    [Fact]
    public async Task File_OfALetter_IsReadByItsOwnerAlone()
    {
        using var folder = new TemporaryFolder();
        var options = new SplotOptions { DataFolder = folder.Location, PublicUrl = new Uri("https://splot.example") };

        await new FileDelivery(options, new ManualClock()).SendAsync("letter-1", Sample, CancellationToken.None);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.Location, "mail")));
        Assert.Equal("20260601-080000-letter-1.eml", Path.GetFileName(file));
        var text = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file));
        Assert.StartsWith("From: <no-reply@splot.example>\r\nTo: <zofia@example.org>\r\nSubject: A secret subject\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nhttps://splot.example/en/join/secret\r\n", text, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }
}
