using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Portal;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Projects.DecidePublication;

/// <summary><c>splot publish ID</c>, <c>splot publish --all</c> and <c>splot withdraw ID --reason TEXT</c>.</summary>
internal static class PublishVerbs
{
    public static Verb Publish { get; } = new(
        "publish",
        "ID",
        "Shows an operation to the public; with --all, writes the whole public store anew.",
        [new VerbOption("--all", null, "writes everything that is published anew")],
        PublishAsync);

    public static Verb Withdraw { get; } = new(
        "withdraw",
        "ID",
        "Takes an operation off the public pages; its address answers with the reason.",
        [new VerbOption("--reason", "TEXT", "why; shown to the public")],
        (call, cancellation) => DecideAsync(call, show: false, cancellation));

    private static async Task<int> PublishAsync(VerbCall call, CancellationToken cancellation)
    {
        if (call.Option("--all") is null)
        {
            return await DecideAsync(call, show: true, cancellation);
        }

        if (call.Arguments.Count > 0)
        {
            throw new UsageException("Give an id or --all, not both.");
        }

        var shown = await call.Services.GetRequiredService<IPublicProjection>().RebuildAsync(null, cancellation);
        await call.Answer.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{shown} operations are public."));
        return ExitCode.Done;
    }

    private static async Task<int> DecideAsync(VerbCall call, bool show, CancellationToken cancellation)
    {
        if (call.Arguments is not [var id])
        {
            throw new UsageException("Give one id or code of an operation.");
        }

        var outcome = await call.Services.GetRequiredService<DecidePublicationHandler>().HandleAsync(new(id, show, call.Option("--reason")), cancellation);
        switch (outcome)
        {
            case DecidePublicationOutcome.Decided decided:
                await call.Services.GetRequiredService<OutboxPump>().DrainAsync(cancellation);
                await call.Answer.WriteLineAsync($"{decided.OperationId} is {(show ? "published" : "withdrawn")}.");
                return ExitCode.Done;
            case DecidePublicationOutcome.ReasonMissing:
                throw new UsageException("Give --reason: people who come to the address read it.");
            case DecidePublicationOutcome.Ambiguous ambiguous:
                await call.Progress.WriteLineAsync($"Several operations carry the code '{id}'. Give one of these ids: {string.Join(", ", ambiguous.Ids)}.");
                return ExitCode.Refused;
            default:
                await call.Progress.WriteLineAsync($"No current list names an operation '{id}'.");
                return ExitCode.Refused;
        }
    }
}
