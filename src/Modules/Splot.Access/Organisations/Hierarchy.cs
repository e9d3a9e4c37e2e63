using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.Organisations;

/// <summary>Who stands above whom.</summary>
internal static class Hierarchy
{
    // Deeper than any administration; it only keeps a circle in a damaged store from going on for ever.
    private const string Above = """
        WITH RECURSIVE above (id, parent_id, steps) AS (
            SELECT id, parent_id, 0 FROM access_organisation WHERE id = @id
            UNION ALL
            SELECT o.id, o.parent_id, a.steps + 1 FROM access_organisation o JOIN above a ON o.id = a.parent_id WHERE a.steps < 50)
        SELECT id FROM above ORDER BY steps
        """;

    // Two that are put below each other at the same time would make a circle that neither sees. SQLite has one writer.
    private const string Alone = "LOCK TABLE access_organisation IN SHARE ROW EXCLUSIVE MODE";

    /// <summary>Makes changes of the hierarchy wait for one another; the first statement of a command that sets a parent.</summary>
    public static async Task AloneAsync(Session session, CancellationToken cancellation)
    {
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command(Alone);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>The organisation and all above it, nearest first.</summary>
    public static async Task<IReadOnlyList<string>> AboveAsync(Session session, string id, CancellationToken cancellation)
    {
        var found = new List<string>();
        await using var command = session.Command(Above).With("id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>What is wrong, or worth knowing, with putting an organisation below another.</summary>
    public static async Task<Finding?> CheckAsync(Session session, string id, CheckedFacts facts, long today, CancellationToken cancellation)
    {
        if (facts.ParentId is not { } parentId)
        {
            return null;
        }

        if (parentId == id)
        {
            return new Finding(Fields.Parent, "parent-circle", true);
        }

        var parent = await session.Context<AccessContext>().Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == parentId, cancellation);
        if (parent is null)
        {
            return new Finding(Fields.Parent, "parent-unknown", true);
        }

        if ((await AboveAsync(session, parentId, cancellation)).Contains(id, StringComparer.Ordinal))
        {
            return new Finding(Fields.Parent, "parent-circle", true, null, parent.Name);
        }

        return Worth(parent, facts.PlacePath, today);
    }

    /// <summary>What is worth knowing of a parent.</summary>
    public static Finding? Worth(Organisation parent, string? path, long today) =>
        parent.ToDay < today ? new Finding(Fields.Parent, "parent-ended", false, null, parent.Name)
        : parent.PlacePath is { } around && path is not null && !path.StartsWith(around, StringComparison.Ordinal) ? new Finding(Fields.Parent, "parent-elsewhere", false, null, parent.Name)
        : null;
}
