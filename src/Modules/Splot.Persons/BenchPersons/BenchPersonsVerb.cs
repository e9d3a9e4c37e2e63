using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.BenchPersons;

/// <summary><c>splot bench persons</c>: how long the duplicate check takes, how many of those who are there it finds, and what counting and listing within reach take. Fills an empty vault with invented people first.</summary>
internal static class BenchPersonsVerb
{
    private const int DefaultSize = 1_000_000;
    private const int DefaultQuestions = 1_000;
    private const int WarmUp = 50;

    private static readonly Sight Nobody = new() { Account = null, Reach = new Reach { Everything = true } };

    public static Verb Verb { get; } = new(
        "bench persons",
        "",
        "Measures the duplicate check and lists within reach over invented people.",
        [
            new VerbOption("--size", "N", "people to invent where the vault is empty; 1000000 by default"),
            new VerbOption("--questions", "N", "questions to ask, every second one about somebody who is there; 1000 by default"),
        ],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var (size, questions) = (Number(call, "--size", DefaultSize), Number(call, "--questions", DefaultQuestions));
        var (main, keys) = (call.Services.GetRequiredService<MainStore>(), call.Services.GetRequiredService<KeyRing>());
        await keys.ReadyAsync(cancellation);
        var held = await main.ReadAsync(session => session.Context<PersonsContext>().Persons.CountAsync(cancellation), cancellation);
        if (held == 0)
        {
            await new BenchFill(main, keys, call.Services.GetRequiredService<TimeProvider>()).FillAsync(size, call.Progress, cancellation);
            held = size;
        }

        var (times, found, asked, told) = (new List<double>(), 0, 0, 0);
        for (var i = -WarmUp; i < questions; i++)
        {
            var known = i % 2 == 0;
            var number = known ? Math.Abs((int)(i * 7_919L % held)) : held + Math.Abs(i);
            var person = known ? Disturbance.Of(InventedPeople.Person(number), i / 2) : InventedPeople.Person(number);
            var watch = Stopwatch.StartNew();
            var candidates = await main.ReadAsync(session => CandidateSearch.FindAsync(session, keys, person, Nobody, cancellation), cancellation);
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
                (asked, found, told) = (asked + (known ? 1 : 0), found + (known && candidates.Count > 0 ? 1 : 0), told + (!known && candidates.Any(c => c.Match.Band == MatchBand.Match) ? 1 : 0));
            }
        }

        times.Sort();
        await call.Answer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{held} people, {main.Engine}, {Environment.ProcessorCount} cores; {questions} questions one after the other: p50 {At(times, 0.5):0.0} ms; p95 {At(times, 0.95):0.0} ms; max {times[^1]:0.0} ms"));
        await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"found {found} of {asked} who are there; {told} of {questions - asked} who are not were called a match"));
        await new BenchReach(main).RunAsync(call.Answer, cancellation);
        return ExitCode.Done;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];

    private static int Number(VerbCall call, string option, int otherwise) => call.Option(option) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new UsageException(option + " is a whole number above zero.");
}
