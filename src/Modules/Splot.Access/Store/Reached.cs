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

    /// <summary>Where an organisation stands, for <see cref="Reach.Covers"/>.</summary>
    public static RecordPlace PlaceOf(Organisation organisation) => new(organisation.Id, Territory: organisation.PlacePath);
}
