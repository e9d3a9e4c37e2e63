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
                var outcome = await handler.DecideAsync(new DecidePerson(id, call.Option("--is") == "person"), cancellation);
                if (outcome == DecisionOutcome.Unknown)
                {
                    await call.Progress.WriteLineAsync($"There is no beneficiary '{id}'. One that was said to be a natural person has lost its name and that id.");
                    return ExitCode.Refused;
                }

                await call.Services.GetRequiredService<OutboxPump>().DrainAsync(cancellation);
                await call.Answer.WriteLineAsync(outcome == DecisionOutcome.TakenBack
                    ? $"{id} is no natural person; the next edition of its list names it again."
                    : $"{id} is {(call.Option("--is") == "person" ? "a natural person" : "an organisation")}.");
                return ExitCode.Done;
            default:
                throw new UsageException("Give nothing, or an id with --is person or --is organisation.");
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
