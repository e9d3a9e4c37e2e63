using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Projects.ReviewPersons;

/// <summary><c>splot review persons [ID --is person|organisation]</c>.</summary>
internal static class ReviewVerb
{
    private const int Page = 500;

    public static Verb Verb { get; } = new(
        "review persons",
        "[ID]",
        "Lists bodies that may be natural persons; with an id and --is, records what a person decided.",
        [new VerbOption("--is", "WHAT", "person or organisation")],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var handler = call.Services.GetRequiredService<ReviewPersonsHandler>();
        switch (call.Arguments, call.Option("--is"))
        {
            case ([], null):
                await ListAsync(call, handler, cancellation);
                return ExitCode.Done;
            case ([var id], "person" or "organisation"):
                return await DecideAsync(call, handler, id, call.Option("--is") == "person", cancellation);
            default:
                throw new UsageException("Give nothing, or an id with --is person or --is organisation.");
        }
    }

    private static async Task<int> DecideAsync(VerbCall call, ReviewPersonsHandler handler, string id, bool person, CancellationToken cancellation)
    {
        switch (await handler.DecideAsync(new DecidePerson(id, person), cancellation))
        {
            case DecisionOutcome.Unknown:
                await call.Progress.WriteLineAsync($"There is no beneficiary '{id}'. One that was said to be a natural person has lost its name and that id.");
                return ExitCode.Refused;
            case DecisionOutcome.Busy:
                await call.Progress.WriteLineAsync("A list is being imported, which may name the person. Decide when the import has ended.");
                return ExitCode.Refused;
            case DecisionOutcome.TakenBack:
                await call.Answer.WriteLineAsync($"{id} is no natural person; the next edition of its list names it again.");
                return ExitCode.Done;
            case DecisionOutcome.Recorded recorded:
                await call.Services.GetRequiredService<OutboxPump>().DrainAsync(cancellation);
                // What was deleted shall not stand in the logs of the stores either.
                await call.Services.GetRequiredService<MainStore>().CheckpointAsync(cancellation);
                await call.Services.GetRequiredService<PublicStore>().CheckpointAsync(cancellation);
                await call.Answer.WriteLineAsync(person ? $"{id} is a natural person, kept as {recorded.Id}. Should that be wrong: splot review persons {recorded.Id} --is organisation" : $"{id} is an organisation.");
                return ExitCode.Done;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task ListAsync(VerbCall call, ReviewPersonsHandler handler, CancellationToken cancellation)
    {
        var after = 0L;
        for (var more = true; more;)
        {
            var page = await handler.ListAsync(after, Page, cancellation);
            foreach (var item in page)
            {
                await call.Answer.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{item.PublicId}\t{item.Name}\t{item.Country}\t{item.Operations}"));
            }

            after = page.Count > 0 ? page[^1].Key : after;
            more = page.Count == Page;
        }
    }
}
