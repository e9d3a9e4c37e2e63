using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.ReadHistory;

/// <summary>What was corrected on a record, and which records it was merged with.</summary>
/// <param name="Person">Which record.</param>
/// <param name="By">Who asks; every reading is recorded.</param>
internal sealed record ReadHistory(PersonId Person, Doer By);

/// <summary>A correction.</summary>
internal sealed record Correction(DateTimeOffset At, string By, PersonIdentity Before, PersonIdentity After, string? Reason);

/// <summary>A merge of two records, undone or not.</summary>
internal sealed record Merge(string Id, PersonId Survivor, PersonId Absorbed, DateTimeOffset At, string By, DateTimeOffset? UndoneAt);

/// <summary>The newest first.</summary>
internal sealed record PersonHistory(IReadOnlyList<Correction> Corrections, IReadOnlyList<Merge> Merges);

internal sealed class ReadHistoryHandler(KeyRing keys, AuditReads audit)
{
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
        var corrections = await context.Corrections.AsNoTracking().Where(c => c.PersonId == row.Id).OrderByDescending(c => c.Id).ToListAsync(cancellation);

        // Of the other record nothing is told but its id, and that only where both are within reach.
        var visible = Visible.To(context, question.By.Sight.Ordinary);
        var merges = await context.Merges.AsNoTracking().Where(m => m.SurvivorId == row.Id || m.AbsorbedId == row.Id)
            .Where(m => visible.Any(p => p.Id == m.SurvivorId) && visible.Any(p => p.Id == m.AbsorbedId)).OrderByDescending(m => m.Id).ToListAsync(cancellation);
        var emergency = await Emergencies.ByWhichAsync(context, row.Id, question.By.Sight, cancellation);
        return new Found(row, new PersonHistory([.. corrections.Select(c => Of(key, c))], [.. merges.Select(Of)]), emergency);
    }

    private static Correction Of(PersonKey key, CorrectionRow row) => new(
        At(row.CorrectedAt), row.CorrectedBy, Identity(key.Open(CorrectionColumns.Before, row.Before)!), Identity(key.Open(CorrectionColumns.After, row.After)!), key.Open(CorrectionColumns.Reason, row.Reason));

    private static Merge Of(MergeRow row) => new(row.Id, new PersonId(row.SurvivorId), new PersonId(row.AbsorbedId), At(row.MergedAt), row.MergedBy, row.UndoneAt is { } undone ? At(undone) : null);

    private static PersonIdentity Identity(string json) => JsonSerializer.Deserialize<PersonIdentity>(json, JsonSerializerOptions.Web)!;

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record Found(PersonRow Row, PersonHistory History, string? Emergency);
}
