using System.Text.Json;
using Splot.Data;

namespace Splot.Access.Model;

/// <summary>What the audit keeps of signing in and of rights. Ids only: an address that nobody has is a stranger's, and is not kept.</summary>
internal static class AccessAudit
{
    public static AuditEntry SignedIn(string account, string way) => Of(AuditKind.SignIn, "access.signed-in", AuditActor.Account(account), account, $$"""{"way":"{{way}}"}""");

    public static AuditEntry Refused(string account, string step) => Of(AuditKind.Refusal, "access.sign-in-refused", AuditActor.Nobody, account, $$"""{"step":"{{step}}"}""");

    public static AuditEntry SignedOut(string account) => Of(AuditKind.SignIn, "access.signed-out", AuditActor.Account(account), account, null);

    public static AuditEntry SessionsEnded(string account) => Of(AuditKind.Change, "access.sessions-ended", AuditActor.Account(account), account, null);

    public static AuditEntry Proved(string account, string way) => Of(AuditKind.SignIn, "access.proved", AuditActor.Account(account), account, $$"""{"way":"{{way}}"}""");

    public static AuditEntry PasswordChanged(string account) => Of(AuditKind.Change, "access.password-changed", AuditActor.Account(account), account, null);

    public static AuditEntry AppRenewed(string account) => Of(AuditKind.Change, "access.app-renewed", AuditActor.Account(account), account, null);

    public static AuditEntry CodesRenewed(string account) => Of(AuditKind.Change, "access.recovery-codes-renewed", AuditActor.Account(account), account, null);

    public static AuditEntry ResetAsked(string account) => Of(AuditKind.Change, "access.reset-asked", AuditActor.Nobody, account, null);

    public static AuditEntry PasswordReset(string account, string link) => Of(AuditKind.Change, "access.password-reset", AuditActor.Link(link), account, null);

    public static AuditEntry PasskeyAdded(string account, string passkey) => Passkey("access.passkey-added", account, passkey);

    public static AuditEntry PasskeyRenamed(string account, string passkey) => Passkey("access.passkey-renamed", account, passkey);

    public static AuditEntry PasskeyRemoved(string account, string passkey) => Passkey("access.passkey-removed", account, passkey);

    public static AuditEntry Joined(string account, string link) => Of(AuditKind.Change, "access.joined", AuditActor.Link(link), account, null);

    public static AuditEntry Invited(AuditActor actor, string account, string role, string? organisation) =>
        Of(AuditKind.Change, "access.invited", actor, account, $$"""{"role":"{{role}}"}""") with { Organisation = organisation };

    /// <summary>A new link alone; it gives no role.</summary>
    public static AuditEntry InvitedAgain(string by, string account) => Of(AuditKind.Change, "access.invited", AuditActor.Account(by), account, null);

    public static AuditEntry RoleGiven(string by, string account, string role, string? organisation, string? unit, long from, long? to) =>
        Of(AuditKind.Change, "access.role-given", AuditActor.Account(by), account, JsonSerializer.Serialize(new { role, unit, from = Day(from), to = Day(to) }, JsonSerializerOptions.Web)) with { Organisation = organisation };

    public static AuditEntry RoleEnded(string by, string account, string role, string? organisation) =>
        Of(AuditKind.Change, "access.role-ended", AuditActor.Account(by), account, null) with { Organisation = organisation, Before = JsonSerializer.Serialize(new { role }, JsonSerializerOptions.Web) };

    public static AuditEntry Closed(string by, string account) => Of(AuditKind.Change, "access.account-closed", AuditActor.Account(by), account, null);

    public static AuditEntry Opened(string by, string account) => Of(AuditKind.Change, "access.account-opened", AuditActor.Account(by), account, null);

    public static AuditEntry SignedOutBy(string by, string account) => Of(AuditKind.Change, "access.sessions-ended", AuditActor.Account(by), account, null);

    public static AuditEntry SignInReset(string by, string account) => Of(AuditKind.Change, "access.sign-in-reset", AuditActor.Account(by), account, null);

    public static AuditEntry StandInNamed(string by, string absent, string standIn, long from, long to, string reason) =>
        Of(AuditKind.Change, "access.stand-in-named", AuditActor.Account(by), absent, JsonSerializer.Serialize(new { standIn, from = Day(from), to = Day(to) }, JsonSerializerOptions.Web)) with { Reason = reason };

    public static AuditEntry StandInEnded(string by, string absent, string standIn) =>
        Of(AuditKind.Change, "access.stand-in-ended", AuditActor.Account(by), absent, JsonSerializer.Serialize(new { standIn }, JsonSerializerOptions.Web));

    private static string? Day(long? day) => day is { } number ? DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    public static AuditEntry AuditRead(string by) => new() { Kind = AuditKind.Read, Act = "access.read-audit", Actor = AuditActor.Account(by) };

    /// <summary>A list was taken out as a file.</summary>
    public static AuditEntry Exported(string list, string by) => new() { Kind = AuditKind.Export, Act = "access.exported", Actor = AuditActor.Account(by), SubjectKind = "list", SubjectId = list };

    private static AuditEntry Passkey(string act, string account, string passkey) => Of(AuditKind.Change, act, AuditActor.Account(account), account, $$"""{"passkey":"{{passkey}}"}""");

    private static AuditEntry Of(AuditKind kind, string act, AuditActor actor, string account, string? after) =>
        new() { Kind = kind, Act = act, Actor = actor, SubjectKind = "account", SubjectId = account, After = after };
}
