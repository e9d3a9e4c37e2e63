using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Vault;

namespace Splot.Persons.RetainPerson;

/// <summary>Says how long a record is owed to somebody, and whether it may be erased at all.</summary>
/// <param name="Person">Whose record.</param>
/// <param name="Version">The version that the decision is based on.</param>
/// <param name="RetainUntil">The last day on which it must be kept; null where that is not known yet.</param>
/// <param name="LegalHold">True where a court, an audit or a dispute needs it, whatever the dates say.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record RetainPerson(PersonId Person, long Version, DateOnly? RetainUntil, bool LegalHold, Doer By);

internal sealed class RetainPersonHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<ChangeOutcome> HandleAsync(RetainPerson command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(
            async session =>
            {
                var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
                if (ChangeOutcome.WhyNot(opened, command.Version) is { } refusal)
                {
                    return refusal;
                }

                var before = Recording.Plain(new { opened!.Row.RetainUntil, opened.Row.LegalHold });
                (opened.Row.RetainUntil, opened.Row.LegalHold) = (command.RetainUntil, command.LegalHold);
                opened.Touch(clock);
                session.Record(Recording.Change("persons.retain", opened.Row, opened.Key, command.By) with { Before = before, After = Recording.Plain(new { command.RetainUntil, command.LegalHold }) });
                session.Publish(new PersonChanged(command.Person));
                return new ChangeOutcome.Changed(opened.Row.Version);
            },
            cancellation);
    }
}
