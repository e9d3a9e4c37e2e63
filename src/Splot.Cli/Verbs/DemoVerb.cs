using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Cli.Verbs;

/// <summary><c>splot demo</c>.</summary>
internal static class DemoVerb
{
    public static Verb Verb { get; } = new("demo", "", "Loads the demo preset into stores that hold nothing else.", [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        if (await call.Services.GetRequiredService<Preparation>().LoadDemoAsync(cancellation) is { } refusal)
        {
            await call.Progress.WriteLineAsync(refusal);
            return ExitCode.Refused;
        }

        await call.Answer.WriteLineAsync("The demo is loaded.");
        return ExitCode.Done;
    }
}
