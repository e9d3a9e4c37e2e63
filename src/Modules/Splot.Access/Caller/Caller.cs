using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Caller;

/// <summary>Who asks, found once for a request and before its endpoint: the session, the account, the roles held today.</summary>
internal sealed class Caller : ICaller
{
    private readonly Dictionary<Act, Reach> reaches = [];

    public CallerAccount? Account { get; private set; }

    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    /// <summary>The session that the request came with; null where there is none.</summary>
    public string? SessionId { get; private set; }

    public bool May(Act act) => Reaching.May(act, Roles, Account is not null);

    public Reach ReachOf(Act act)
    {
        if (!May(act) || Account is not { } account)
        {
            return Reach.Nothing;
        }

        if (!reaches.TryGetValue(act, out var reach))
        {
            reaches[act] = reach = Reaching.Of(act, Roles, account.Id);
        }

        return reach;
    }

    public void Know(SignedInSession session, Account account, IReadOnlyList<HeldRole> roles) =>
        (SessionId, Account, Roles) = (session.Id, new CallerAccount(account.Id, account.Name, DateTimeOffset.FromUnixTimeMilliseconds(session.ProvedAt)), roles);
}

/// <summary>The step of the pipeline that finds out who asks. Requests without our cookie cost no statement, those with it three.</summary>
internal static class CallerStep
{
    public static async Task FindAsync(HttpContext http, RequestDelegate next)
    {
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.FindAsync(http, http.RequestAborted) is { } session)
        {
            var store = http.RequestServices.GetRequiredService<MainStore>();
            var today = DateOnly.FromDateTime(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).DayNumber;
            var known = await store.ReadAsync(
                async s =>
                {
                    var account = await s.Context<AccessContext>().Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == session.AccountId && a.DisabledAt == null, http.RequestAborted);
                    return account is null ? default : (Account: account, Roles: await HeldRoles.OfAsync(s, account.Id, today, http.RequestAborted));
                },
                http.RequestAborted);
            if (known.Account is not null)
            {
                http.RequestServices.GetRequiredService<Caller>().Know(session, known.Account, known.Roles);
                // The framework ties the tokens of forms to this name.
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Id)], "session"));
            }
        }

        await next(http);
    }
}

/// <summary>Reads the roles that an account holds on a day, its own and those of absent people it stands in for, in one statement.</summary>
internal static class HeldRoles
{
    // What was merged into an organisation, or went on in a unit, is stood for by it: its records are theirs now who hold the role there.
    private const string Select = """
        WITH RECURSIVE held (role, organisation_id, place_path, unit_id, operation_id, account_id, id) AS (
            SELECT g.role, g.organisation_id, o.place_path, g.unit_id, g.operation_id, g.account_id, g.id
            FROM access_grant g
            JOIN access_account a ON a.id = g.account_id AND a.disabled_at IS NULL
            LEFT JOIN access_organisation o ON o.id = g.organisation_id
            WHERE g.from_day <= @today AND (g.to_day IS NULL OR g.to_day >= @today)
                AND (g.organisation_id IS NULL OR o.to_day IS NULL OR o.to_day >= @today)
                AND (g.account_id = @account
                    OR g.account_id IN (SELECT s.absent_id FROM access_stand_in s WHERE s.stand_in_id = @account AND s.from_day <= @today AND s.to_day >= @today))),
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
