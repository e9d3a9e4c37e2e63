using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.EmergencyAccess;

/// <summary>An emergency access as its supervisor sees it.</summary>
/// <param name="Why">The reason given; null where the person was erased since.</param>
internal sealed record Emergency(
    string Id, PersonId Person, string Account, string Organisation, string? Unit, string? Why, DateTimeOffset Began, DateTimeOffset Ends, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, DateTimeOffset? EndedAt)
{
    /// <summary>Whether it is open at a moment.</summary>
    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && now < Ends;
}

/// <summary>Emergency accesses that concern the asker's units: of their records, or by their people. The newest first.</summary>
/// <param name="By">The supervisor.</param>
/// <param name="After">Only those older than this one.</param>
/// <param name="Limit">The most to give.</param>
/// <param name="Waiting">Only those that nobody took notice of.</param>
internal sealed record ListEmergencies(Doer By, string? After = null, int Limit = 25, bool Waiting = false);

/// <summary>A page of them.</summary>
/// <param name="Emergencies">The newest first.</param>
/// <param name="Next">What to go on after; null at the end.</param>
internal sealed record EmergencyList(IReadOnlyList<Emergency> Emergencies, string? Next);

/// <summary>Says that one has taken notice; nobody does so for oneself.</summary>
internal sealed record AcknowledgeEmergency(string Emergency, Doer By);

/// <summary>Ends an emergency access before its time.</summary>
internal sealed record EndEmergency(string Emergency, Doer By);

internal sealed class WatchEmergenciesHandler(MainStore main, KeyRing keys, AuditReads audit, TimeProvider clock)
{
    public async Task<EmergencyList> HandleAsync(ListEmergencies question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await audit.ReadAsync(
            session => ListAsync(session, question, cancellation),
            page => [.. page.Emergencies.Where(e => e.Why is not null).Select(e => Recording.Entry(AuditKind.Read, "persons.list-emergencies", question.By) with { SubjectKind = "person", SubjectId = e.Person.Value, Organisation = e.Organisation, Person = e.Person.Value })],
            cancellation);
    }

    /// <summary>How many nobody has taken notice of.</summary>
    public Task<int> WaitingAsync(Sight sight, CancellationToken cancellation) => main.ReadAsync(
        session => Watched(session.Context<PersonsContext>(), sight).CountAsync(e => e.AcknowledgedAt == null && e.AccountId != sight.Account, cancellation), cancellation);

    /// <summary>False where there is no such emergency access within reach, or it is the asker's own.</summary>
    public Task<bool> HandleAsync(AcknowledgeEmergency command, CancellationToken cancellation) => main.WriteAsync(
        session => ChangeAsync(session, command.Emergency, command.By, "persons.acknowledge-emergency", e => e.AcknowledgedAt is not null, (e, now) => (e.AcknowledgedAt, e.AcknowledgedBy) = (now, command.By.Account), cancellation),
        cancellation);

    /// <inheritdoc cref="HandleAsync(AcknowledgeEmergency, CancellationToken)"/>
    public Task<bool> HandleAsync(EndEmergency command, CancellationToken cancellation) => main.WriteAsync(
        session => ChangeAsync(session, command.Emergency, command.By, "persons.end-emergency", e => e.EndedAt is not null, (e, now) => (e.EndedAt, e.EndedBy) = (now, command.By.Account), cancellation),
        cancellation);

    private async Task<bool> ChangeAsync(WriteSession session, string id, Doer by, string act, Func<EmergencyRow, bool> isDone, Action<EmergencyRow, long> change, CancellationToken cancellation)
    {
        var emergency = await Watched(session.Context<PersonsContext>(), by.Sight).FirstOrDefaultAsync(e => e.Id == id && e.AccountId != by.Account, cancellation);
        if (emergency is null)
        {
            return false;
        }

        if (!isDone(emergency))
        {
            change(emergency, clock.GetUtcNow().ToUnixTimeMilliseconds());
            session.Record(Recording.Entry(AuditKind.Change, act, by) with { SubjectKind = "emergency", SubjectId = id, Organisation = emergency.OrganisationId, Person = emergency.PersonId });
        }

        return true;
    }

    private async Task<EmergencyList> ListAsync(Session session, ListEmergencies question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var watched = Watched(context, question.By.Sight);
        watched = question.Waiting ? watched.Where(e => e.AcknowledgedAt == null) : watched;
        watched = question.After is { } after ? watched.Where(e => e.Id.CompareTo(after) < 0) : watched;
        var rows = await (
            from emergency in watched
            join person in context.Persons on emergency.PersonId equals person.Id
            orderby emergency.Id descending
            select new { emergency, person.SealedKey }).AsNoTracking().Take(question.Limit + 1).ToListAsync(cancellation);
        return new EmergencyList(
            [.. rows.Take(question.Limit).Select(r => Of(r.emergency, r.SealedKey))],
            rows.Count > question.Limit ? rows[question.Limit - 1].emergency.Id : null);
    }

    /// <summary>What a supervisor watches; of a record that was hidden since, only who is named in it learns.</summary>
    private static IQueryable<EmergencyRow> Watched(PersonsContext context, Sight sight)
    {
        List<string> units = [.. sight.Reach.Units], organisations = [.. sight.Reach.Organisations];
        var everything = sight.Reach.Everything;
        var shown = Visible.NotHidden(context, sight.Account);
        return from emergency in context.Emergencies
               where everything || organisations.Contains(emergency.OrganisationId) || (emergency.UnitId != null && units.Contains(emergency.UnitId)) || (emergency.ByUnitId != null && units.Contains(emergency.ByUnitId))
               where shown.Any(p => p.Id == emergency.PersonId)
               select emergency;
    }

    private Emergency Of(EmergencyRow row, byte[]? sealedKey) => new(
        row.Id, new PersonId(row.PersonId), row.AccountId, row.OrganisationId, row.UnitId,
        sealedKey is null ? null : PersonKey.Open(keys, row.PersonId, sealedKey).Open(EmergencyColumns.Reason, row.Reason),
        At(row.BeginsAt), At(row.EndsAt), row.AcknowledgedAt is { } taken ? At(taken) : null, row.AcknowledgedBy, row.EndedAt is { } ended ? At(ended) : null);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
