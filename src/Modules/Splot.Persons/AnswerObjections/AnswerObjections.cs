using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.AnswerObjections;

/// <summary>Records an objection (GDPR Art. 21) to a purpose.</summary>
internal sealed record RecordObjection(PersonId Person, string Purpose, DateOnly ReceivedOn, string Grounds, Doer By);

/// <summary>Records what was decided on an objection, and what the person was told.</summary>
internal sealed record DecideObjection(PersonId Person, string Objection, bool Upheld, DateOnly DecidedOn, string Answer, Doer By);

/// <summary>What became of it.</summary>
internal abstract record ObjectionOutcome
{
    /// <summary>Recorded under this id.</summary>
    public sealed record Recorded(string Objection) : ObjectionOutcome;

    /// <summary>Person or objection are not known.</summary>
    public sealed record Unknown : ObjectionOutcome;

    /// <summary>It was decided before.</summary>
    public sealed record Decided(bool Upheld, DateOnly On) : ObjectionOutcome;
}

internal sealed class AnswerObjectionsHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<ObjectionOutcome> HandleAsync(RecordObjection command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(
            async session =>
            {
                var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
                if (opened is null)
                {
                    return (ObjectionOutcome)new ObjectionOutcome.Unknown();
                }

                var objection = new ObjectionRow
                {
                    Id = PersonId.New(clock.GetUtcNow()).Value,
                    PersonId = opened.Row.Id,
                    Purpose = command.Purpose,
                    ReceivedOn = command.ReceivedOn,
                    Grounds = opened.Key.Seal(ObjectionColumns.Grounds, command.Grounds)!,
                    RecordedBy = command.By.Account,
                };
                session.Context<PersonsContext>().Objections.Add(objection);
                session.Record(Recording.Change("persons.record-objection", opened.Row, command.By) with { After = Recording.Plain(new { objection = objection.Id, command.Purpose, command.ReceivedOn }) });
                return new ObjectionOutcome.Recorded(objection.Id);
            },
            cancellation);
    }

    public async Task<ObjectionOutcome> HandleAsync(DecideObjection command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(
            async session =>
            {
                var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
                var objection = await session.Context<PersonsContext>().Objections.FirstOrDefaultAsync(o => o.Id == command.Objection && o.PersonId == command.Person.Value, cancellation);
                if (opened is null || objection is null)
                {
                    return new ObjectionOutcome.Unknown();
                }

                if (objection is { Upheld: { } upheld, DecidedOn: { } on })
                {
                    return (ObjectionOutcome)new ObjectionOutcome.Decided(upheld, on);
                }

                (objection.Upheld, objection.DecidedOn, objection.DecidedBy) = (command.Upheld, command.DecidedOn, command.By.Account);
                objection.Answer = opened.Key.Seal(ObjectionColumns.Answer, command.Answer);
                session.Record(Recording.Change("persons.decide-objection", opened.Row, command.By) with { After = Recording.Plain(new { objection = objection.Id, command.Upheld, command.DecidedOn }) });
                return new ObjectionOutcome.Recorded(objection.Id);
            },
            cancellation);
    }
}
