using Splot.Contracts.Access;
using Splot.Contracts.Hosting;
using Splot.Ui;

namespace Splot.Web.Hosting;

/// <summary>Whether the process lives, and whether it may be sent requests.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live\n")).DisableRateLimiting().For(Acts.ReadPublished);
        app.MapGet("/health/ready", ReadyAsync).DisableRateLimiting().For(Acts.ReadPublished);
    }

    /// <summary>Stores are migrated and the demo is loaded before the process listens; what modules add is asked each time.</summary>
    private static async Task<IResult> ReadyAsync(IEnumerable<IReadiness> conditions, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var missing = new List<string>();
        foreach (var condition in conditions)
        {
            if (await condition.ReasonNotReadyAsync(http.RequestAborted) is { } reason)
            {
                missing.Add(reason);
            }
        }

        return missing.Count == 0
            ? TypedResults.Text("ready\n")
            : TypedResults.Text(string.Join('\n', missing) + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
