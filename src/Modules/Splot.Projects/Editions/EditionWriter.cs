using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Model;
using Splot.Projects.Publish;
using Splot.Projects.Store;

namespace Splot.Projects.Editions;

/// <summary>
/// Writes an edition in batches that nobody sees; <see cref="MakeCurrentAsync"/> shows it in one short transaction. Each batch is a
/// transaction of its own, kept short so that no other writer waits long.
/// </summary>
internal sealed class EditionWriter(MainStore store, TimeProvider clock, Edition edition, ProjectList list, ReferenceBook book)
{
    private const int EventRun = 5000;

    private bool? compares;

    /// <summary>The edition being written.</summary>
    public Edition Edition { get; } = edition;

    /// <summary>True where an editor has said that the name is a natural person's.</summary>
    public bool IsMarkedPerson(string name, IReadOnlyList<IdentifierDocument> identifiers) => book.IsMarkedPerson(name, identifiers);

    /// <summary>Writes a batch and the edition's progress.</summary>
    public async Task WriteAsync(IReadOnlyList<OperationDraft> drafts, long lastRow, CancellationToken cancellation)
    {
        await store.WriteAsync(
            async session =>
            {
                var key = await TakeKeysAsync(session, drafts.Count, cancellation);
                var previous = await PreviousAsync(session, drafts, cancellation);
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var records = new List<OperationRecord>(drafts.Count);
                foreach (var draft in drafts)
                {
                    records.Add(Record(draft with { Document = Exact.Document(draft.Document) }, key++, previous.GetValueOrDefault(draft.Document.Id), now));
                }

                OperationTables.Write(session, book, records);
                Difference.Write(session, records, previous, Edition, list, now);
                Edition.LastRow = lastRow;
                await EditionRows.ProgressAsync(session, Edition, clock, cancellation);
            },
            cancellation);
    }

    /// <summary>
    /// Marks what the list's current edition names and this one does not, then makes this edition current: the former one is
    /// superseded, one event a run of keys goes into the outbox.
    /// </summary>
    public async Task MakeCurrentAsync(CancellationToken cancellation)
    {
        await Disappearance.WriteAsync(store, clock, Edition, TakeKeysAsync, cancellation);
        await store.WriteAsync(
            async session =>
            {
                await EditionRows.SupersedeAsync(session, Edition, cancellation);
                Edition.State = EditionState.Current;
                Edition.CurrentAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
                Edition.LeaseOwner = null;
                Edition.LeaseUntil = null;
                await EditionRows.SaveAsync(session, Edition, cancellation);
                session.Context<ProjectsContext>().Acts.Add(new PublicationAct { Kind = "edition", Subject = list.Name, ActedAt = Edition.CurrentAt.Value });
                for (var from = Edition.FromKey; from <= Edition.ToKey && Edition.FromKey > 0; from += EventRun)
                {
                    session.Publish(new OperationsChanged(from, Math.Min(Edition.ToKey, from + EventRun - 1)));
                }
            },
            cancellation);
    }

    private async Task<long> TakeKeysAsync(WriteSession session, int count, CancellationToken cancellation)
    {
        var from = await EditionRows.TakeKeysAsync(session, count, cancellation);
        Edition.FromKey = Edition.FromKey == 0 ? from : Edition.FromKey;
        Edition.ToKey = from + count - 1;
        return from;
    }

    private OperationRecord Record(OperationDraft draft, long key, StoredOperation? previous, long now)
    {
        var first = previous is null || previous.FirstPublishedOn > Edition.Date ? Edition.Date : previous.FirstPublishedOn;
        // CPR Art. 49(3): a natural person's name leaves two years after the operation's first publication in any list.
        // An edition that is dated ahead is published today all the same.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        first = first > today ? today : first;
        var until = first.AddYears(2);
        var keep = draft.PersonName is not null && until >= today;
        var unchanged = previous is not null && Difference.Between(previous.Document, draft.Document).Count == 0;
        (Edition.Added, Edition.Changed, Edition.Unchanged) = previous is null || previous.Disappeared
            ? (Edition.Added + 1, Edition.Changed, Edition.Unchanged)
            : unchanged ? (Edition.Added, Edition.Changed, Edition.Unchanged + 1) : (Edition.Added, Edition.Changed + 1, Edition.Unchanged);
        return new OperationRecord(draft, key, Edition.Id, first, keep ? until : null, unchanged ? previous!.Document.UpdatedAt.ToUnixTimeMilliseconds() : now);
    }

    /// <summary>What people see now of the operations of a batch, by id; nothing is asked while there is no current edition at all.</summary>
    private async Task<Dictionary<string, StoredOperation>> PreviousAsync(Session session, IReadOnlyList<OperationDraft> drafts, CancellationToken cancellation)
    {
        compares ??= await EditionRows.AnyCurrentAsync(session, cancellation);
        return compares.Value ? await VisibleOperations.ByIdAsync(session, drafts.Select(d => d.Document.Id), cancellation) : [];
    }
}
