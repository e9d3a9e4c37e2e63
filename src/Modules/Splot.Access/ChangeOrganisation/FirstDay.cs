using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Store;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.ChangeOrganisation;

/// <summary>Since when an organisation stands, put right.</summary>
/// <param name="Day">The first day; null where nobody knows it.</param>
internal sealed record FirstDay(DateOnly? Day)
{
    /// <summary>As it is stored.</summary>
    public long Number => Day?.DayNumber ?? 0;

    /// <summary>What speaks against a first day: the last one, a second name, an office or a merger that came before it.</summary>
    public static async Task<IReadOnlyList<Finding>> FindingsAsync(Session session, Organisation organisation, long first, CancellationToken cancellation)
    {
        if (first > organisation.ToDay)
        {
            return [No("first-day-late", null, organisation.ToDay.Value)];
        }

        var findings = new List<Finding>();
        if (organisation.Names.OrderBy(n => n.FromDay).Skip(1).FirstOrDefault() is { } second && second.FromDay <= first)
        {
            findings.Add(No("first-day-name", second.Name, second.FromDay));
        }

        // A first day of 0 is not known and stands in nobody's way.
        var context = session.Context<AccessContext>();
        if (await context.Units.AsNoTracking().Where(u => u.OrganisationId == organisation.Id && u.FromDay > 0 && u.FromDay < first).OrderBy(u => u.FromDay).FirstOrDefaultAsync(cancellation) is { } unit)
        {
            findings.Add(No("first-day-unit", unit.Name, unit.FromDay));
        }

        if (await context.Organisations.AsNoTracking().Where(o => o.SuccessorId == organisation.Id && o.ToDay < first - 1).OrderBy(o => o.ToDay).FirstOrDefaultAsync(cancellation) is { } merged)
        {
            findings.Add(No("first-day-merger", merged.Name, merged.ToDay!.Value + 1));
        }

        return findings;
    }

    private static Finding No(string code, string? name, long day) => new(Fields.FirstDay, code, true, name, Languages.Current.LongDate(Days.Of(day)!.Value));
}
