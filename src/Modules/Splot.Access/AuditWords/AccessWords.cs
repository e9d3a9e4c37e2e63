using Splot.Contracts.Desk;

namespace Splot.Access.AuditWords;

/// <summary>What the entries of accounts, organisations and the installation itself say.</summary>
internal sealed class AccessWords : IAuditWords
{
    public string? Of(string act) => act switch
    {
        "access.signed-in" => Text.SignedIn,
        "access.sign-in-refused" => Text.SignInRefused,
        "access.signed-out" => Text.SignedOut,
        "access.sessions-ended" => Text.SessionsEnded,
        "access.proved" => Text.Proved,
        "access.password-changed" => Text.PasswordChanged,
        "access.password-reset" => Text.PasswordReset,
        "access.sign-in-reset" => Text.SignInReset,
        "access.reset-asked" => Text.ResetAsked,
        "access.app-renewed" => Text.AppRenewed,
        "access.recovery-codes-renewed" => Text.CodesRenewed,
        "access.passkey-added" => Text.PasskeyAdded,
        "access.passkey-renamed" => Text.PasskeyRenamed,
        "access.passkey-removed" => Text.PasskeyRemoved,
        "access.joined" => Text.Joined,
        "access.invited" => Text.Invited,
        "access.role-given" => Text.RoleGiven,
        "access.role-ended" => Text.RoleEnded,
        "access.account-closed" => Text.AccountClosed,
        "access.account-opened" => Text.AccountOpened,
        "access.stand-in-named" => Text.StandInNamed,
        "access.stand-in-ended" => Text.StandInEnded,
        "access.link-issued" => Text.LinkIssued,
        "access.link-used" => Text.LinkUsed,
        "access.link-revoked" => Text.LinkRevoked,
        "access.refused" => Text.Refused,
        "access.exported" => Text.Exported,
        "access.read-audit" => Text.AuditRead,
        "access.organisation-added" => Text.OrganisationAdded,
        "access.organisation-changed" => Text.OrganisationChanged,
        "access.organisation-renamed" or "access.organisation-name-taken-back" => Text.OrganisationRenamed,
        "access.organisation-closed" => Text.OrganisationClosed,
        "access.organisation-merged" or "access.organisation-took-over" => Text.OrganisationMerged,
        "access.organisation-reopened" => Text.OrganisationReopened,
        "access.unit-added" or "access.unit-changed" or "access.unit-closed" or "access.unit-reopened" => Text.UnitChanged,
        "data.rotate-key" => Text.KeyRotated,
        _ => null,
    };
}
