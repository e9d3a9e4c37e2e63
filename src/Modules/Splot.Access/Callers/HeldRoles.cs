using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Callers;

/// <summary>Reads the roles that an account holds on a day, its own and those of absent people it stands in for, in one statement.</summary>
internal static class HeldRoles
{
    // Roles of somebody absent count only in organisations in which the stand-in has a role of their own. What was merged into an organisation, or went on in a unit, is stood for by it: its records are theirs now who hold the role there.
    private const string Select = """
        WITH RECURSIVE held (role, organisation_id, place_path, unit_id, operation_id, account_id, id) AS (
            SELECT g.role, g.organisation_id, o.place_path, g.unit_id, g.operation_id, g.account_id, g.id
            FROM access_grant g
            JOIN access_account a ON a.id = g.account_id AND a.disabled_at IS NULL
            LEFT JOIN access_organisation o ON o.id = g.organisation_id
            WHERE g.from_day <= @today AND (g.to_day IS NULL OR g.to_day >= @today)
                AND (g.organisation_id IS NULL OR o.to_day IS NULL OR o.to_day >= @today)
                AND (g.account_id = @account
                    OR g.account_id IN (SELECT s.absent_id FROM access_stand_in s WHERE s.stand_in_id = @account AND s.from_day <= @today AND s.to_day >= @today)
                        AND EXISTS (SELECT 1 FROM access_grant m WHERE m.account_id = @account AND m.organisation_id = g.organisation_id AND m.from_day <= @today AND (m.to_day IS NULL OR m.to_day >= @today)))),
        former (id, heir) AS (
            SELECT o.id, o.successor_id FROM access_organisation o WHERE o.to_day < @today AND o.successor_id IN (SELECT organisation_id FROM held)
            UNION
            SELECT o.id, f.heir FROM access_organisation o JOIN former f ON o.successor_id = f.id WHERE o.to_day < @today),
        former_unit (id, heir) AS (
            SELECT u.id, u.successor_id FROM access_unit u WHERE u.successor_id IN (SELECT unit_id FROM held)
            UNION
            SELECT u.id, f.heir FROM access_unit u JOIN former_unit f ON u.successor_id = f.id)
        SELECT role, organisation_id, place_path, unit_id, operation_id, account_id, id FROM held
        UNION ALL SELECT NULL, heir, NULL, NULL, NULL, NULL, id FROM former
        UNION ALL SELECT NULL, NULL, NULL, heir, NULL, NULL, id FROM former_unit
        ORDER BY 7
        """;

    public static async Task<IReadOnlyList<HeldRole>> OfAsync(Session session, string account, long today, CancellationToken cancellation)
    {
        var found = new List<HeldRole>();
        var (formers, formerUnits) = (new List<(string Heir, string Id)>(), new List<(string Heir, string Id)>());
        await using var command = session.Command(Select).With("account", account).With("today", today);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.Text(0) is not { } code)
            {
                (reader.IsDBNull(1) ? formerUnits : formers).Add((reader.Text(1) ?? reader.GetString(3), reader.GetString(6)));
            }
            else if (Contracts.Access.Roles.Parse(code) is { } role)
            {
                // A role that a later version gave and this one does not know opens nothing.
                found.Add(new HeldRole(role, reader.Text(1), reader.Text(2), reader.Text(3), reader.Text(4), reader.GetString(5)));
            }
        }

        return formers.Count + formerUnits.Count == 0 ? found :
        [
            .. found.Select(r => r with
            {
                FormerOrganisations = [.. formers.Where(f => f.Heir == r.Organisation).Select(f => f.Id)],
                FormerUnits = [.. formerUnits.Where(f => f.Heir == r.Unit).Select(f => f.Id)],
            }),
        ];
    }
}
