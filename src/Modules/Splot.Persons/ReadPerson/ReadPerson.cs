using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.ReadPerson;

/// <summary>Reads one record.</summary>
/// <param name="Person">Which.</param>
/// <param name="By">Who reads; every reading is recorded before the record is handed out.</param>
/// <param name="Traits">Where the reader asks for special categories of data too: of which records they may see them. A record that is opened in an emergency is among them.</param>
internal sealed record ReadPerson(PersonId Person, Doer By, Sight? Traits = null);

/// <summary>What was found.</summary>
internal abstract record ReadPersonOutcome
{
    /// <summary>The record; the traits where they were read, else null; the emergency access by which alone it was seen.</summary>
    public sealed record Found(PersonRecord Person, IReadOnlyDictionary<string, TraitAnswer>? Traits, string? Emergency = null) : ReadPersonOutcome;

    /// <summary>There is no such record, as far as the reader may know.</summary>
    public sealed record Unknown : ReadPersonOutcome;
}

internal sealed class ReadPersonHandler(KeyRing keys, AuditReads audit)
{
    public async Task<ReadPersonOutcome> HandleAsync(ReadPerson question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await audit.ReadAsync(session => ReadAsync(session, question, cancellation), outcome => Told(outcome, question.By), cancellation);
    }

    private static IReadOnlyCollection<AuditEntry> Told(ReadPersonOutcome outcome, Doer by) =>
        outcome is ReadPersonOutcome.Found found ? [Recording.Read(found.Traits is null ? "persons.read" : "persons.read-traits", found.Person, by.In(found.Emergency))] : [];

    private async Task<ReadPersonOutcome> ReadAsync(Session session, ReadPerson question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var row = await (
            from person in Visible.To(context, question.By.Sight).AsNoTracking()
            where person.Id == question.Person.Value
            join columns in context.Identities.AsNoTracking() on person.Id equals columns.PersonId
            select new { person, columns }).FirstOrDefaultAsync(cancellation);
        if (row is null)
        {
            return new ReadPersonOutcome.Unknown();
        }

        var key = PersonKey.Open(keys, row.person.Id, row.person.SealedKey!);
        var emergency = await Emergencies.ByWhichAsync(context, row.person.Id, question.By.Sight, cancellation);
        var traits = question.Traits is { } sight && (emergency is not null || await Visible.To(context, sight).AnyAsync(p => p.Id == row.person.Id, cancellation))
            ? await TraitColumns.ReadAsync(session, key, row.person.Id, cancellation)
            : null;
        return new ReadPersonOutcome.Found(Records.Of(row.person, IdentityColumns.Open(key, row.columns)), traits, emergency);
    }
}
