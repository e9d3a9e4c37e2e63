using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;
using Splot.Kernel;

namespace Splot.Cli.Verbs;

/// <summary><c>splot check identifiers</c>: one answer for each line of standard input, in order.</summary>
internal static class CheckIdentifiersVerb
{
    public static Verb Verb { get; } = new(
        "check identifiers",
        "",
        "Checks lines KIND VALUE from standard input (PESEL NIP REGON KRS EGN LNCH EIK IBAN), one answer a line.",
        [],
        RunAsync)
    {
        WithoutStores = true,
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(call.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        while (await call.Input.ReadLineAsync(cancellation) is { } line)
        {
            await call.Answer.WriteLineAsync(IdentifierReport.Line(line, today));
        }

        return ExitCode.Done;
    }
}
