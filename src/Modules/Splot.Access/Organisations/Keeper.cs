using Splot.Access.Model;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Organisations;

/// <summary>Who keeps organisations, and which ones.</summary>
/// <param name="Actor">Whom the audit names.</param>
/// <param name="Organisations">How far the act goes: <see cref="Acts.KeepOrganisations"/>, or <see cref="Acts.MergeOrganisations"/>.</param>
/// <param name="Accounts">How far <see cref="Acts.KeepAccounts"/> goes, where it was proved lately who it is; moving roles asks for it.</param>
internal sealed record Keeper(AuditActor Actor, Reach Organisations, Reach Accounts)
{
    /// <summary>Whoever runs <c>splot</c>: everything.</summary>
    public static Keeper Terminal(string verb) => new(AuditActor.Terminal(verb), new Reach { Everything = true }, new Reach { Everything = true });

    /// <summary>Whoever is signed in.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="act">What they are about to do.</param>
    /// <param name="proved">Whether it was proved shortly before who it is.</param>
    public static Keeper Of(ICaller caller, Act act, bool proved) =>
        new(AuditActor.Account(caller.Account!.Id), caller.ReachOf(act), proved ? caller.ReachOf(Acts.KeepAccounts) : Reach.Nothing) { OnBehalfOf = caller.OnBehalfOf(act) };

    /// <summary>Whom a stand-in acts for; null for nobody.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The account; null for the terminal.</summary>
    public string? Account => Actor.Kind == "account" ? Actor.Name : null;

    /// <summary>Whether the organisation is theirs to keep.</summary>
    public bool Keeps(Organisation organisation) => Organisations.Covers(PlaceOf(organisation));

    /// <summary>Whether organisations at the place are theirs to keep, whichever they are: whoever moves one there, or founds one, needs that, or reach could be widened by moving.</summary>
    public bool KeepsAt(string? path) => Organisations.Covers(new RecordPlace(null, Territory: path));

    /// <summary>Whether the roles held in the organisation are theirs to give.</summary>
    public bool KeepsAccountsOf(Organisation organisation) => Accounts.Covers(PlaceOf(organisation));

    private static RecordPlace PlaceOf(Organisation organisation) => new(organisation.Id, Territory: organisation.PlacePath);
}
