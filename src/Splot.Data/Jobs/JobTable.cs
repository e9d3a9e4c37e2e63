using System.Data.Common;
using System.Globalization;

namespace Splot.Data;

/// <summary>A job in the hands of the process that works on it.</summary>
internal sealed record ClaimedJob(long Id, string Kind, string Name, string Arguments, string? Checkpoint, long Done, long? Total, int Attempts, string Owner);

/// <summary>The statements on data_job. States are waiting, running, done and failed.</summary>
internal static class JobTable
{
    private const string Columns = "id, kind, name, state, done, total, message, attempts, created_at, due_at, finished_at";

    // The same request for a job that was interrupted or failed goes on from its checkpoint; other arguments begin anew.
    private const string Insert = """
        INSERT INTO data_job (kind, name, arguments, state, done, attempts, created_at, due_at)
        VALUES (@kind, @name, @arguments, 'waiting', 0, 0, @now, @due)
        ON CONFLICT (kind, name) DO UPDATE SET
            checkpoint = CASE WHEN data_job.state <> 'done' AND data_job.arguments = excluded.arguments THEN data_job.checkpoint END,
            done = CASE WHEN data_job.state <> 'done' AND data_job.arguments = excluded.arguments THEN data_job.done ELSE 0 END,
            total = CASE WHEN data_job.state <> 'done' AND data_job.arguments = excluded.arguments THEN data_job.total END,
            arguments = excluded.arguments, state = 'waiting', message = NULL, attempts = 0, created_at = excluded.created_at, due_at = excluded.due_at, finished_at = NULL
        WHERE data_job.state <> 'running'
        """;

    private const string InsertDaily = """
        INSERT INTO data_job (kind, name, arguments, state, done, attempts, created_at, due_at)
        VALUES (@kind, @name, '{}', 'waiting', 0, 0, @now, @due)
        ON CONFLICT (kind, name) DO NOTHING
        """;

    private const string SelectId = "SELECT id FROM data_job WHERE kind = @kind AND name = @name";
    private const string SelectOne = $"SELECT {Columns} FROM data_job WHERE kind = @kind AND name = @name";
    private const string SelectKind = $"SELECT {Columns} FROM data_job WHERE kind = @kind ORDER BY id DESC LIMIT @limit";

    private const string Runnable = "((state = 'waiting' AND due_at <= @now) OR (state = 'running' AND lease_until <= @now))";
    private const string SelectDue = $"SELECT id, kind FROM data_job WHERE {Runnable} ORDER BY due_at, id LIMIT 100";
    private const string TakeDue = $"UPDATE data_job SET state = 'running', attempts = attempts + 1, lease_owner = @owner, lease_until = @until WHERE id = @id AND {Runnable}";

    private const string TakeAnyway = """
        UPDATE data_job SET state = 'running', attempts = attempts + 1, lease_owner = @owner, lease_until = @until
        WHERE id = @id AND (state IN ('waiting', 'failed') OR (state = 'running' AND lease_until <= @now))
        """;

    private const string SelectClaimed = "SELECT id, kind, name, arguments, checkpoint, done, total, attempts FROM data_job WHERE id = @id AND lease_owner = @owner";
    private const string RenewLease = "UPDATE data_job SET lease_until = @until WHERE id = @id AND lease_owner = @owner";
    private const string Progress = "UPDATE data_job SET done = @done, total = @total, message = @message WHERE id = @id AND lease_owner = @owner";

    private const string SaveCheckpoint = """
        UPDATE data_job SET attempts = CASE WHEN checkpoint = @checkpoint THEN attempts ELSE 1 END, checkpoint = @checkpoint, done = @done, total = @total, message = @message
        WHERE id = @id AND lease_owner = @owner
        """;

    private const string End = """
        UPDATE data_job SET state = @state, done = @done, total = @total, message = @message, attempts = @attempts, due_at = @due, finished_at = @finished, lease_owner = NULL, lease_until = NULL
        WHERE id = @id AND lease_owner = @owner
        """;

    private const string Forget = "UPDATE data_job SET checkpoint = NULL WHERE id = @id";
    private const string RemoveOld = "DELETE FROM data_job WHERE state IN ('done', 'failed') AND finished_at < @before";

