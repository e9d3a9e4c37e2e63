using Splot.Contracts.Access;

namespace Splot.Access.Model;

/// <summary>How far somebody may go with an act, from the table and the roles they hold. Pure.</summary>
internal static class Reaching
{
    /// <summary>Whether any of the roles opens the act.</summary>
    public static bool May(Act act, IReadOnlyList<HeldRole> roles, bool signedIn) => act.Kind switch
    {
        ActKind.Public => true,
        ActKind.SignedIn or ActKind.OwnStepUp => signedIn,
        _ => signedIn && roles.Any(r => act.ScopeOf(r.Role) is not null),
    };

    /// <summary>The union of what each role covers.</summary>
    public static Reach Of(Act act, IReadOnlyList<HeldRole> roles, string account)
    {
        if (act.Kind is ActKind.SignedIn or ActKind.OwnStepUp)
        {
            return new Reach { Keepers = new HashSet<string>(StringComparer.Ordinal) { account } };
        }

        var (keepers, units, organisations, territories, operations) = (New(), New(), New(), New(), New());
        foreach (var role in roles)
        {
            switch (act.ScopeOf(role.Role))
            {
                case Scope.All:
                    return new Reach { Everything = true };
                case Scope.Own:
                    keepers.Add(role.Holder);
                    break;
                case Scope.Unit when role.Unit is not null:
                    Add(units, role.Unit);
                    units.UnionWith(role.FormerUnits);
                    break;
                case Scope.Unit or Scope.Organisation:
                    Add(organisations, role.Organisation);
                    organisations.UnionWith(role.FormerOrganisations);
                    break;
                case Scope.Territory:
                    // An organisation without a place has no territory but itself.
                    Add(role.Territory is null ? organisations : territories, role.Territory ?? role.Organisation);
                    organisations.UnionWith(role.FormerOrganisations);
                    break;
                case Scope.Operation:
                    Add(operations, role.Operation);
                    break;
                case null:
                    break;
            }
        }

        return new Reach { Keepers = keepers, Units = units, Organisations = organisations, Territories = territories, Operations = operations };
    }

    private static HashSet<string> New() => new(StringComparer.Ordinal);

    private static void Add(HashSet<string> set, string? item)
    {
        if (item is not null)
        {
            set.Add(item);
        }
    }
}
