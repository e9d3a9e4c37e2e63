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
        "data.rotate-key" => Text.KeyRotated,
        _ => null,
    };
}
