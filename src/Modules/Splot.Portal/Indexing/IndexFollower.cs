using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Splot.Contracts.Hosting;
using Splot.Data;
using Splot.Portal.Store;
using Splot.Search.Live;

namespace Splot.Portal.Indexing;

/// <summary>
/// Keeps this node's index in line with the public store by following portal_change: within a second of a change it can be found. An index
/// that is missing, damaged, of another making or of another store is built anew. Once a day what the calendar has made running or finished is written again.
/// </summary>
internal sealed class IndexFollower(PortalIndex index, PublicStore store, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService, ICatchUp
{
    private const int Most = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private const string Waiting = "SELECT sequence, count FROM portal_change WHERE sequence > @from ORDER BY sequence LIMIT 500";

    private const string Known = "SELECT COALESCE(MAX(sequence), 0), COALESCE((SELECT at FROM portal_change WHERE sequence = @sequence), 0) FROM portal_change";

    private readonly SemaphoreSlim turn = new(1, 1);
    private IndexMark? mark;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private IndexDocuments Documents => field ??= new IndexDocuments(store, index.Schema);

    /// <inheritdoc/>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var today = Today; // one day for the whole turn: what midnight overtakes is aged by the next
            index.Search.Refresh();
            await DistrustForeignAsync(cancellation);
            if (index.Search.Status.State != SearchState.Ready)
            {
                await BuildAsync(today, null, cancellation);
            }

            while (await StepAsync(today, cancellation))
            {
            }

            await AgeAsync(today, cancellation);
            await NoteAsync(today, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Builds the index anew, whatever state it is in.</summary>
    public async Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await BuildAsync(Today, progress, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>An index of another store, or of this one before it was put back from a backup, is not ready: it must be built anew.</summary>
    public async Task DistrustForeignAsync(CancellationToken cancellation)
    {
        mark ??= await IndexMark.ReadAsync(index.Folder, cancellation);
        if (index.Search.Status.State == SearchState.Ready && (mark is null || !await KnowsAsync(mark, cancellation)))
        {
            index.Search.Distrust("It was made from another store than this one.");
        }
    }

    /// <summary>How many changes the index has not seen.</summary>
    public Task<long> BehindAsync(CancellationToken cancellation) => store.ReadAsync(
        async session => await ChangeLog.LastAsync(session, cancellation) - index.Search.Status.Sequence,
        cancellation);

    /// <summary>Lets a small store be searched from the first request on; a large one is read while the process answers already.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var first = Task.Run(() => CatchUpAsync(cancellationToken), cancellationToken);
        await Task.WhenAny(first, Task.Delay(FirstWait, clock, cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        turn.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await CatchUpAsync(stoppingToken);
                await Task.Run(() => index.Search.Merge(stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or DbException or UnauthorizedAccessException)
            {
                log.LogError(failure, "The search index could not follow the public store; it tries again.");
                pause = PauseAfterFailure;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BuildAsync(DateOnly today, IProgress<long>? progress, CancellationToken cancellation)
    {
        var status = index.Search.Status;
        log.LogInformation("Building the search index anew ({State}{Reason}).", status.State, status.Reason.Length == 0 ? "" : ": " + status.Reason);
        var sequence = await store.ReadAsync(session => ChangeLog.LastAsync(session, cancellation), cancellation);
        await index.Search.RebuildAsync(Documents.AllAsync(today, cancellation), sequence, progress, cancellation);
        mark = new IndexMark(today, sequence, (await ChangeAsync(sequence, cancellation)).At);
        await mark.WriteAsync(index.Folder, cancellation);
        log.LogInformation("The search index holds {Documents} operations.", index.Search.Status.Documents);
    }

    /// <summary>Applies the next few changes; false where there are none.</summary>
    private async Task<bool> StepAsync(DateOnly today, CancellationToken cancellation)
    {
        var from = index.Search.Status.Sequence;
        if (await NextAsync(from, cancellation) is not { } to)
        {
            return false;
        }

        var changes = await Documents.BetweenAsync(from, to, today, cancellation);
        if (index.Search.Apply(changes.Changed, changes.Gone, to) is ApplyOutcome.MustRebuild)
        {
            await BuildAsync(today, null, cancellation);
        }

        return true;
    }

    /// <summary>The last of the changes after <paramref name="from"/> that together are about <see cref="Most"/> rows.</summary>
    private Task<long?> NextAsync(long from, CancellationToken cancellation) => store.ReadAsync<long?>(
        async session =>
        {
            await using var command = session.Command(Waiting).With("from", from);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            long? to = null;
            for (var rows = 0L; rows < Most && await reader.ReadAsync(cancellation); rows += reader.GetInt64(1))
            {
                to = reader.GetInt64(0);
            }

            return to;
        },
        cancellation);

    private async Task AgeAsync(DateOnly today, CancellationToken cancellation)
    {
        var before = mark!.Day;
        if (before != today)
        {
            var changes = await Documents.AgedAsync(before < today ? before : today, before < today ? today : before, cancellation);
            index.Search.Apply(changes.Changed, [], index.Search.Status.Sequence);
            index.Search.Flush();
        }
    }

    private async Task NoteAsync(DateOnly today, CancellationToken cancellation)
    {
        var sequence = index.Search.Status.Sequence;
        if (mark!.Day != today || mark.Sequence != sequence)
        {
            mark = new IndexMark(today, sequence, (await ChangeAsync(sequence, cancellation)).At);
            await mark.WriteAsync(index.Folder, cancellation);
        }
    }

    /// <summary>Whether the store is the one that the index was made from: it has the change of the mark, and all that the index has seen.</summary>
    private async Task<bool> KnowsAsync(IndexMark seen, CancellationToken cancellation)
    {
        var sequence = index.Search.Status.Sequence;
        var (last, at) = await ChangeAsync(seen.Sequence, cancellation);
        return sequence <= last && at == seen.At;
    }

    /// <summary>The store's last change, and when a certain one was made (0 where it was not).</summary>
    private Task<(long Last, long At)> ChangeAsync(long sequence, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            await using var command = session.Command(Known).With("sequence", sequence);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            return (reader.GetInt64(0), reader.GetInt64(1));
        },
        cancellation);
}
