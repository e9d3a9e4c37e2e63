using System.Text.Json;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.CorrectPerson;

/// <summary>Corrects who a person is (GDPR Art. 16). What was said before is kept, sealed with the person's own key.</summary>
/// <param name="Person">Whose record.</param>
/// <param name="Version">The version that the correction is based on.</param>
/// <param name="Identity">The whole identity as it is right.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record CorrectPerson(PersonId Person, long Version, PersonIdentity Identity, Doer By);

internal sealed class CorrectPersonHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<ChangeOutcome> HandleAsync(CorrectPerson command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var identity = IdentityForm.Tidy(command.Identity);
        return IdentityForm.IsNobody(identity)
            ? new ChangeOutcome.Nobody()
            : await main.WriteAsync(session => CorrectAsync(session, command, identity, cancellation), cancellation);
    }

    private async Task<ChangeOutcome> CorrectAsync(WriteSession session, CorrectPerson command, PersonIdentity identity, CancellationToken cancellation)
    {
        var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
        if (ChangeOutcome.WhyNot(opened, command.Version) is { } refusal)
        {
            return refusal;
        }

        if (identity == opened!.Identity)
        {
            return new ChangeOutcome.Changed(command.Version);
        }

        IdentityColumns.Seal(opened.Key, opened.Columns, identity, opened.Identity);
        await Filing.FileAsync(session, keys, opened.Row, identity, cancellation);
        opened.Touch(clock);
        session.Record(Recording.Change("persons.correct", opened.Row, opened.Key, command.By, opened.Identity, identity));
        session.Context<PersonsContext>().Corrections.Add(Correction(opened, identity, command.By));
        session.Publish(new PersonChanged(command.Person));
        return new ChangeOutcome.Changed(opened.Row.Version);
    }

    private CorrectionRow Correction(OpenedPerson person, PersonIdentity after, Doer by)
    {
        var now = clock.GetUtcNow();
        return new CorrectionRow
        {
            Id = PersonId.New(now).Value,
            PersonId = person.Row.Id,
            CorrectedAt = now.ToUnixTimeMilliseconds(),
            CorrectedBy = by.Account,
            Before = person.Key.Seal(CorrectionColumns.Before, JsonSerializer.Serialize(person.Identity, JsonSerializerOptions.Web))!,
            After = person.Key.Seal(CorrectionColumns.After, JsonSerializer.Serialize(after, JsonSerializerOptions.Web))!,
            Reason = person.Key.Seal(CorrectionColumns.Reason, by.Reason),
        };
    }
}
