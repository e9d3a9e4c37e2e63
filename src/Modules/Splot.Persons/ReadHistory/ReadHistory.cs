using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.ReadHistory;

/// <summary>What was changed on a record, and which records it was merged with.</summary>
/// <param name="Person">Which record.</param>
/// <param name="By">Who asks; every reading is recorded.</param>
/// <param name="Traits">Of which records the asker may see special categories of data; null for none.</param>
internal sealed record ReadHistory(PersonId Person, Doer By, Sight? Traits = null);

/// <summary>A change, as the audit tells of it.</summary>
/// <param name="At">When.</param>
/// <param name="ByKind">What sort of doer: account, job, terminal.</param>
/// <param name="By">The account; null where it was none.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="Before">Personal state before, opened.</param>
/// <param name="After">Personal state after, with the reason, opened.</param>
/// <param name="PlainBefore">What is not personal, before, as JSON.</param>
/// <param name="PlainAfter">What is not personal, after, as JSON.</param>
/// <param name="Reason">Why, in clear or opened.</param>
internal sealed record HistoryChange(DateTimeOffset At, string ByKind, string? By, string Act, PersonalState? Before, PersonalState? After, string? PlainBefore, string? PlainAfter, string? Reason);

/// <summary>A merge of two records, undone or not.</summary>
internal sealed record Merge(string Id, PersonId Survivor, PersonId Absorbed, DateTimeOffset At, string By, DateTimeOffset? UndoneAt);

/// <summary>The newest first.</summary>
internal sealed record PersonHistory(IReadOnlyList<HistoryChange> Changes, IReadOnlyList<Merge> Merges)
{
    /// <summary>Who it is today.</summary>
    public required PersonIdentity Identity { get; init; }
}

internal sealed class ReadHistoryHandler(KeyRing keys, AuditReads audit)
{
    private const int Most = 200;

    // What data subjects asked for and emergencies are not told to everybody who works with the record.
    private static readonly string[] Acts =
    [
        "persons.create", "persons.correct", "persons.record-traits", "persons.hand-over", "persons.restrict", "persons.retain", "persons.inform", "persons.record-consent", "persons.withdraw-consent", "persons.call-distinct",
    ];

    /// <summary>Null where there is no such record, as far as the asker may know.</summary>
    public async Task<PersonHistory?> HandleAsync(ReadHistory question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var found = await audit.ReadAsync(session => ReadAsync(session, question, cancellation), found => Told(found, question), cancellation);
        return found?.History;
    }

    private static IReadOnlyCollection<AuditEntry> Told(Found? found, ReadHistory question) => found is null ? [] :
    [
        Recording.Change("persons.read-history", found.Row, question.By.In(found.Emergency)) with { Kind = AuditKind.Read },
        .. found.Traits ? [Recording.Change("persons.read-traits", found.Row, question.By.In(found.Emergency)) with { Kind = AuditKind.Read }] : Array.Empty<AuditEntry>(),
    ];

    private async Task<Found?> ReadAsync(Session session, ReadHistory question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var row = await Visible.To(context, question.By.Sight).AsNoTracking().FirstOrDefaultAsync(p => p.Id == question.Person.Value, cancellation);
        if (row is null)
        {
            return null;
        }

        var key = PersonKey.Open(keys, row.Id, row.SealedKey!);
        var identity = IdentityColumns.Open(key, await context.Identities.AsNoTracking().SingleAsync(i => i.PersonId == row.Id, cancellation));
        var changes = await session.Context<DataContext>().Set<AuditRow>().AsNoTracking().Where(a => a.Person == row.Id && Acts.Contains(a.Act)).OrderByDescending(a => a.Id).Take(Most).ToListAsync(cancellation);
        var traits = question.Traits is { } sight && await Visible.To(context, sight).AnyAsync(p => p.Id == row.Id, cancellation);

        // Of the other record nothing is told but its id, and that only where both are within reach.
        var visible = Visible.To(context, question.By.Sight.Ordinary);
        var merges = await context.Merges.AsNoTracking().Where(m => m.SurvivorId == row.Id || m.AbsorbedId == row.Id)
            .Where(m => visible.Any(p => p.Id == m.SurvivorId) && visible.Any(p => p.Id == m.AbsorbedId)).OrderByDescending(m => m.Id).ToListAsync(cancellation);
        var emergency = await Emergencies.ByWhichAsync(context, row.Id, question.By.Sight, cancellation);
        return new Found(row, new PersonHistory([.. changes.Select(c => Of(key, c, traits))], [.. merges.Select(Of)]) { Identity = identity }, emergency, traits);
    }

    private static HistoryChange Of(PersonKey key, AuditRow row, bool traits)
    {
        var (before, after) = (Recording.Open(key, Recording.Before, row.PersonalBefore), Recording.Open(key, Recording.After, row.PersonalAfter));
        return new HistoryChange(
            At(row.At), row.ActorKind, row.ActorKind == "account" ? row.Actor : null, row.Act,
            traits || before is null ? before : before with { Traits = null }, traits || after is null ? after : after with { Traits = null }, row.Before, row.After, after?.Why ?? row.Reason);
    }

    private static Merge Of(MergeRow row) => new(row.Id, new PersonId(row.SurvivorId), new PersonId(row.AbsorbedId), At(row.MergedAt), row.MergedBy, row.UndoneAt is { } undone ? At(undone) : null);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record Found(PersonRow Row, PersonHistory History, string? Emergency, bool Traits);
}
