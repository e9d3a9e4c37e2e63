namespace Splot.Contracts.Access;

/// <summary>Who asks, within one request. Nobody where nobody is signed in.</summary>
public interface ICaller
{
    /// <summary>The account; null where nobody is signed in.</summary>
    CallerAccount? Account { get; }

    /// <summary>The roles held now, one's own and those of absent people one stands in for.</summary>
    IReadOnlyList<HeldRole> Roles { get; }

    /// <summary>Whether the act is open to the caller at all, however far.</summary>
    bool May(Act act);

    /// <summary>How far the caller may go with the act; <see cref="Reach.Nothing"/> where not at all.</summary>
    Reach ReachOf(Act act);

    /// <summary>How far the roles of one holder alone go: the caller's own account, or that of somebody absent.</summary>
    Reach ReachOf(Act act, string holder);
}

/// <summary>Whoever is signed in.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="ProvedAt">When it was last proved who it is; sensitive acts ask for ten minutes at most.</param>
public sealed record CallerAccount(string Id, string Name, DateTimeOffset ProvedAt);

/// <summary>A role that somebody holds.</summary>
/// <param name="Role">The role.</param>
/// <param name="Organisation">The organisation that it is held in; null for the installation as a whole.</param>
/// <param name="Territory">That organisation's place, as a path of codes; null where it has none.</param>
/// <param name="Unit">The unit that it is limited to.</param>
/// <param name="Operation">The operation that it is limited to.</param>
/// <param name="Holder">The account that holds it: the caller's own, or that of somebody absent.</param>
public sealed record HeldRole(Role Role, string? Organisation, string? Territory, string? Unit, string? Operation, string Holder)
{
    /// <summary>Organisations that were merged into <see cref="Organisation"/>, over any number of steps: what they left belongs to it.</summary>
    public IReadOnlyList<string> FormerOrganisations { get; init; } = [];

    /// <summary>Units whose work <see cref="Unit"/> took over in a merger.</summary>
    public IReadOnlyList<string> FormerUnits { get; init; } = [];
}

/// <summary>For whom a caller acts who stands in for somebody absent.</summary>
public static class ActingFor
{
    extension(ICaller caller)
    {
        /// <summary>The account on whose behalf the act is done: somebody absent where only their roles open it; null where the caller's own do.</summary>
        public string? OnBehalfOf(Act act)
        {
            var holders = caller.Roles.Where(r => act.ScopeOf(r.Role) is not null).Select(r => r.Holder).ToList();
            return holders.Count == 0 || holders.Contains(caller.Account!.Id, StringComparer.Ordinal) ? null : holders[0];
        }

        /// <summary>The same for what stands in one place: nobody where the caller's own roles cover it, else the absent one whose do.</summary>
        public string? OnBehalfOf(Act act, RecordPlace place)
        {
            var holders = caller.Roles.Where(r => act.ScopeOf(r.Role) is not null).Select(r => r.Holder).Distinct(StringComparer.Ordinal).ToList();
            return holders.Exists(h => h == caller.Account!.Id && caller.ReachOf(act, h).Covers(place)) ? null : holders.Find(h => h != caller.Account!.Id && caller.ReachOf(act, h).Covers(place)) ?? caller.OnBehalfOf(act);
        }
    }
}
