using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>One run of a consumer under its lease.</summary>
internal sealed class ConsumerSession(MainStore main, IConsumer consumer, string owner, OutboxOptions options, TimeProvider clock, ILogger log)
{
    private long delivered;

    /// <summary>Handles batch after batch until nothing is left or the consumer fails.</summary>
    public async Task<ConsumerRun> RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await NextAsync(cancellation) is not { } next)
            {
                log.LogWarning("The store was restored from another server: every consumer begins again at the oldest event kept");
                await main.WriteAsync(session => OutboxReader.BeginAgainAsync(session, cancellation), cancellation);
                return new ConsumerRun(delivered, Busy: true); // everybody's lease was taken back with everybody's position
            }

            if (next.Entries.Count == 0)
            {
                return new ConsumerRun(delivered) { HeldBack = next.HeldBack };
            }

            if (await HandleAsync(next.Position, next.Entries, cancellation) is { } end)
            {
                return end;
            }
        }
    }

    private async Task<OutboxReading?> NextAsync(CancellationToken cancellation)
    {
        await using var session = await main.OpenReadAsync(cancellation);
        var position = await ConsumerPosition.ReadAsync(session, consumer.Name, cancellation);
        return await OutboxReader.ReadAsync(session, position!, options.Batch, cancellation);
    }

    /// <summary>Handles a batch and saves the position, also when cancelled or failed half-way. Null when all went well.</summary>
    private async Task<ConsumerRun?> HandleAsync(ConsumerPosition position, IReadOnlyList<Delivery> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                if (consumer.Events.Contains(entry.Name))
                {
                    await consumer.HandleAsync(entry, cancellation);
                    delivered++;
                }

                position = position with { LastSequence = entry.Sequence, Failures = 0, NextAttemptAt = null };
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await SaveAsync(position, null);
                throw;
            }
            catch (Exception failure)
            {
                return await FailAsync(position, entry, failure);
            }
        }

        return await SaveAsync(position, null) ? null : new ConsumerRun(delivered, Busy: true);
    }

    private async Task<ConsumerRun> FailAsync(ConsumerPosition position, Delivery entry, Exception failure)
    {
        var failures = position.Failures + 1;
        var next = clock.GetUtcNow() + BackOff.After(failures, options.FirstRetry, options.LongestRetry);
        log.LogWarning(failure, "{Consumer} failed at entry {Sequence} ({Event}) for the {Failures}. time; next attempt at {Next}", consumer.Name, entry.Sequence, entry.Name, failures, next);
        await SaveAsync(position with { Failures = failures, NextAttemptAt = next.ToUnixTimeMilliseconds() }, $"{entry.Name} {entry.Sequence}: {failure.Message}");
        return new ConsumerRun(delivered, Failure: failure);
    }

    private Task<bool> SaveAsync(ConsumerPosition position, string? error) =>
        main.WriteAsync(session => position.SaveAsync(session, consumer.Name, owner, error, CancellationToken.None), CancellationToken.None);
}
