using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.RestrictPerson;

/// <summary>Hides a record, and those that it stands for, from all but named accounts, or shows it again.</summary>
/// <param name="Person">Whose record.</param>
/// <param name="Version">The version that the decision is based on.</param>
/// <param name="Restricted">True to hide.</param>
/// <param name="Accounts">Who may know of it; none when it is shown again. Who hides it may leave themselves out.</param>
/// <param name="By">Who does it, and why.</param>
internal sealed record RestrictPerson(PersonId Person, long Version, bool Restricted, IReadOnlyCollection<string> Accounts, Doer By);

internal sealed class RestrictPersonHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<ChangeOutcome> HandleAsync(RestrictPerson command, CancellationToken cancellation)
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

                string[] accounts = command.Restricted ? [.. command.Accounts] : [];
                foreach (var row in await session.Context<PersonsContext>().Persons.Where(p => p.Id == command.Person.Value || p.MergedInto == command.Person.Value).ToListAsync(cancellation))
                {
                    row.Restricted = command.Restricted;
                    await Readers.SetAsync(session, row.Id, accounts, cancellation);
                }

                opened!.Touch(clock);
                session.Record(Recording.Change("persons.restrict", opened.Row, opened.Key, command.By) with { After = Recording.Plain(new { command.Restricted, accounts }) });
                session.Publish(new PersonChanged(command.Person));
                return new ChangeOutcome.Changed(opened.Row.Version);
            },
            cancellation);
    }
}
