using Microsoft.EntityFrameworkCore;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>Emergency accesses that are open.</summary>
internal static class Emergencies
{
    /// <summary>Those of an account at a moment.</summary>
    public static IQueryable<EmergencyRow> OpenAt(PersonsContext context, string? account, long at) =>
        context.Emergencies.Where(e => e.AccountId == account && e.BeginsAt <= at && e.EndsAt > at && e.EndedAt == null);

    /// <summary>The emergency access by which alone a record is seen; null where it is within ordinary reach.</summary>
    public static async Task<string?> ByWhichAsync(PersonsContext context, string person, Sight sight, CancellationToken cancellation)
    {
        if (sight.EmergenciesAt is not { } at)
        {
            return null;
        }

        var open = await OpenAt(context, sight.Account, at).Where(e => e.PersonId == person).OrderBy(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancellation);
        return open is null || await Visible.To(context, sight.Ordinary).AnyAsync(p => p.Id == person, cancellation) ? null : open;
    }
}
