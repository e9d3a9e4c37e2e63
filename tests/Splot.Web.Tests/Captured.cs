using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Splot.Web.Tests;

/// <summary>Keeps what was logged, with its values and its exception.</summary>
internal sealed class Captured : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(Captured captured) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            captured.lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
