using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Cli.Verbs;

/// <summary><c>splot migrate</c>.</summary>
internal static class MigrateVerb
{
    public static Verb Verb { get; } = new("migrate", "", "Creates the stores or brings them up to date.", [], RunAsync) { WithoutStores = true };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var applied = await call.Services.GetRequiredService<Preparation>().MigrateAsync(cancellation);
        await call.Answer.WriteLineAsync(applied == 0 ? "The stores were up to date." : string.Create(CultureInfo.InvariantCulture, $"The stores are up to date; migrations applied: {applied}."));
        return ExitCode.Done;
    }
}
