using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Tests.Canary;
using Splot.Data.Tests.Stores;

namespace Splot.Data.Tests.Outbox;

/// <summary>A consumer that writes down what it hears and does what the test says.</summary>
internal sealed class Listener(string name = "listener") : IConsumer
{
    private readonly ConcurrentQueue<string> heard = new();

    public string Name => name;

    public IReadOnlySet<string> Events { get; init; } = new HashSet<string> { BirdHatched.Name };

    /// <summary>Aggregates of the events heard, in order, doubles included.</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    public Func<string, CancellationToken, Task> OnHeard { get; set; } = (_, _) => Task.CompletedTask;

    public async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        var aviary = delivery.Read<BirdHatched>().Aviary;
        heard.Enqueue(aviary);
        await OnHeard(aviary, cancellation);
    }

    public void AddTo(IServiceCollection services)
    {
        CanaryContext.Add(services);
        services.AddSingleton<IConsumer>(this);
    }
}

internal static class Publishing
{
    public static Task PublishAsync(this Store store, params string[] aviaries) => store.WriteAsync(
        session =>
        {
            foreach (var aviary in aviaries)
            {
                session.Publish(new BirdHatched(aviary));
            }

            return Task.CompletedTask;
        },
        CancellationToken.None);

    /// <summary>One run, as the service makes one every second; again where a transaction of another test's database was just ending.</summary>
    public static async Task<ConsumerRun> RunAsync(this OutboxPump pump, IConsumer consumer)
    {
        for (var attempt = 1; ; attempt++)
        {
            var run = await pump.RunAsync(consumer, ignoreBackOff: false, CancellationToken.None);
            if (!run.HeldBack || attempt == 10)
            {
                return run;
            }

            await Task.Delay(10);
        }
    }
}
