using System.Diagnostics;

namespace Splot.Persons.Tests.Vault;

/// <summary>Counts the statements that EF Core sends while some work is done, and no one else's.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Counter?> Current = new();

    private static readonly IDisposable Subscription = DiagnosticListener.AllListeners.Subscribe(new Statements());

    public static async Task<int> CountAsync(Func<Task> workAsync)
    {
        GC.KeepAlive(Subscription);
        var counter = new Counter();
        Current.Value = counter;
        await workAsync();
        Current.Value = null;
        return counter.Count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted" && Current.Value is { } counter)
        {
            Interlocked.Increment(ref counter.Count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private sealed class Counter
    {
        public int Count;
    }
}
