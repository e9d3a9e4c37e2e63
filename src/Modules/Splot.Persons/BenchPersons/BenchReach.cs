using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Persons.ListPersons;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.BenchPersons;

/// <summary>How long it takes to count the records within reach, as lists do, and to find the first page of them.</summary>
internal sealed class BenchReach(MainStore main)
{
    private const int Rounds = 40;
    private const int Page = 26;

    // A sixteenth of the organisations: a region's subtree.
    private const int Subtree = BenchFill.Organisations / 16;

    public async Task RunAsync(TextWriter answer, CancellationToken cancellation)
    {
        await MeasureAsync(answer, "keeper", i => new Reach { Keepers = One(BenchFill.Keeper(i * 7)) }, cancellation);
        await MeasureAsync(answer, "unit", i => new Reach { Units = One(BenchFill.Unit(i * 7)) }, cancellation);
        await MeasureAsync(answer, "organisation", i => new Reach { Organisations = One(BenchFill.Organisation(i * 7)) }, cancellation);
        await MeasureAsync(answer, "unit and another organisation", i => new Reach { Units = One(BenchFill.Unit(i * 7)), Organisations = One(BenchFill.Organisation((i * 7) + 1)) }, cancellation);
        await MeasureAsync(answer, $"subtree of {Subtree.ToString(CultureInfo.InvariantCulture)} organisations", i => new Reach { Organisations = Enumerable.Range(i * 7, Subtree).Select(BenchFill.Organisation).ToHashSet(StringComparer.Ordinal) }, cancellation);
    }

    private async Task MeasureAsync(TextWriter answer, string what, Func<int, Reach> reach, CancellationToken cancellation)
    {
        var (counts, pages, held) = (new List<double>(), new List<double>(), 0L);
        for (var i = -3; i < Rounds; i++)
        {
            var sight = new Sight { Account = "bench", Reach = reach(Math.Abs(i)) };
            var (count, first, all) = await main.ReadAsync(session => OnceAsync(session, sight, cancellation), cancellation);
            if (i >= 0)
            {
                counts.Add(count);
                pages.Add(first);
                held = Math.Max(held, all);
            }
        }

        counts.Sort();
        pages.Sort();
        await answer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"reach {what}, up to {held} people: count p50 {counts[Rounds / 2]:0.0} ms, p95 {counts[Rounds * 95 / 100]:0.0} ms; first page p50 {pages[Rounds / 2]:0.0} ms, p95 {pages[Rounds * 95 / 100]:0.0} ms"));
    }

    private static async Task<(double Count, double Page, long Held)> OnceAsync(Session session, Sight sight, CancellationToken cancellation)
    {
        var wanted = new PersonFilter().Of(Visible.To(session.Context<PersonsContext>(), sight), DateOnly.MinValue);
        var watch = Stopwatch.StartNew();
        await ListPersonsHandler.CountAsync(wanted, cancellation);
        var count = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        await ListPersonsHandler.PageAsync(wanted, null, Page, cancellation);
        var page = watch.Elapsed.TotalMilliseconds;
        return (count, page, await wanted.LongCountAsync(cancellation));
    }

    private static HashSet<string> One(string id) => new(StringComparer.Ordinal) { id };
}
