using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.BenchPersons;
using Splot.Persons.CorrectPerson;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.BenchDesk;

/// <summary>
/// Corrects people's telephone numbers, which is the lightest of corrections, so that the audit's share is as large as it can be: reads and opens a
/// record, changes it, keeps the state before, tells others; with the audit and without it in turns, on the same record one right after the other.
/// </summary>
internal sealed class DeskRun(IServiceProvider services, AuditSwitch audit)
{
    private const int MostTouched = 500;
    private const int WarmUp = 100;
    private const string Recorded = "SELECT COUNT(*) FROM data_audit WHERE act = 'persons.correct'";

    private static readonly Doer Clerk = new(new Sight { Account = "bench", Reach = new Reach { Everything = true } }, Reason: "measuring");

    private readonly MainStore main = services.GetRequiredService<MainStore>();
    private readonly CorrectPersonHandler handler = services.GetRequiredService<CorrectPersonHandler>();
    private readonly List<(PersonId Id, long Version)> records = [];
    private long corrections;
    private long audited;

    public async Task<DeskFigures> MeasureAsync(int size, int people, CancellationToken cancellation)
    {
        var keys = services.GetRequiredService<KeyRing>();
        await keys.ReadyAsync(cancellation);
        await new BenchFill(main, keys, services.GetRequiredService<TimeProvider>()).FillAsync(people, TextWriter.Null, cancellation);
        var ids = await main.ReadAsync(session => session.Context<PersonsContext>().Persons.OrderBy(p => p.Id).Select(p => p.Id).Take(MostTouched).ToListAsync(cancellation), cancellation);
        records.AddRange(ids.Select(id => (new PersonId(id), 1L)));
        var (with, without) = (new List<double>(size), new List<double>(size));
        try
        {
            for (var i = -Math.Max(WarmUp, records.Count); i < size; i++)
            {
                var record = Math.Abs(i) % records.Count;
                var first = await CorrectAsync(record, i % 2 == 0, cancellation);
                var second = await CorrectAsync(record, i % 2 != 0, cancellation);
                if (i >= 0)
                {
                    with.Add(i % 2 == 0 ? first : second);
                    without.Add(i % 2 == 0 ? second : first);
                }
            }
        }
        finally
        {
            audit.Forget(main, false);
        }

        await CheckAsync(cancellation);
        var (dear, cheap) = (DeskTimes.Of(with), DeskTimes.Of(without));
        return new DeskFigures(main.Engine.ToString(), people, size, dear, cheap, dear.P50 / cheap.P50);
    }

    private async Task<double> CorrectAsync(int record, bool withAudit, CancellationToken cancellation)
    {
        audit.Forget(main, !withAudit);
        var (id, version) = records[record];
        var phone = string.Create(CultureInfo.InvariantCulture, $"+48 {++corrections:000000000}");
        audited += withAudit ? 1 : 0;
        var command = new CorrectPerson.CorrectPerson(id, version, InventedPeople.Person(record) with { Contact = new PersonContact(phone) }, Clerk);
        var start = Stopwatch.GetTimestamp();
        var outcome = await handler.HandleAsync(command, cancellation);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        records[record] = (id, ((ChangeOutcome.Changed)outcome).Version);
        return took;
    }

    /// <summary>Figures of commands that did not do what they should are worth nothing.</summary>
    private async Task CheckAsync(CancellationToken cancellation)
    {
        var recorded = await main.ReadAsync(async session => Convert.ToInt64(await session.Command(Recorded).ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture), cancellation);
        var kept = await main.ReadAsync(session => session.Context<PersonsContext>().Corrections.LongCountAsync(cancellation), cancellation);
        if (recorded != audited || kept != corrections)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{kept} of {corrections} corrections were kept and {recorded} of {audited} recorded."));
        }
    }
}
