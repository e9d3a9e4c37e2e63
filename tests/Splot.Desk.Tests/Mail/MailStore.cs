using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Mail;
using Splot.Testing;

namespace Splot.Desk.Tests.Mail;

/// <summary>A post that keeps what it took, and takes nothing while a test says so.</summary>
internal sealed class FakePost : IDelivery
{
    private int attempts;

    public ConcurrentQueue<Letter> Taken { get; } = [];

    public int Attempts => attempts;

    public DeliveryException? Problem { get; set; }

    public Task SendAsync(string id, Letter letter, CancellationToken cancellation)
    {
        Interlocked.Increment(ref attempts);
        if (Problem is not null)
        {
            throw Problem;
        }

        Taken.Enqueue(letter);
        return Task.CompletedTask;
    }
}

/// <summary>A store with the queue of mail in it, and a post that is none.</summary>
internal sealed class MailStore(TestStore stores, FakePost post) : IAsyncDisposable
{
    public FakePost Post => post;

    public ManualClock Clock => stores.Clock;

    public static async Task<MailStore> CreateAsync(Engine engine)
    {
        var post = new FakePost();
        return new MailStore(await TestStore.CreateAsync(engine, services => Add(services, post)), post);
    }

    public ServiceProvider AnotherProcess() => stores.AnotherProcess(services => Add(services, post));

    public async Task QueueAsync(Letter letter, Action? after = null, bool ready = true)
    {
        var mail = stores.Get<IMail>();
        if (ready)
        {
            await mail.ReadyAsync(CancellationToken.None);
        }

        await stores.Main.WriteAsync(
            async session =>
            {
                await mail.QueueAsync(session, letter, CancellationToken.None);
                after?.Invoke();
            },
            CancellationToken.None);
    }

    public Task<int> SendAsync() => stores.Get<MailSender>().SendDueAsync(CancellationToken.None);

    public Task<MailState> StateAsync() => stores.Get<IMail>().StateAsync(CancellationToken.None);

    /// <summary>All that the only row holds, as text.</summary>
    public Task<string> RowAsync() => stores.Main.ReadAsync(
        async session =>
        {
            await using var reader = await session.Command("SELECT content, id, problem FROM desk_letter").ExecuteReaderAsync();
            Assert.True(await reader.ReadAsync());
            return "content: " + (reader.IsDBNull(0) ? "none" : Encoding.Latin1.GetString((byte[])reader.GetValue(0))) + reader.GetValue(1) + reader.GetValue(2);
        },
        CancellationToken.None);

    public ValueTask DisposeAsync() => stores.DisposeAsync();

    private static void Add(IServiceCollection services, FakePost post)
    {
        services.AddDesk();
        services.Replace(ServiceDescriptor.Singleton<IDelivery>(post));
    }
}
