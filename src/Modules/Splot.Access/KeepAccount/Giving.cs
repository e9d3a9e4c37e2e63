using Splot.Contracts.Access;

namespace Splot.Access.KeepAccount;

/// <summary>Which roles go no further than whoever gives them keeps accounts, by the table alone. Pure.</summary>
internal static class Giving
{
    // Every office may see organisations, and of emergency accesses those are told who head the units.
    private static readonly Act[] OpenToAll = [Acts.SeeOrganisations, Acts.EmergencyAccess];

    /// <summary>Whether nothing that the role opens goes further.</summary>
    /// <param name="role">The role.</param>
    /// <param name="wholeOrganisation">Whoever gives it keeps the accounts of the whole organisation in which it would be held, not those of a unit alone.</param>
    public static bool GoesNoFurther(Role role, bool wholeOrganisation) => Acts.Every.Except(OpenToAll)
        .All(act => act.ScopeOf(role) is not (Scope.Territory or Scope.All) && (wholeOrganisation || act.ScopeOf(role) is not Scope.Organisation));
}
