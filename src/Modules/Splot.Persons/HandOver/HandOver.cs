using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.HandOver;

/// <summary>Gives records to a keeper: all that another keeps, or nobody, within the doer's reach, or those that are named.</summary>
/// <param name="From">The account that keeps them; null for records that nobody keeps. Does not matter where records are named.</param>
/// <param name="To">The account that is to keep them; what it keeps already stays as it is.</param>
/// <param name="Only">The records that are meant; null for all.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record HandOver(string? From, string To, IReadOnlyCollection<PersonId>? Only, Doer By);

/// <summary>What became of it.</summary>
internal abstract record HandOverOutcome
{
    /// <summary>Done, for so many records.</summary>
    public sealed record HandedOver(int Records) : HandOverOutcome;

    /// <summary>Both are the same account.</summary>
    public sealed record SameKeeper : HandOverOutcome;

    /// <summary>The account may not keep records where some of these stand; nothing was handed over.</summary>
    public sealed record MayNotKeep : HandOverOutcome;
}

/// <summary>Large caseloads go in batches, each in a transaction of its own: what was broken off is taken up by asking again.</summary>
internal sealed class HandOverHandler(MainStore main, IAccounts accounts, Sights sights, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task<HandOverOutcome> HandleAsync(HandOver command, CancellationToken cancellation)
    {
        if (command.Only is null && command.From == command.To)
        {
            return new HandOverOutcome.SameKeeper();
        }

        var receiver = await sights.OfAsync(command.To, await accounts.ReachOfAsync(command.To, Acts.KeepPersons, cancellation), withEmergencies: false, cancellation);
        var places = await main.ReadAsync(
            session => Meant(session.Context<PersonsContext>(), command).Select(p => new { p.OrganisationId, p.UnitId }).Distinct().ToListAsync(cancellation), cancellation);
        if (!places.TrueForAll(p => receiver.Reach.Covers(new RecordPlace(p.OrganisationId, p.UnitId, command.To))))
        {
            return new HandOverOutcome.MayNotKeep();
        }

        var done = 0;
        while (await main.WriteAsync(session => BatchAsync(session, command, cancellation), cancellation) is > 0 and var some)
        {
            done += some;
        }

        return new HandOverOutcome.HandedOver(done);
    }

    private async Task<int> BatchAsync(WriteSession session, HandOver command, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var ids = await Meant(context, command).OrderBy(p => p.Id).Take(Batch).Select(p => p.Id).ToArrayAsync(cancellation);
        await OpenedPerson.TakeAsync(session, ids, cancellation);
        var rows = await Meant(context, command).Where(p => ids.Contains(p.Id)).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var (from, now) = (row.KeeperId, clock.GetUtcNow().ToUnixTimeMilliseconds());
            var entry = Recording.Change("persons.hand-over", row, command.By) with { Before = Recording.Plain(new { keeper = from }), After = Recording.Plain(new { keeper = command.To }) };
            (row.KeeperId, row.KeptSince, row.Version, row.ChangedAt) = (command.To, now, row.Version + 1, now);
            session.Record(entry);
            session.Publish(new PersonHandedOver(new PersonId(row.Id), from, command.To));
        }

        return rows.Count;
    }

    private static IQueryable<PersonRow> Meant(PersonsContext context, HandOver command)
    {
        var reached = Visible.To(context, command.By.Sight);
        var only = command.Only?.Select(p => p.Value).ToList();
        return only is null ? reached.Where(p => p.KeeperId == command.From && p.MergedInto == null) : reached.Where(p => only.Contains(p.Id) && p.KeeperId != command.To);
    }
}
