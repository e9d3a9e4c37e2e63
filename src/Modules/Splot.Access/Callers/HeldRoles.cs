using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Callers;

/// <summary>Reads the roles that an account holds on a day, its own and those of absent people it stands in for, in one statement.</summary>
internal static class HeldRoles
{
    private const string Select = """
        SELECT g.role, g.organisation_id, o.place_path, g.unit_id, g.operation_id, g.account_id
        FROM access_grant g
        JOIN access_account a ON a.id = g.account_id AND a.disabled_at IS NULL
        LEFT JOIN access_organisation o ON o.id = g.organisation_id
        WHERE g.from_day <= @today AND (g.to_day IS NULL OR g.to_day >= @today)
            AND (g.organisation_id IS NULL OR o.to_day IS NULL OR o.to_day >= @today)
            AND (g.account_id = @account
                OR g.account_id IN (SELECT s.absent_id FROM access_stand_in s WHERE s.stand_in_id = @account AND s.from_day <= @today AND s.to_day >= @today))
        ORDER BY g.id
        """;

    public static async Task<IReadOnlyList<HeldRole>> OfAsync(Session session, string account, long today, CancellationToken cancellation)
    {
        var found = new List<HeldRole>();
        await using var command = session.Command(Select).With("account", account).With("today", today);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // A role that a later version gave and this one does not know opens nothing.
            if (Contracts.Access.Roles.Parse(reader.GetString(0)) is { } role)
            {
                found.Add(new HeldRole(role, reader.Text(1), reader.Text(2), reader.Text(3), reader.Text(4), reader.GetString(5)));
            }
        }

        return found;
    }
}
