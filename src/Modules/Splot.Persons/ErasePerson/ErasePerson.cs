using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.ErasePerson;

/// <summary>
/// Erases a person: the key is destroyed, and with it everything that was ever sealed with it, in this store, in the audit and in every copy of
/// them that is not older. Records that this one stands for go too. What stays is a tombstone that tells that somebody was here.
/// </summary>
/// <param name="Person">Whose record.</param>
/// <param name="Version">The version that the decision is based on.</param>
/// <param name="DespiteRetention">The day until which the record is owed has not come, and it is erased all the same.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record ErasePerson(PersonId Person, long Version, bool DespiteRetention, Doer By);

/// <summary>What became of it.</summary>
internal abstract record ErasePersonOutcome
{
    /// <summary>Done; with the record these others, which it stood for.</summary>
    public sealed record Erased(IReadOnlyList<PersonId> Records) : ErasePersonOutcome;

    /// <summary>A legal hold forbids it.</summary>
    public sealed record Held : ErasePersonOutcome;

    /// <summary>The record is owed to somebody until that day.</summary>
    public sealed record Retained(DateOnly Until) : ErasePersonOutcome;

    /// <summary>It could not be taken.</summary>
    public sealed record Refused(ChangeOutcome Why) : ErasePersonOutcome;
}

internal sealed class ErasePersonHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    // Overwrites what is deleted with zeros; without it SQLite leaves the bytes in free space of the file.
    private const string SecureDelete = "PRAGMA secure_delete = ON";

    public async Task<ErasePersonOutcome> HandleAsync(ErasePerson command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var outcome = await main.WriteAsync(session => EraseAsync(session, command, cancellation), cancellation);
        if (outcome is ErasePersonOutcome.Erased)
        {
            // The write-ahead log holds the pages as they were; cut it as soon as readers allow.
            await main.CheckpointAsync(cancellation);
        }

        return outcome;
    }

    private async Task<ErasePersonOutcome> EraseAsync(WriteSession session, ErasePerson command, CancellationToken cancellation)
    {
        var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
        if (ChangeOutcome.WhyNot(opened, command.Version) is { } refusal)
        {
            return new ErasePersonOutcome.Refused(refusal);
        }

        var context = session.Context<PersonsContext>();
        var rows = await context.Persons.Where(p => p.Id == command.Person.Value || p.MergedInto == command.Person.Value).OrderBy(p => p.Id).ToListAsync(cancellation);
        if (rows.Exists(r => r.LegalHold))
        {
            return new ErasePersonOutcome.Held();
        }

        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        if (!command.DespiteRetention && rows.Max(r => r.RetainUntil) is { } until && until >= today)
        {
            return new ErasePersonOutcome.Retained(until);
        }

        if (session.Store.Engine == Engine.Sqlite)
        {
            await using var pragma = session.Command(SecureDelete);
            await pragma.ExecuteNonQueryAsync(cancellation);
        }

        var ids = rows.Select(r => r.Id).ToList();
        await RemoveAsync(context, ids, cancellation);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var row in rows)
        {
            (row.SealedKey, row.ErasedAt, row.ChangedAt, row.KeeperId, row.Version) = (null, now, now, null, row.Version + 1);
            session.Record(Recording.Change("persons.erase", row, command.By) with { Before = Recording.Plain(new { row.RetainUntil, command.DespiteRetention }) });
            session.Publish(new PersonErased(new PersonId(row.Id)));
        }

        return new ErasePersonOutcome.Erased([.. ids.Select(i => new PersonId(i))]);
    }

    private static async Task RemoveAsync(PersonsContext context, List<string> ids, CancellationToken cancellation)
    {
        await context.Index.Where(i => ids.Contains(i.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Identities.Where(i => ids.Contains(i.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Traits.Where(t => ids.Contains(t.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Corrections.Where(c => ids.Contains(c.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Informed.Where(c => ids.Contains(c.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Consents.Where(c => ids.Contains(c.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Merges.Where(m => ids.Contains(m.SurvivorId) || ids.Contains(m.AbsorbedId)).ExecuteDeleteAsync(cancellation);
        await context.NamedReaders.Where(r => ids.Contains(r.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Operations.Where(o => ids.Contains(o.PersonId)).ExecuteDeleteAsync(cancellation);
        await context.Distinct.Where(d => ids.Contains(d.OneId) || ids.Contains(d.OtherId)).ExecuteDeleteAsync(cancellation);
    }
}
