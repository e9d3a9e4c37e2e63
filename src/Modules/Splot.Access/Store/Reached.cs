using Splot.Access.Model;
using Splot.Contracts.Access;

namespace Splot.Access.Store;

/// <summary>How far an act reaches, as conditions on this module's tables. They say what <see cref="Reach.Covers"/> says.</summary>
internal static class Reached
{
    /// <summary>The organisations that are covered. A unit or a keeper alone covers no whole organisation.</summary>
    public static IQueryable<Organisation> Within(this IQueryable<Organisation> organisations, Reach reach)
    {
        if (reach.Everything)
        {
            return organisations;
        }

        var (ids, territories) = (reach.Organisations.ToList(), reach.Territories.ToList());
        return organisations.Where(o => ids.Contains(o.Id) || territories.Any(t => o.PlacePath != null && o.PlacePath.Substring(0, t.Length) == t));
    }

    /// <summary>The roles held in organisations or units that are covered; those for the installation as a whole only where everything is.</summary>
    public static IQueryable<Grant> Within(this IQueryable<Grant> grants, AccessContext context, Reach reach)
    {
        if (reach.Everything)
        {
            return grants;
        }

        var units = reach.Units.ToList();
        return grants.Where(g => (g.UnitId != null && units.Contains(g.UnitId)) || context.Organisations.Within(reach).Any(o => o.Id == g.OrganisationId));
    }

    /// <summary>The roles that are held on a day or will be later.</summary>
    public static IQueryable<Grant> LastingAt(this IQueryable<Grant> grants, DateOnly day)
    {
        long number = day.DayNumber;
        return grants.Where(g => g.ToDay == null || g.ToDay >= number);
    }

    /// <summary>The accounts that hold, held or will hold a role in an organisation or a unit that is covered.</summary>
    public static IQueryable<Account> Seen(this IQueryable<Account> accounts, AccessContext context, Reach reach) =>
        reach.Everything ? accounts : accounts.Where(a => context.Grants.Within(context, reach).Any(g => g.AccountId == a.Id));

    /// <summary>Where an organisation stands, for <see cref="Reach.Covers"/>.</summary>
    public static RecordPlace PlaceOf(Organisation organisation) => new(organisation.Id, Territory: organisation.PlacePath);
}
