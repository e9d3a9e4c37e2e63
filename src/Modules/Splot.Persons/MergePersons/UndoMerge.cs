using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.FindDuplicates;
using Splot.Persons.Matching;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.MergePersons;

/// <summary>Parts two records again; both are as they were before they were merged.</summary>
/// <param name="Merge">The merge.</param>
/// <param name="DiscardLaterChanges">What was changed on the survivor since is given up (its corrections are kept in its history).</param>
/// <param name="TwoPeople">Remember that they are two people.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record UndoMerge(string Merge, bool DiscardLaterChanges, bool TwoPeople, Doer By);

/// <summary>What became of it.</summary>
internal abstract record UndoMergeOutcome
{
    /// <summary>Done.</summary>
    public sealed record Undone(PersonId Survivor, PersonId Absorbed) : UndoMergeOutcome;

    /// <summary>There is no such merge, as far as the account may know, or one of the records was erased since.</summary>
    public sealed record Unknown : UndoMergeOutcome;

    /// <summary>It was undone before.</summary>
    public sealed record AlreadyUndone : UndoMergeOutcome;

    /// <summary>The survivor was changed since; undoing would lose that.</summary>
    public sealed record ChangedSince(long Version) : UndoMergeOutcome;

    /// <summary>A later merge of one of the records has to be undone first.</summary>
    public sealed record LaterMerge(string Merge) : UndoMergeOutcome;
}

internal sealed class UndoMergeHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<UndoMergeOutcome> HandleAsync(UndoMerge command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(session => UndoAsync(session, command, cancellation), cancellation);
    }

    private async Task<UndoMergeOutcome> UndoAsync(WriteSession session, UndoMerge command, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        if (await context.Merges.AsNoTracking().FirstOrDefaultAsync(m => m.Id == command.Merge, cancellation) is { } known)
        {
            await OpenedPerson.TakeAsync(session, [known.SurvivorId, known.AbsorbedId], cancellation);
        }

        var merge = await context.Merges.FirstOrDefaultAsync(m => m.Id == command.Merge, cancellation);
        var survivor = merge is null ? null : await OpenedPerson.FindAsync(session, keys, new PersonId(merge.SurvivorId), command.By, cancellation);
        var absorbed = merge is null ? null : await Visible.To(context, command.By.Sight).FirstOrDefaultAsync(p => p.Id == merge.AbsorbedId, cancellation);
        if (merge is null || survivor is null || absorbed is null)
        {
            return new UndoMergeOutcome.Unknown();
        }

        if (await WhyNotAsync(context, merge, survivor, command, cancellation) is { } refusal)
        {
            return refusal;
        }

        var before = JsonSerializer.Deserialize<MergeBefore>(survivor.Key.Open(MergeBefore.Column, merge.Before)!, JsonSerializerOptions.Web)!;
        await RestoreAsync(session, survivor, absorbed, before, cancellation);
        (merge.UndoneAt, merge.UndoneBy) = (clock.GetUtcNow().ToUnixTimeMilliseconds(), command.By.Account);
        var pair = (new PersonId(merge.SurvivorId), new PersonId(merge.AbsorbedId));
        if (command.TwoPeople)
        {
            await CallDistinctHandler.AddAsync(session, pair.Item1, pair.Item2, command.By, clock, cancellation);
        }

        session.Record(Recording.Change("persons.undo-merge", survivor.Row, survivor.Key, command.By) with { After = Recording.Plain(new { merge = merge.Id, absorbed = merge.AbsorbedId }) });
        session.Record(Recording.Change("persons.undo-merge", absorbed, PersonKey.Open(keys, absorbed.Id, absorbed.SealedKey!), command.By) with { After = Recording.Plain(new { merge = merge.Id, survivor = merge.SurvivorId }) });
        session.Publish(new PersonsParted(pair.Item1, pair.Item2));
        return new UndoMergeOutcome.Undone(pair.Item1, pair.Item2);
    }

    private static async Task<UndoMergeOutcome?> WhyNotAsync(PersonsContext context, MergeRow merge, OpenedPerson survivor, UndoMerge command, CancellationToken cancellation)
    {
        if (merge.UndoneAt is not null)
        {
            return new UndoMergeOutcome.AlreadyUndone();
        }

        // Merges of one record are undone in the reverse of their order: each restores the state that the one before it left.
        var later = await context.Merges
            .Where(m => m.UndoneAt == null && ((m.SurvivorId == merge.SurvivorId && m.SurvivorVersion > merge.SurvivorVersion) || m.AbsorbedId == merge.SurvivorId))
            .OrderByDescending(m => m.SurvivorVersion).Select(m => m.Id).FirstOrDefaultAsync(cancellation);
        return later is not null ? new UndoMergeOutcome.LaterMerge(later)
            : survivor.Row.Version != merge.SurvivorVersion && !command.DiscardLaterChanges ? new UndoMergeOutcome.ChangedSince(survivor.Row.Version)
            : null;
    }

    private async Task RestoreAsync(WriteSession session, OpenedPerson survivor, PersonRow absorbed, MergeBefore before, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var columns = survivor.Columns;
        (columns.FirstNames, columns.Surnames, columns.BirthDate) = (before.Identity.FirstNames, before.Identity.Surnames, before.Identity.BirthDate);
        (columns.Sex, columns.Numbers, columns.Contact) = (before.Identity.Sex, before.Identity.Numbers, before.Identity.Contact);
        await RefileAsync(session, survivor, before, cancellation);
        var left = before.Left();
        await ApplyAsync(session, survivor.Row, before.Survivor, left.Survivor, cancellation);
        await ApplyAsync(session, absorbed, before.Absorbed, left.Absorbed, cancellation);
        absorbed.MergedInto = null;
        var earlier = before.EarlierAbsorbed.ToList();
        foreach (var person in await context.Persons.Where(p => earlier.Contains(p.Id)).ToListAsync(cancellation))
        {
            person.MergedInto = absorbed.Id;
        }

        survivor.Touch(clock);
        (absorbed.Version, absorbed.ChangedAt) = (absorbed.Version + 1, survivor.Row.ChangedAt);
    }

    private async Task RefileAsync(WriteSession session, OpenedPerson survivor, MergeBefore before, CancellationToken cancellation)
    {
        if (before.IndexEdition != CandidateKeys.Edition)
        {
            await Filing.FileAsync(session, keys, survivor.Row, IdentityColumns.Open(survivor.Key, survivor.Columns), cancellation);
            return;
        }

        await Filing.ReplaceAsync(session, survivor.Row.Id, before.Index.Select(f => new IndexRow { Key = f.Key, PersonId = survivor.Row.Id, Kind = f.Kind }), cancellation);
    }

    /// <summary>Back to the state before, save for what somebody decided after the merge: a hold, a restriction or a day that was set then stays.</summary>
    private static async Task ApplyAsync(WriteSession session, PersonRow row, MergeBefore.State state, MergeBefore.State left, CancellationToken cancellation)
    {
        var readers = await session.Context<PersonsContext>().NamedReaders.Where(r => r.PersonId == row.Id).Select(r => r.AccountId).ToListAsync(cancellation);
        if (row.Restricted == left.Restricted && readers.Order(StringComparer.Ordinal).SequenceEqual(left.Readers.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            row.Restricted = state.Restricted;
            await Readers.SetAsync(session, row.Id, state.Readers, cancellation);
        }

        row.LegalHold = row.LegalHold == left.LegalHold ? state.LegalHold : row.LegalHold;
        row.RetainUntil = row.RetainUntil == left.RetainUntil ? state.RetainUntil : row.RetainUntil;
    }
}
