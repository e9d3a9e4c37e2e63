using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.MergePersons;

/// <summary>
/// Says that two records are of one human being. Both stay; the survivor stands for both, with the identity that was chosen. The absorbed one
/// keeps its own identity, under which the survivor is found too.
/// </summary>
/// <param name="Survivor">The record that stands for both.</param>
/// <param name="SurvivorVersion">The version of it that the decision is based on.</param>
/// <param name="Absorbed">The other record.</param>
/// <param name="AbsorbedVersion">The version of it.</param>
/// <param name="Chosen">The identity that the survivor has from now on; null leaves it as it is.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record MergePersons(PersonId Survivor, long SurvivorVersion, PersonId Absorbed, long AbsorbedVersion, PersonIdentity? Chosen, Doer By);

/// <summary>What became of it.</summary>
internal abstract record MergePersonsOutcome
{
    /// <summary>Done; the merge can be undone by its id.</summary>
    public sealed record Merged(string Merge, long SurvivorVersion) : MergePersonsOutcome;

    /// <summary>Both are one record already.</summary>
    public sealed record SameRecord : MergePersonsOutcome;

    /// <summary>One of the records could not be taken.</summary>
    public sealed record Refused(PersonId Record, ChangeOutcome Why) : MergePersonsOutcome;
}

internal sealed class MergePersonsHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<MergePersonsOutcome> HandleAsync(MergePersons command, CancellationToken cancellation)
    {
        if (command.Survivor == command.Absorbed)
        {
            return new MergePersonsOutcome.SameRecord();
        }

        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(session => MergeAsync(session, command, cancellation), cancellation);
    }

    private async Task<MergePersonsOutcome> MergeAsync(WriteSession session, MergePersons command, CancellationToken cancellation)
    {
        await OpenedPerson.TakeAsync(session, [command.Survivor.Value, command.Absorbed.Value], cancellation);
        var survivor = await OpenedPerson.FindAsync(session, keys, command.Survivor, command.By, cancellation);
        var absorbed = await OpenedPerson.FindAsync(session, keys, command.Absorbed, command.By, cancellation);
        if (ChangeOutcome.WhyNot(survivor, command.SurvivorVersion) is { } why)
        {
            return new MergePersonsOutcome.Refused(command.Survivor, why);
        }

        if (ChangeOutcome.WhyNot(absorbed, command.AbsorbedVersion) is { } whyOther)
        {
            return new MergePersonsOutcome.Refused(command.Absorbed, whyOther);
        }

        var before = await MergeBefore.ReadAsync(session, survivor!, absorbed!, cancellation);
        await ApplyAsync(session, survivor!, absorbed!, command, cancellation);
        var merge = new MergeRow
        {
            Id = PersonId.New(clock.GetUtcNow()).Value,
            SurvivorId = command.Survivor.Value,
            AbsorbedId = command.Absorbed.Value,
            MergedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            MergedBy = command.By.Account,
            SurvivorVersion = survivor!.Row.Version,
            Before = survivor.Key.Seal(MergeBefore.Column, JsonSerializer.Serialize(before, JsonSerializerOptions.Web))!,
        };
        session.Context<PersonsContext>().Merges.Add(merge);
        session.Record(Recording.Change("persons.merge", survivor.Row, survivor.Key, command.By, survivor.Identity, IdentityColumns.Open(survivor.Key, survivor.Columns)) with
        {
            After = Recording.Plain(new { merge = merge.Id, absorbed = merge.AbsorbedId }),
        });
        session.Record(Recording.Change("persons.merge", absorbed!.Row, absorbed.Key, command.By) with { After = Recording.Plain(new { merge = merge.Id, survivor = merge.SurvivorId }) });
        session.Publish(new PersonsMerged(command.Survivor, command.Absorbed));
        return new MergePersonsOutcome.Merged(merge.Id, merge.SurvivorVersion);
    }

    private async Task ApplyAsync(WriteSession session, OpenedPerson survivor, OpenedPerson absorbed, MergePersons command, CancellationToken cancellation)
    {
        if (command.Chosen is { } chosen && IdentityForm.Tidy(chosen) is var identity && !IdentityForm.IsNobody(identity))
        {
            IdentityColumns.Seal(survivor.Key, survivor.Columns, identity, survivor.Identity);
            await Filing.FileAsync(session, keys, survivor.Row, identity, cancellation);
        }

        // What was hidden stays hidden, and from the same people; what is owed to somebody longer is kept longer.
        if (survivor.Row.Restricted != absorbed.Row.Restricted)
        {
            await Readers.CopyAsync(session, survivor.Row.Restricted ? survivor.Row.Id : absorbed.Row.Id, survivor.Row.Restricted ? absorbed.Row.Id : survivor.Row.Id, cancellation);
        }

        survivor.Row.Restricted = absorbed.Row.Restricted = survivor.Row.Restricted || absorbed.Row.Restricted;
        survivor.Row.LegalHold |= absorbed.Row.LegalHold;
        survivor.Row.RetainUntil = survivor.Row.RetainUntil is { } one && absorbed.Row.RetainUntil is { } other ? (one > other ? one : other) : survivor.Row.RetainUntil ?? absorbed.Row.RetainUntil;
        foreach (var earlier in await session.Context<PersonsContext>().Persons.Where(p => p.MergedInto == absorbed.Row.Id).ToListAsync(cancellation))
        {
            earlier.MergedInto = survivor.Row.Id;
        }

        absorbed.Row.MergedInto = survivor.Row.Id;
        survivor.Touch(clock);
        absorbed.Touch(clock);
    }
}
