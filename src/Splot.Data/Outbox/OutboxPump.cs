using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>
/// Brings the entries of the main store's outbox to the consumers: each at least once, in order for each aggregate, each consumer at
/// its own pace. A consumer runs in one process at a time.
/// </summary>
public sealed class OutboxPump(MainStore main, IEnumerable<IConsumer> consumers, TimeProvider clock, OutboxOptions options, ILogger<OutboxPump> log)
{
    private static readonly TimeSpan PauseForOthers = TimeSpan.FromMilliseconds(50);

    /// <summary>The consumers of this process.</summary>
    internal IReadOnlyList<IConsumer> Consumers { get; } = [.. consumers];

    /// <summary>
    /// Runs all consumers until none has anything left, and returns how many deliveries that were. Waits for a process that is at it
    /// already, and for a while (<see cref="OutboxOptions.Patience"/>) for older transactions that hold entries back; what they still
    /// hold then is left to the next run. Throws <see cref="OutboxException"/> when a consumer fails; the others have then come to
    /// their end all the same.
    /// </summary>
    public async Task<long> DrainAsync(CancellationToken cancellation)
    {
        var delivered = 0L;
        var failed = new Dictionary<string, Exception>(StringComparer.Ordinal);
        bool any;
        do
        {
            any = false;
            foreach (var consumer in Consumers.Where(c => !failed.ContainsKey(c.Name)))
            {
                var run = await RunToItsEndAsync(consumer, cancellation);
                delivered += run.Delivered;
                any |= run.Delivered > 0;
                if (run.Failure is not null)
                {
                    failed.Add(consumer.Name, run.Failure);
                }
            }
        }
        while (any); // consumers may publish events themselves

        return failed.Count == 0
            ? delivered
            : throw new OutboxException(string.Join(" ", failed.Select(f => $"{f.Key} cannot handle an event: {f.Value.Message}")), failed.Values.First());
    }

    private async Task<ConsumerRun> RunToItsEndAsync(IConsumer consumer, CancellationToken cancellation)
    {
        var delivered = 0L;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var run = await RunAsync(consumer, ignoreBackOff: true, cancellation);
            delivered += run.Delivered;
            if (!run.Busy && !(run.HeldBack && watch.Elapsed < options.Patience))
            {
                return run with { Delivered = delivered };
            }

            await Task.Delay(PauseForOthers, cancellation);
        }
    }

    /// <summary>How far each consumer of this process is behind, for health checks and the doctor.</summary>
    public Task<IReadOnlyList<ConsumerStatus>> StatusAsync(CancellationToken cancellation) => OutboxUpkeep.StatusAsync(main, Consumers, cancellation);

    /// <summary>Runs one consumer until it has nothing left, fails, or is found to be run elsewhere.</summary>
    internal async Task<ConsumerRun> RunAsync(IConsumer consumer, bool ignoreBackOff, CancellationToken cancellation)
    {
        if (await LookAsync(consumer, ignoreBackOff, cancellation) is { } idle)
        {
            return idle;
        }

        var owner = Guid.NewGuid().ToString("N");
        if (!await main.WriteAsync(session => TakeAsync(session, consumer.Name, owner, cancellation), cancellation))
        {
            return new ConsumerRun(0, Busy: true);
        }

        await using var lease = new LeaseKeeper(options.Lease, token => main.WriteAsync(s => ConsumerPosition.RenewLeaseAsync(s, consumer.Name, owner, Until, token), token), clock, log, cancellation);
        try
        {
            return await new ConsumerSession(main, consumer, owner, options, clock, log).RunAsync(lease.Token);
        }
        catch (OperationCanceledException) when (lease.Lost)
        {
            return new ConsumerRun(0, Busy: true);
        }
        finally
        {
            await main.WriteAsync(session => ConsumerPosition.DropLeaseAsync(session, consumer.Name, owner, CancellationToken.None), CancellationToken.None);
        }
    }

    private DateTimeOffset Until => clock.GetUtcNow() + options.Lease;

    private async Task<bool> TakeAsync(WriteSession session, string name, string owner, CancellationToken cancellation)
    {
        await ConsumerPosition.CreateAsync(session, name, cancellation);
        return await ConsumerPosition.TakeLeaseAsync(session, name, owner, clock.GetUtcNow(), Until, cancellation);
    }

    /// <summary>Looks, without writing, whether there is anything to do: a look every second must cost nothing. Null when there is.</summary>
    private async Task<ConsumerRun?> LookAsync(IConsumer consumer, bool ignoreBackOff, CancellationToken cancellation)
    {
        await using var session = await main.OpenReadAsync(cancellation);
        var position = await ConsumerPosition.ReadAsync(session, consumer.Name, cancellation);
        if (position is null)
        {
            return null;
        }

        if (!ignoreBackOff && position.NextAttemptAt > clock.GetUtcNow().ToUnixTimeMilliseconds())
        {
            return new ConsumerRun(0);
        }

        return await OutboxReader.ReadAsync(session, position, 1, cancellation) is { Entries.Count: 0 } nothing
            ? new ConsumerRun(0) { HeldBack = nothing.HeldBack }
            : null;
    }
}

/// <summary>What came of running a consumer.</summary>
/// <param name="Delivered">Events that it handled.</param>
/// <param name="Busy">True when another process runs it.</param>
/// <param name="Failure">Why it stopped before its end.</param>
internal readonly record struct ConsumerRun(long Delivered, bool Busy = false, Exception? Failure = null)
{
    /// <summary>True when entries wait for an older transaction to end.</summary>
    public bool HeldBack { get; init; }
}

/// <summary>A consumer does not get on; the message says why.</summary>
public sealed class OutboxException(string message, Exception inner) : Exception(message, inner);
