using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepPurposes;

/// <summary>A purpose from a day on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Name">What it is called, in the organisation's language.</param>
/// <param name="LegalBasis">One of <see cref="LegalBases.All"/>.</param>
/// <param name="Source">The provision or decision behind it.</param>
internal sealed record PurposeState(DateOnly From, string Name, string LegalBasis, string Source);

/// <summary>Declares a purpose of an organisation, or its state from a day on. What it was before stays, and ends the day before.</summary>
/// <param name="Organisation">The controller.</param>
/// <param name="Code">Stable code within the organisation.</param>
/// <param name="Since">The first day of the newest state that the asker saw; null for a purpose that is new.</param>
/// <param name="State">The state.</param>
/// <param name="By">Who declares it.</param>
internal sealed record DeclarePurpose(string Organisation, string Code, DateOnly? Since, PurposeState State, Doer By);

/// <summary>Ends a purpose with a day.</summary>
/// <param name="Organisation">The controller.</param>
/// <param name="Code">Its code.</param>
/// <param name="Since">The first day of the newest state that the asker saw.</param>
/// <param name="LastDay">The last day on which data are processed for it.</param>
/// <param name="By">Who ends it.</param>
internal sealed record EndPurpose(string Organisation, string Code, DateOnly Since, DateOnly LastDay, Doer By);

/// <summary>What became of it.</summary>
internal abstract record PurposeOutcome
{
    /// <summary>Recorded.</summary>
    public sealed record Kept : PurposeOutcome;

    /// <summary>There is no such purpose or organisation, as far as the account may keep them.</summary>
    public sealed record Unknown : PurposeOutcome;

    /// <summary>The organisation has a purpose of that code.</summary>
    public sealed record CodeTaken : PurposeOutcome;

    /// <summary>Somebody else changed the purpose meanwhile.</summary>
    public sealed record Superseded : PurposeOutcome;

    /// <summary>The day lies before what holds since <paramref name="Since"/>, or on its first day.</summary>
    public sealed record TooEarly(DateOnly Since) : PurposeOutcome;

    /// <summary>It was ended before.</summary>
    public sealed record Ended(DateOnly LastDay) : PurposeOutcome;
}

internal sealed class KeepPurposesHandler(MainStore main, TimeProvider clock)
{
    public Task<PurposeOutcome> HandleAsync(DeclarePurpose command, CancellationToken cancellation) =>
        WriteAsync(command.Organisation, command.Code, command.By, (session, newest) => Declare(session, newest, command), cancellation);

    public Task<PurposeOutcome> HandleAsync(EndPurpose command, CancellationToken cancellation) =>
        WriteAsync(command.Organisation, command.Code, command.By, (session, newest) => End(session, newest, command), cancellation);

    private PurposeOutcome Declare(WriteSession session, PurposeRow? newest, DeclarePurpose command)
    {
        var state = command.State;
        if ((newest is null) != (command.Since is null))
        {
            return newest is null ? new PurposeOutcome.Unknown() : new PurposeOutcome.CodeTaken();
        }

        if (newest is not null && newest.ValidFrom != command.Since)
        {
            return new PurposeOutcome.Superseded();
        }

        if (newest is not null && state.From <= newest.ValidFrom)
        {
            return new PurposeOutcome.TooEarly(newest.ValidFrom);
        }

        if (newest is not null && (newest.ValidTo is null || newest.ValidTo >= state.From))
        {
            newest.ValidTo = state.From.AddDays(-1);
        }

        session.Context<PersonsContext>().Purposes.Add(new PurposeRow
        {
            Id = PersonId.New(clock.GetUtcNow()).Value,
            OrganisationId = command.Organisation,
            Code = command.Code,
            ValidFrom = state.From,
            Name = state.Name,
            LegalBasis = state.LegalBasis,
            Source = state.Source,
        });
        session.Record(Entry("persons.declare-purpose", command.Organisation, command.Code, command.By) with
        {
            Before = newest is null ? null : Recording.Plain(new { newest.ValidFrom, newest.Name, newest.LegalBasis, newest.Source }),
            After = Recording.Plain(state),
        });
        return new PurposeOutcome.Kept();
    }

    private static PurposeOutcome End(WriteSession session, PurposeRow? newest, EndPurpose command)
    {
        if (newest is null)
        {
            return new PurposeOutcome.Unknown();
        }

        if (newest.ValidFrom != command.Since)
        {
            return new PurposeOutcome.Superseded();
        }

        if (newest.ValidTo is { } ended)
        {
            return new PurposeOutcome.Ended(ended);
        }

        if (command.LastDay < newest.ValidFrom)
        {
            return new PurposeOutcome.TooEarly(newest.ValidFrom);
        }

        newest.ValidTo = command.LastDay;
        session.Record(Entry("persons.end-purpose", command.Organisation, command.Code, command.By) with { After = Recording.Plain(new { newest.ValidFrom, command.LastDay }) });
        return new PurposeOutcome.Kept();
    }

    private async Task<PurposeOutcome> WriteAsync(string organisation, string code, Doer by, Func<WriteSession, PurposeRow?, PurposeOutcome> write, CancellationToken cancellation) =>
        !by.Sight.Reach.Covers(new RecordPlace(organisation)) ? new PurposeOutcome.Unknown() : await main.WriteAsync(
            async session =>
            {
                await OfficeTurn.TakeAsync(session, organisation, cancellation);
                var states = session.Context<PersonsContext>().Purposes.Where(p => p.OrganisationId == organisation && p.Code == code);
                return write(session, await states.OrderByDescending(p => p.ValidFrom).FirstOrDefaultAsync(cancellation));
            },
            cancellation);

    private static AuditEntry Entry(string act, string organisation, string code, Doer by) =>
        Recording.Entry(AuditKind.Change, act, by) with { SubjectKind = "purpose", SubjectId = code, Organisation = organisation };
}
