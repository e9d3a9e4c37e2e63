using Splot.Contracts.Access;
using Splot.Persons.Model;
using Splot.Persons.Vault;

namespace Splot.Persons.Asking;

/// <summary>Whoever sits at the desk, as the vault knows them: with the reach of the act that is done.</summary>
internal sealed class Asker(ICaller caller, Sights sights)
{
    /// <summary>The account.</summary>
    public string Account => caller.Account!.Id;

    /// <summary>Whether the act is open at all.</summary>
    public bool May(Act act) => caller.May(act);

    /// <summary>How far.</summary>
    public Reach ReachOf(Act act) => caller.ReachOf(act);

    /// <summary>The asker with the reach of an act.</summary>
    public async Task<Doer> ToAsync(Act act, CancellationToken cancellation, string? reason = null) =>
        new(await sights.OfAsync(Account, caller.ReachOf(act), withEmergencies: false, cancellation), caller.OnBehalfOf(act), reason) { Holders = HoldersOf(act) };

    /// <summary>The asker who looks at one record; one that was opened in an emergency is among them.</summary>
    public async Task<Doer> SeeingAsync(CancellationToken cancellation) =>
        new(await sights.OfAsync(Account, caller.ReachOf(Acts.SeePersons), withEmergencies: true, cancellation), caller.OnBehalfOf(Acts.SeePersons)) { Holders = HoldersOf(Acts.SeePersons) };

    /// <summary>The roles that open an act.</summary>
    public IEnumerable<HeldRole> RolesFor(Act act) => caller.Roles.Where(r => act.ScopeOf(r.Role) is not null);

    // None where nobody is stood in for: then everything is done on one's own behalf.
    private IReadOnlyList<(string Holder, Reach Reach)> HoldersOf(Act act)
    {
        var holders = RolesFor(act).Select(r => r.Holder).Distinct(StringComparer.Ordinal).ToList();
        return holders.TrueForAll(h => h == Account) ? [] : [.. holders.Select(h => (h, caller.ReachOf(act, h)))];
    }
}
