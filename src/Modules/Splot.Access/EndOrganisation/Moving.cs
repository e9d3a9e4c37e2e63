using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;

namespace Splot.Access.EndOrganisation;

/// <summary>
/// Units and roles that go on in another organisation. The old rows stay and end with their organisation; new ones begin on the day after, a unit's old
/// row naming its new one. So every day of the past keeps its answer, and a merger that lies ahead changes nothing today.
/// </summary>
internal static class Moving
{
    /// <summary>Gives every unit that still stands a new row in the heir; old ids with their new ones.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> UnitsAsync(AccessContext context, Organisation from, Organisation heir, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = from.ToDay!.Value;
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unit in await context.Units.Where(u => u.OrganisationId == from.Id && (u.ToDay == null || u.ToDay > last)).OrderBy(u => u.Id).ToListAsync(cancellation))
        {
            unit.SuccessorId = moved[unit.Id] = Secrets.NewId(now);
            context.Units.Add(new Unit
            {
                Id = unit.SuccessorId,
                OrganisationId = heir.Id,
                Kind = unit.Kind,
                Name = unit.Name,
                Phone = unit.Phone,
                Email = unit.Email,
                Address = unit.Address,
                FromDay = Math.Max(last + 1, unit.FromDay),
                ToDay = unit.ToDay,
            });
        }

        return moved;
    }

    /// <summary>Gives every role that is still held the same role in the heir; how many.</summary>
    public static async Task<int> RolesAsync(AccessContext context, Organisation from, Organisation heir, IReadOnlyDictionary<string, string> units, string? by, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = from.ToDay!.Value;
        var held = await context.Grants.Where(g => g.OrganisationId == from.Id && (g.ToDay == null || g.ToDay > last)).OrderBy(g => g.Id).ToListAsync(cancellation);
        // A role that was limited to a unit is not held without that limit: where the unit does not go on, nor does the role.
        var moved = held.Where(g => g.UnitId is null || units.ContainsKey(g.UnitId)).ToList();
        var ids = moved.Select(g => IdOf(g.Id, from.Id, last)).ToList();
        var known = (await context.Grants.Where(g => ids.Contains(g.Id)).ToListAsync(cancellation)).ToDictionary(g => g.Id, StringComparer.Ordinal);
        foreach (var grant in moved)
        {
            if (!known.TryGetValue(IdOf(grant.Id, from.Id, last), out var next))
            {
                next = new Grant { Id = IdOf(grant.Id, from.Id, last), AccountId = grant.AccountId, Role = grant.Role };
                context.Grants.Add(next);
            }

            (next.OrganisationId, next.UnitId, next.OperationId) = (heir.Id, grant.UnitId is null ? null : units[grant.UnitId], grant.OperationId);
            (next.FromDay, next.ToDay, next.GrantedBy, next.GrantedAt) = (Math.Max(last + 1, grant.FromDay), grant.ToDay, by, now.ToUnixTimeMilliseconds());
        }

        return moved.Count;
    }

    /// <summary>Takes back what moved: what has not begun goes, what has begun ends yesterday.</summary>
    public static async Task BackAsync(AccessContext context, Organisation organisation, long today, CancellationToken cancellation)
    {
        var last = organisation.ToDay!.Value;
        var units = await context.Units.Where(u => u.OrganisationId == organisation.Id && u.SuccessorId != null).ToListAsync(cancellation);
        var nextUnits = units.Select(u => u.SuccessorId!).ToList();
        foreach (var next in await context.Units.Where(u => nextUnits.Contains(u.Id)).ToListAsync(cancellation))
        {
            if (next.FromDay >= today)
            {
                context.Units.Remove(next);
            }
            else
            {
                next.ToDay = today - 1;
            }
        }

        units.ForEach(u => u.SuccessorId = null);
        var ids = (await context.Grants.Where(g => g.OrganisationId == organisation.Id).Select(g => g.Id).ToListAsync(cancellation)).ConvertAll(id => IdOf(id, organisation.Id, last));
        foreach (var next in await context.Grants.Where(g => ids.Contains(g.Id)).ToListAsync(cancellation))
        {
            if (next.FromDay >= today)
            {
                context.Grants.Remove(next);
            }
            else
            {
                next.ToDay = today - 1;
            }
        }
    }

    // The id of a role that went on follows from the one it came from, so that it is found when the merger is taken back.
    private static string IdOf(string grant, string from, long last) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{grant}\n{from}\n{last}"))))[..32];
}
