using Splot.Contracts.Access;

namespace Splot.Persons.EmergencyAccess;

/// <summary>Who is told of an emergency access: those who watch the unit that keeps the record, and those who watch the unit of whoever opened it. Never the doer.</summary>
internal sealed class Watchers(IAccounts accounts)
{
    public async Task<bool> AnyAsync(string organisation, string? unit, string? byUnit, string doer, CancellationToken cancellation) => (await OfAsync(organisation, unit, byUnit, doer, cancellation)).Count > 0;

    /// <summary>Their accounts; one or two questions.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string organisation, string? unit, string? byUnit, string doer, CancellationToken cancellation)
    {
        var found = new List<Colleague>(await accounts.WhoMayAsync(Acts.WatchEmergencies, new RecordPlace(organisation, unit), cancellation));
        if (byUnit is not null && byUnit != unit)
        {
            found.AddRange(await accounts.WhoMayAsync(Acts.WatchEmergencies, new RecordPlace(organisation, byUnit), cancellation));
        }

        return [.. found.Select(c => c.Id).Where(id => id != doer).Distinct(StringComparer.Ordinal)];
    }
}
