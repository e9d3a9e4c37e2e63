using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.EmergencyAccess;

/// <summary>Opens a record of another unit of one's organisation for three hours; the supervisors learn of it.</summary>
/// <param name="Person">Whose record.</param>
/// <param name="Why">The emergency, in the doer's words.</param>
/// <param name="Unit">The doer's own unit, whose head is told too.</param>
/// <param name="Sees">What the doer sees without it.</param>
/// <param name="By">Who does it, with the reach of an emergency.</param>
internal sealed record OpenInEmergency(PersonId Person, string Why, string? Unit, Sight Sees, Doer By);

/// <summary>What became of it.</summary>
internal abstract record OpenInEmergencyOutcome
{
    /// <summary>The record is open until then; again where it was open already.</summary>
    public sealed record Opened(string Emergency, DateTimeOffset Until) : OpenInEmergencyOutcome;

    /// <summary>The record is seen without an emergency.</summary>
    public sealed record NotNeeded : OpenInEmergencyOutcome;

    /// <summary>Nobody would be told of it: no head and no data-protection officer watches there.</summary>
    public sealed record Unwatched : OpenInEmergencyOutcome;

    /// <summary>There is no such record that could be opened.</summary>
    public sealed record Unknown : OpenInEmergencyOutcome;
}

internal sealed class OpenInEmergencyHandler(MainStore main, KeyRing keys, Watchers watchers, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(3);

    public async Task<OpenInEmergencyOutcome> HandleAsync(OpenInEmergency command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var place = await main.ReadAsync(
            session => Visible.To(session.Context<PersonsContext>(), command.By.Sight.Ordinary).AsNoTracking().Where(p => p.Id == command.Person.Value && !p.Restricted).Select(p => new { p.OrganisationId, p.UnitId }).FirstOrDefaultAsync(cancellation),
            cancellation);
        var watched = place is null || await watchers.AnyAsync(place.OrganisationId, place.UnitId, command.Unit, command.By.Account, cancellation);
        return await main.WriteAsync(session => OpenAsync(session, command, watched, cancellation), cancellation);
    }

    private async Task<OpenInEmergencyOutcome> OpenAsync(WriteSession session, OpenInEmergency command, bool watched, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        if (await Visible.To(context, command.Sees.Ordinary).AnyAsync(p => p.Id == command.Person.Value, cancellation))
        {
            return new OpenInEmergencyOutcome.NotNeeded();
        }

        // No emergency opens a restricted record, not even to those who are named in it: to them it is open where they reach it.
        var row = await Visible.To(context, command.By.Sight.Ordinary).AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.Person.Value && !p.Restricted, cancellation);
        if (row?.SealedKey is null)
        {
            return new OpenInEmergencyOutcome.Unknown();
        }

        if (!watched)
        {
            return new OpenInEmergencyOutcome.Unwatched();
        }

        var now = clock.GetUtcNow();
        var open = await Emergencies.OpenAt(context, command.By.Account, now.ToUnixTimeMilliseconds()).AsNoTracking().FirstOrDefaultAsync(e => e.PersonId == row.Id, cancellation);
        return open is not null
            ? new OpenInEmergencyOutcome.Opened(open.Id, DateTimeOffset.FromUnixTimeMilliseconds(open.EndsAt))
            : Open(session, row, command, now);
    }

    private OpenInEmergencyOutcome.Opened Open(WriteSession session, PersonRow row, OpenInEmergency command, DateTimeOffset now)
    {
        var (id, until, key) = (PersonId.New(now).Value, now + Lasts, PersonKey.Open(keys, row.Id, row.SealedKey!));
        session.Context<PersonsContext>().Emergencies.Add(new EmergencyRow
        {
            Id = id,
            PersonId = row.Id,
            AccountId = command.By.Account,
            OrganisationId = row.OrganisationId,
            UnitId = row.UnitId,
            ByUnitId = command.Unit,
            Reason = key.Seal(EmergencyColumns.Reason, command.Why)!,
            BeginsAt = now.ToUnixTimeMilliseconds(),
            EndsAt = until.ToUnixTimeMilliseconds(),
        });
        session.Record(Recording.Change("persons.open-in-emergency", row, key, command.By.In(id), after: new PersonalState { Why = command.Why }) with { After = Recording.Plain(new { until }) });
        session.Publish(new OpenedInEmergency(command.Person, id));
        return new OpenInEmergencyOutcome.Opened(id, until);
    }
}