    public static async Task<long> EnqueueAsync(WriteSession session, string kind, string name, string arguments, DateTimeOffset now, DateTimeOffset due, CancellationToken cancellation)
    {
        await session.ExecuteAsync(Insert, [("kind", kind), ("name", name), ("arguments", arguments), ("now", Milliseconds(now)), ("due", Milliseconds(due))], cancellation);
        await using var command = session.Prepare(SelectId, ("kind", kind), ("name", name));
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    public static Task EnsureDailyAsync(WriteSession session, DailyJob job, DateTimeOffset now, DateTimeOffset due, CancellationToken cancellation) =>
        session.ExecuteAsync(InsertDaily, [("kind", job.Kind), ("name", JobRunner.DailyName), ("now", Milliseconds(now)), ("due", Milliseconds(due))], cancellation);

    public static async Task<JobStatus?> FindAsync(Session session, string kind, string name, CancellationToken cancellation)
    {
        await using var command = session.Prepare(SelectOne, ("kind", kind), ("name", name));
        return (await StatusAsync(command, cancellation)).SingleOrDefault();
    }

    public static async Task<IReadOnlyList<JobStatus>> ListAsync(Session session, string kind, int limit, CancellationToken cancellation)
    {
        await using var command = session.Prepare(SelectKind, ("kind", kind), ("limit", limit));
        return await StatusAsync(command, cancellation);
    }

    public static async Task<IReadOnlyList<(long Id, string Kind)>> DueAsync(Session session, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = session.Prepare(SelectDue, ("now", Milliseconds(now)));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<(long, string)>();
        while (await reader.ReadAsync(cancellation))
        {
            due.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return due;
    }

    /// <summary>Takes a job; null when another process was faster. <paramref name="anyway"/>: also before it is due or after it failed.</summary>
    public static async Task<ClaimedJob?> ClaimAsync(WriteSession session, long id, bool anyway, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await session.ExecuteAsync(anyway ? TakeAnyway : TakeDue, [("id", id), ("owner", owner), ("now", Milliseconds(now)), ("until", Milliseconds(until))], cancellation) == 0)
        {
            return null;
        }

        await using var command = session.Prepare(SelectClaimed, ("id", id), ("owner", owner));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new ClaimedJob(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Text(reader, 4), reader.GetInt64(5), Number(reader, 6), reader.GetInt32(7), owner);
    }

    public static async Task<bool> RenewAsync(WriteSession session, ClaimedJob job, DateTimeOffset until, CancellationToken cancellation) =>
        await session.ExecuteAsync(RenewLease, [("id", job.Id), ("owner", job.Owner), ("until", Milliseconds(until))], cancellation) == 1;

    public static async Task<bool> ReportAsync(WriteSession session, ClaimedJob job, long done, long? total, string? message, CancellationToken cancellation) =>
        await session.ExecuteAsync(Progress, [("id", job.Id), ("owner", job.Owner), ("done", done), ("total", total), ("message", message)], cancellation) == 1;

    public static async Task<bool> CheckpointAsync(WriteSession session, ClaimedJob job, string checkpoint, long done, long? total, string? message, CancellationToken cancellation) =>
        await session.ExecuteAsync(SaveCheckpoint, [("id", job.Id), ("owner", job.Owner), ("checkpoint", checkpoint), ("done", done), ("total", total), ("message", message)], cancellation) == 1;

    /// <summary>Ends a turn at a job, whatever came of it.</summary>
    public static async Task EndAsync(WriteSession session, ClaimedJob job, JobEnd end, CancellationToken cancellation)
    {
        var ended = await session.ExecuteAsync(
            End,
            [
                ("id", job.Id), ("owner", job.Owner), ("state", end.State), ("done", end.Done), ("total", end.Total), ("message", end.Message),
                ("attempts", end.Attempts), ("due", Milliseconds(end.Due)), ("finished", end.Finished is { } at ? Milliseconds(at) : null),
            ],
            cancellation);
        if (ended == 1 && end.Anew)
        {
            await session.ExecuteAsync(Forget, [("id", job.Id)], cancellation);
        }
    }

    public static Task<int> RemoveOldAsync(WriteSession session, DateTimeOffset before, CancellationToken cancellation) =>
        session.ExecuteAsync(RemoveOld, [("before", Milliseconds(before))], cancellation);

    private static async Task<IReadOnlyList<JobStatus>> StatusAsync(DbCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<JobStatus>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new JobStatus
            {
                Id = reader.GetInt64(0),
                Kind = reader.GetString(1),
                Name = reader.GetString(2),
                State = Enum.Parse<JobState>(reader.GetString(3), ignoreCase: true),
                Done = reader.GetInt64(4),
                Total = Number(reader, 5),
                Message = Text(reader, 6),
                Attempts = reader.GetInt32(7),
                CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(8)),
                DueAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(9)),
                FinishedAt = Number(reader, 10) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            });
        }

        return found;
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static long? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();
}

/// <summary>What came of a turn at a job.</summary>
/// <param name="State">State to leave it in.</param>
/// <param name="Message">What to say of it.</param>
/// <param name="Attempts">Attempts that count from here.</param>
/// <param name="Due">When it is due (again).</param>
/// <param name="Finished">When it ended, where it did.</param>
/// <param name="Anew">True where the next time begins without a checkpoint.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
internal sealed record JobEnd(string State, string? Message, int Attempts, DateTimeOffset Due, DateTimeOffset? Finished, bool Anew, long Done, long? Total);
