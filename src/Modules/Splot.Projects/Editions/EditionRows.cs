using Splot.Data;
using Splot.Projects.Model;

namespace Splot.Projects.Editions;

/// <summary>Short statements on editions and key counters.</summary>
internal static class EditionRows
{
    private const string Take = """
        INSERT INTO projects_counter (name, next) VALUES ('operation', 1 + @count)
        ON CONFLICT (name) DO UPDATE SET next = projects_counter.next + @count
        RETURNING next - @count
        """;

    private const string AnyCurrent = "SELECT COUNT(*) FROM projects_edition WHERE state = 'current'";

    private const string Supersede = "UPDATE projects_edition SET state = 'superseded' WHERE list_id = @list AND state = 'current' AND id <> @id";

    private const string Save = """
        UPDATE projects_edition SET state = @state, accepted = @accepted, rejected = @rejected, warnings = @warnings, added = @added,
            changed = @changed, unchanged = @unchanged, withdrawn = @withdrawn, last_row = @last_row, from_key = @from_key, to_key = @to_key,
            current_at = @current_at, lease_owner = @lease_owner, lease_until = @lease_until
        WHERE id = @id
        """;

    /// <summary>How long an import may be silent before another may take its place.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>The first of <paramref name="count"/> new keys.</summary>
    public static async Task<long> TakeKeysAsync(WriteSession session, int count, CancellationToken cancellation)
    {
        await using var command = session.Command(Take).With("count", (long)count);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>True where any list has a current edition.</summary>
    public static async Task<bool> AnyCurrentAsync(Session session, CancellationToken cancellation)
    {
        await using var command = session.Command(AnyCurrent);
        return (long)(await command.ExecuteScalarAsync(cancellation))! > 0;
    }

    /// <summary>The list's current edition gives way.</summary>
    public static async Task SupersedeAsync(WriteSession session, Edition edition, CancellationToken cancellation)
    {
        await using var command = session.Command(Supersede).With("list", edition.ListId).With("id", edition.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Writes the edition's counts and renews its lease.</summary>
    public static Task ProgressAsync(WriteSession session, Edition edition, TimeProvider clock, CancellationToken cancellation)
    {
        edition.LeaseUntil = (clock.GetUtcNow() + Lease).ToUnixTimeMilliseconds();
        return SaveAsync(session, edition, cancellation);
    }

    /// <summary>Writes the edition's state and counts.</summary>
    public static async Task SaveAsync(WriteSession session, Edition edition, CancellationToken cancellation)
    {
        await using var command = session.Command(Save)
            .With("id", edition.Id)
            .With("state", edition.State)
            .With("accepted", edition.Accepted)
            .With("rejected", edition.Rejected)
            .With("warnings", edition.Warnings)
            .With("added", edition.Added)
            .With("changed", edition.Changed)
            .With("unchanged", edition.Unchanged)
            .With("withdrawn", edition.Withdrawn)
            .With("last_row", edition.LastRow)
            .With("from_key", edition.FromKey)
            .With("to_key", edition.ToKey)
            .With("current_at", edition.CurrentAt)
            .With("lease_owner", edition.LeaseOwner)
            .With("lease_until", edition.LeaseUntil);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
