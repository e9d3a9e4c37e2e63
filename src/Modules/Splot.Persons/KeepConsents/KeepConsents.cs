using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepConsents;

/// <summary>Records a consent that a person gave (GDPR Art. 7), to a purpose and on a version of a clause of the organisation whose record it is.</summary>
internal sealed record RecordConsent(PersonId Person, string Purpose, string Clause, long ClauseVersion, DateOnly GivenOn, Doer By);

/// <summary>Records that a consent was withdrawn.</summary>
internal sealed record WithdrawConsent(PersonId Person, string Consent, DateOnly WithdrawnOn, Doer By);

/// <summary>What became of it.</summary>
internal abstract record ConsentOutcome
{
    /// <summary>Recorded under this id.</summary>
    public sealed record Recorded(string Consent) : ConsentOutcome;

    /// <summary>Person, clause or consent are not known.</summary>
    public sealed record Unknown : ConsentOutcome;

    /// <summary>The purpose is not one that the organisation declared for that day, or does not rest on consent.</summary>
    public sealed record NoPurpose : ConsentOutcome;

    /// <summary>The person consented to this purpose before and has not withdrawn that.</summary>
    public sealed record GivenBefore : ConsentOutcome;

    /// <summary>It was withdrawn before, or would be before it was given.</summary>
    public sealed record NotOpen : ConsentOutcome;
}

internal sealed class KeepConsentsHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<ConsentOutcome> HandleAsync(RecordConsent command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(session => RecordAsync(session, command, cancellation), cancellation);
    }

    public async Task<ConsentOutcome> HandleAsync(WithdrawConsent command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(
            async session =>
            {
                var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
                var consent = await session.Context<PersonsContext>().Consents.FirstOrDefaultAsync(c => c.Id == command.Consent && c.PersonId == command.Person.Value, cancellation);
                if (opened is null || consent is null)
                {
                    return new ConsentOutcome.Unknown();
                }

                if (consent.WithdrawnOn is not null || command.WithdrawnOn < consent.GivenOn)
                {
                    return (ConsentOutcome)new ConsentOutcome.NotOpen();
                }

                (consent.WithdrawnOn, consent.WithdrawalRecordedBy) = (command.WithdrawnOn, command.By.Account);
                session.Record(Recording.Change("persons.withdraw-consent", opened.Row, command.By) with { After = Recording.Plain(new { consent = consent.Id, command.WithdrawnOn }) });
                return new ConsentOutcome.Recorded(consent.Id);
            },
            cancellation);
    }

    private async Task<ConsentOutcome> RecordAsync(WriteSession session, RecordConsent command, CancellationToken cancellation)
    {
        var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
        var context = session.Context<PersonsContext>();
        var organisation = opened?.Row.OrganisationId;
        if (opened is null || !await context.Clauses.AnyAsync(c => c.OrganisationId == organisation && c.Code == command.Clause && c.Version == command.ClauseVersion, cancellation))
        {
            return new ConsentOutcome.Unknown();
        }

        var isPurpose = await context.Purposes.AnyAsync(
            p => p.OrganisationId == organisation && p.Code == command.Purpose && p.ValidFrom <= command.GivenOn && (p.ValidTo == null || p.ValidTo >= command.GivenOn)
                && (p.LegalBasis == LegalBases.Consent || p.LegalBasis == LegalBases.ExplicitConsent),
            cancellation);
        if (!isPurpose)
        {
            return new ConsentOutcome.NoPurpose();
        }

        if (await context.Consents.AnyAsync(c => c.PersonId == opened.Row.Id && c.Purpose == command.Purpose && c.WithdrawnOn == null, cancellation))
        {
            return new ConsentOutcome.GivenBefore();
        }

        var consent = new ConsentRow
        {
            Id = PersonId.New(clock.GetUtcNow()).Value,
            PersonId = opened.Row.Id,
            Purpose = command.Purpose,
            Clause = command.Clause,
            ClauseVersion = command.ClauseVersion,
            GivenOn = command.GivenOn,
            RecordedBy = command.By.Account,
        };
        context.Consents.Add(consent);
        session.Record(Recording.Change("persons.record-consent", opened.Row, command.By) with { After = Recording.Plain(new { consent = consent.Id, command.Purpose, command.Clause, command.ClauseVersion, command.GivenOn }) });
        return new ConsentOutcome.Recorded(consent.Id);
    }
}
