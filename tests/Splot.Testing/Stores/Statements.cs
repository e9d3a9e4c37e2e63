using System.Diagnostics;

namespace Splot.Testing;

/// <summary>
/// Counts the statements that are sent while some work is done, and no one else's: on PostgreSQL all of them, as its driver tells; on SQLite those
/// of EF Core, for its driver tells nothing.
/// </summary>
public sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Counter?> Current = new();

    private static readonly IDisposable Subscription = DiagnosticListener.AllListeners.Subscribe(new Statements());

    private static readonly ActivityListener Driver = Listen();

    private Statements()
    {
    }

    /// <summary>How many statements the work sent; those of requests to an application in this process too.</summary>
    public static async Task<int> CountAsync(Func<Task> workAsync)
    {
        GC.KeepAlive(Subscription);
        GC.KeepAlive(Driver);
        var counter = new Counter();
        Current.Value = counter;
        await workAsync();
        Current.Value = null;
        return Math.Max(counter.Count, counter.Driver);
    }

    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this);
        }
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted" && Current.Value is { } counter)
        {
            Interlocked.Increment(ref counter.Count);
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Current.Value is { } counter && activity.GetTagItem("db.query.text") is not null)
                {
                    Interlocked.Increment(ref counter.Driver);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Counter
    {
        public int Count;
        public int Driver;
    }
}
