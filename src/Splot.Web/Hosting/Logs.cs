using Microsoft.Extensions.Logging.Console;

namespace Splot.Web.Hosting;

/// <summary>Structured logs: one JSON object a line on standard error; standard output carries answers only.</summary>
internal static class Logs
{
    public static void Add(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        // The framework's request log names the whole address with its query: what people search for does not belong in a log.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddJsonConsole(json =>
        {
            json.IncludeScopes = false; // the framework's scopes carry the request's path
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
