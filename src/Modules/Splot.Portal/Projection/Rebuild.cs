using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Store;

namespace Splot.Portal.Projection;

/// <summary>
/// Builds the whole projection anew while the portal goes on answering: everything published is written again, then what the
/// projects module no longer knows is removed.
/// </summary>
internal sealed class Rebuild(PublicStore store, OperationProjection projection, TimeProvider clock)
{
    private const int Batch = 500;
    private const string Left = "SELECT key, id FROM portal_operation WHERE change <= @since ORDER BY key LIMIT 500";

    private const string Public = "SELECT COUNT(*) FROM portal_operation WHERE withdrawn_at IS NULL";

    /// <summary>How many operations are public now.</summary>
    public Task<long> CountAsync(CancellationToken cancellation) => store.ReadAsync(
        async session => Convert.ToInt64(await session.Command(Public).ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture),
        cancellation);

    /// <summary>Rebuilds from <paramref name="source"/> and returns what was written and how many operations were removed.</summary>
    public async Task<(ProjectionResult Written, long Removed)> RunAsync(IPublishedOperations source, Action<long>? progress, CancellationToken cancellation)
    {
        var since = await store.ReadAsync(session => ChangeLog.LastAsync(session, cancellation), cancellation);
        var written = await source.KeyRangeAsync(cancellation) is { } range
            ? await projection.RunAsync(source, range.From, range.To, since, progress, cancellation)
            : new ProjectionResult(0, 0);
        var removed = 0L;
        for (var more = true; more;)
        {
            var count = await RemoveAsync(since, cancellation);
            removed += count;
            more = count == Batch;
        }

        await store.CheckpointAsync(cancellation);
        return (written, removed);
    }

    private Task<int> RemoveAsync(long since, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            await ChangeLog.LockAsync(session, cancellation);
            var left = new List<(long Key, string Id)>();
            await using (var command = session.Command(Left).With("since", since))
            {
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                while (await reader.ReadAsync(cancellation))
                {
                    left.Add((reader.GetInt64(0), reader.GetString(1)));
                }
            }

            foreach (var (key, id) in left)
            {
                await ChangeLog.AppendAsync(session, ChangeKind.Removed, id, key, 1, clock, cancellation);
            }

            await KnownOperations.DeleteAsync(session, [.. left.Select(o => o.Key)], cancellation);
            return left.Count;
        },
        cancellation);
}
