using Microsoft.Extensions.Logging;

namespace Splot.Portal.Counting;

/// <summary>
/// A figure of everything, counted anew after something has changed. Counting may read every row of a large store, so where it takes long no
/// request does it: it goes on behind the readers, who meanwhile get the figure before, and begins again only after a pause of twenty times its
/// length. Where it takes no time worth speaking of, readers wait for it; so do the very first ones.
/// </summary>
/// <param name="count">Counts.</param>
/// <param name="isOfToday">Whether the figure is of this day; one of another day is counted anew without a pause.</param>
/// <param name="isPresent">Whether nothing has changed since.</param>
/// <param name="clock">Measures how long counting takes.</param>
/// <param name="log">Learns of a count that failed with nobody waiting.</param>
internal sealed class Counted<T>(Func<Task<T>> count, Func<T, bool> isOfToday, Func<T, bool> isPresent, TimeProvider clock, ILogger log)
    where T : class
{
    private const int PauseInLengths = 20;

    private readonly Lock gate = new();
    private Task<T>? counting;
    private T? present;
    private DateTimeOffset again;
    private bool isLong;

    /// <summary>How long a count may have taken for readers to wait for the next one.</summary>
    public TimeSpan WorthWaiting { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The count that goes on, or the last one.</summary>
    public Task Counting => counting ?? Task.CompletedTask;

    /// <summary>The figure; nothing is counted while it is present, or while the pause lasts.</summary>
    public Task<T> ReadAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (present is { } known && isOfToday(known) && (clock.GetUtcNow() < again || isPresent(known)))
            {
                return Task.FromResult(known);
            }

            // Who comes after a count that failed waits for the next one, and learns of it when that fails too.
            var failed = counting is { IsFaulted: true };
            var joins = counting is { IsCompleted: false };
            if (!joins)
            {
                counting = Task.Run(CountAsync, CancellationToken.None); // many may wait for it, so none may end it
            }

            return isLong && !failed && present is { } before ? Task.FromResult(before)
                : joins ? JoinAsync(counting!, cancellation)
                : counting!.WaitAsync(cancellation);
        }
    }

    /// <summary>A count that began before the reader came may not have seen what has changed meanwhile.</summary>
    private async Task<T> JoinAsync(Task<T> earlier, CancellationToken cancellation)
    {
        var figure = await earlier.WaitAsync(cancellation);
        return isLong || isPresent(figure) ? figure : await ReadAsync(cancellation);
    }

    private async Task<T> CountAsync()
    {
        var began = clock.GetTimestamp();
        try
        {
            var figure = await count();
            var length = clock.GetElapsedTime(began);
            lock (gate)
            {
                (present, isLong) = (figure, length > WorthWaiting);
                again = clock.GetUtcNow() + (length * PauseInLengths);
            }

            return figure;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Counting failed; the figures before stay.");
            throw;
        }
    }
}
