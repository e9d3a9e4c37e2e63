using System.Globalization;
using Splot.Data.Terminal;

namespace Splot.Projects.GenerateOperations;

/// <summary><c>splot generate --operations N --out DIR</c>.</summary>
internal static class GenerateVerb
{
    public static Verb Verb { get; } = new(
        "generate",
        "",
        "Writes invented lists of operations in the splot profile; the same seed gives the same bytes.",
        [
            new VerbOption("--operations", "N", "how many operations"),
            new VerbOption("--participations", "N", "how many participations (none so far)"),
            new VerbOption("--out", "DIR", "folder for the lists"),
            new VerbOption("--seed", "N", "1 by default"),
            new VerbOption("--summary-words", "N", "average length of a summary"),
        ],
        RunAsync)
    { WithoutStores = true };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        if (call.Option("--out") is not { } folder
            || Number(call, "--operations", 0) is not { } operations
            || Number(call, "--participations", 0) is not { } participations
            || Number(call, "--seed", 1) is not { } seed
            || Number(call, "--summary-words", GenerateOperationsOptions.UsualSummaryWords) is not { } words)
        {
            throw new UsageException("Give --operations N and --out DIR; numbers are whole and not below zero.");
        }

        var options = new GenerateOperationsOptions(operations, participations, folder) { Seed = seed, SummaryWords = words };
        switch (GenerateOperationsHandler.Run(options, null, cancellation))
        {
            case GenerateOperationsOutcome.Written written:
                foreach (var list in written.Lists)
                {
                    await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{list.Path}\t{list.Operations}\t{list.Bytes}"));
                }

                return ExitCode.Done;
            case GenerateOperationsOutcome.Refused refused:
                throw new UsageException(refused.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static int? Number(VerbCall call, string option, int otherwise) =>
        call.Option(option) is not { } text ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
