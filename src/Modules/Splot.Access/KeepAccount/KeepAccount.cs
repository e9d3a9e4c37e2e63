using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.KeepAccount;

/// <summary>A role to be given.</summary>
/// <param name="Account">To whom.</param>
/// <param name="Role">Which.</param>
/// <param name="Organisation">In which organisation; null for the installation as a whole.</param>
/// <param name="Unit">In which of its units alone; null for all of it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null for no end.</param>
internal sealed record GiveRole(string Account, Role Role, string? Organisation, string? Unit, DateOnly From, DateOnly? To);

/// <summary>Expected outcomes of changing accounts and roles.</summary>
internal enum KeepOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>There is no such account, role or organisation within the caller's reach.</summary>
    Unknown,

    /// <summary>Nobody changes their own rights.</summary>
    OwnRights,

    /// <summary>The role is not the caller's to give: it watches over others, or reaches further than the caller keeps accounts.</summary>
    NotYours,

    /// <summary>The installation would be left without a system administrator.</summary>
    LastAdministrator,

    /// <summary>The account has roles in organisations or units that the caller does not keep.</summary>
    RolesElsewhere,

    /// <summary>The role is held already.</summary>
    Held,

    /// <summary>The account holds no role, today or later: there is nothing to sign in for.</summary>
    NoRole,
}

/// <summary>Gives and ends roles, closes and opens accounts, ends their sessions. Nobody changes their own rights; no one gives what lies beyond their reach.</summary>
internal sealed class KeepAccountHandler(MainStore store, Sessions sessions, ICaller caller, TimeProvider clock)
{
    private const string LockAdministrators = "SELECT id FROM access_grant WHERE role = @role ORDER BY id FOR UPDATE";

    private Reach Reach => caller.ReachOf(Acts.KeepAccounts);

    private long Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;

    public Task<KeepOutcome> GiveAsync(GiveRole command, CancellationToken cancellation) => ChangeAsync(
        command.Account,
        async (session, context, account) =>
        {
            var problem = await GiveProblemAsync(context, command.Role, command.Organisation, command.Unit, cancellation);
            if (problem != KeepOutcome.Done)
            {
                return problem;
            }

            var (role, from, to) = (command.Role.Code(), (long)command.From.DayNumber, (long?)command.To?.DayNumber);
            if (await context.Grants.AnyAsync(
                g => g.AccountId == account.Id && g.Role == role && g.OrganisationId == command.Organisation && g.UnitId == command.Unit && g.OperationId == null && g.FromDay <= from && (g.ToDay == null || g.ToDay >= (to ?? long.MaxValue)), cancellation))
            {
                return KeepOutcome.Held;
            }

            var now = clock.GetUtcNow();
            context.Grants.Add(new Grant
            {
                Id = Secrets.NewId(now),
                AccountId = account.Id,
                Role = role,
                OrganisationId = command.Organisation,
                UnitId = command.Unit,
                FromDay = from,
                ToDay = to,
                GrantedBy = caller.Account!.Id,
                GrantedAt = now.ToUnixTimeMilliseconds(),
            });
            session.Record(caller.For(Acts.KeepAccounts, AccessAudit.RoleGiven(caller.Account.Id, account.Id, role, command.Organisation, command.Unit, from, to)));
            return KeepOutcome.Done;
        },
        cancellation);

    /// <summary>Ends a role with the day before today; one that has not begun is gone altogether.</summary>
    public Task<KeepOutcome> EndAsync(string accountId, string grantId, CancellationToken cancellation) => ChangeAsync(
        accountId,
        async (session, context, account) =>
        {
            var today = Today;
            var grant = await context.Grants.Within(context, Reach).SingleOrDefaultAsync(g => g.Id == grantId && g.AccountId == account.Id && (g.ToDay == null || g.ToDay >= today), cancellation);
            if (grant is null)
            {
                return KeepOutcome.Unknown;
            }

            if (!Reach.Everything && Roles.Parse(grant.Role) is { } role && Watches(role))
            {
                return KeepOutcome.NotYours;
            }

            if (await LeavesNobodyAsync(session, context, [grant.Id], cancellation))
            {
                return KeepOutcome.LastAdministrator;
            }

            if (grant.FromDay >= today)
            {
                context.Grants.Remove(grant);
            }
            else
            {
                grant.ToDay = today - 1;
            }

            session.Record(caller.For(Acts.KeepAccounts, AccessAudit.RoleEnded(caller.Account!.Id, account.Id, grant.Role, grant.OrganisationId)));
            return KeepOutcome.Done;
        },
        cancellation);

    /// <summary>Closes an account: it can sign in no more, and is signed out everywhere. Its roles stay written.</summary>
    public Task<KeepOutcome> CloseAsync(string accountId, CancellationToken cancellation) => ChangeAsync(
        accountId,
        async (session, context, account) =>
        {
            if (await NotAloneAsync(context, account.Id, cancellation) is { } problem)
            {
                return problem;
            }

            if (await LeavesNobodyAsync(session, context, await context.Grants.Where(g => g.AccountId == account.Id).Select(g => g.Id).ToListAsync(cancellation), cancellation))
            {
                return KeepOutcome.LastAdministrator;
            }

            account.DisabledAt ??= clock.GetUtcNow().ToUnixTimeMilliseconds();
            session.Record(caller.For(Acts.KeepAccounts, AccessAudit.Closed(caller.Account!.Id, account.Id)));
            await sessions.EndAsync(session, account.Id, null, null, cancellation);
            return KeepOutcome.Done;
        },
        cancellation);

    public Task<KeepOutcome> OpenAsync(string accountId, CancellationToken cancellation) => ChangeAsync(
        accountId,
        async (session, context, account) =>
        {
            if (await NotAloneAsync(context, account.Id, cancellation) is { } problem)
            {
                return problem;
            }

            account.DisabledAt = null;
            session.Record(caller.For(Acts.KeepAccounts, AccessAudit.Opened(caller.Account!.Id, account.Id)));
            return KeepOutcome.Done;
        },
        cancellation);

    public Task<KeepOutcome> SignOutAsync(string accountId, CancellationToken cancellation) => ChangeAsync(
        accountId,
        async (session, context, account) =>
        {
            if (await NotAloneAsync(context, account.Id, cancellation) is { } problem)
            {
                return problem;
            }

            session.Record(caller.For(Acts.KeepAccounts, AccessAudit.SignedOutBy(caller.Account!.Id, account.Id)));
            await sessions.EndAsync(session, account.Id, null, null, cancellation);
            return KeepOutcome.Done;
        },
        cancellation);

    /// <summary>Takes every way to sign in from somebody who lost theirs, and signs them out everywhere. An invitation is to follow, by which they set them up anew.</summary>
    public Task<KeepOutcome> ResetSignInAsync(string accountId, CancellationToken cancellation) => ChangeAsync(
        accountId,
        async (session, context, account) =>
        {
            if (account.DisabledAt is not null)
            {
                return KeepOutcome.Unknown;
            }

            if (await NotAloneAsync(context, account.Id, cancellation) is { } problem)
            {
                return problem;
            }

            if (!await context.Grants.LastingAt(DateOnly.FromDayNumber((int)Today)).AnyAsync(g => g.AccountId == account.Id, cancellation))
            {
                return KeepOutcome.NoRole;
            }

            (account.PasswordHash, account.TotpSecret, account.SignedInAt, account.Failures, account.LockedUntil) = (null, null, null, 0, null);
            await context.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await context.Passkeys.Where(p => p.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            session.Record(caller.For(Acts.KeepAccounts, AccessAudit.SignInReset(caller.Account!.Id, account.Id)));
            await sessions.EndAsync(session, account.Id, null, null, cancellation);
            return KeepOutcome.Done;
        },
        cancellation);

    /// <summary>The roles that the caller may give somewhere, in the table's order: what a form offers.</summary>
    public IReadOnlyList<Role> Givable => Reach.Everything
        ? Roles.All
        : [.. Roles.All.Where(r => !Watches(r) && r != Role.SystemAdministrator && Giving.GoesNoFurther(r, Reach.Organisations.Count + Reach.Territories.Count > 0))];

    /// <summary>Whether the caller may give this role there; <see cref="KeepOutcome.Done"/> where nothing speaks against it.</summary>
    public async Task<KeepOutcome> GiveProblemAsync(AccessContext context, Role role, string? organisation, string? unit, CancellationToken cancellation)
    {
        if (Watches(role) && !Reach.Everything)
        {
            return KeepOutcome.NotYours;
        }

        if (organisation is null || role == Role.SystemAdministrator)
        {
            return Reach.Everything && organisation is null && role == Role.SystemAdministrator ? KeepOutcome.Done : KeepOutcome.NotYours;
        }

        var today = Today;
        var stands = await context.Organisations.AnyAsync(o => o.Id == organisation && (o.ToDay == null || o.ToDay >= today), cancellation);
        var fits = unit is null || await context.Units.AnyAsync(u => u.Id == unit && u.OrganisationId == organisation && (u.ToDay == null || u.ToDay >= today), cancellation);
        var whole = await context.Organisations.Within(Reach).AnyAsync(o => o.Id == organisation, cancellation);
        return !stands || !fits || !(whole || (unit is not null && Reach.Units.Contains(unit))) ? KeepOutcome.Unknown
            : Reach.Everything || Giving.GoesNoFurther(role, whole) ? KeepOutcome.Done
            : KeepOutcome.NotYours;
    }

    /// <summary>Whether the role watches over others: who holds it is not chosen by them.</summary>
    internal static bool Watches(Role role) => role is Role.DataProtectionOfficer or Role.Auditor;

    /// <summary>Whether an account is the caller's own or, for a stand-in, that of whom they stand in for as a keeper: its rights are not theirs to change.</summary>
    internal bool IsOwn(string account) => account == caller.Account!.Id || caller.Roles.Any(r => r.Holder == account && Acts.KeepAccounts.ScopeOf(r.Role) is not null);

    /// <summary>Changes an account that the caller keeps and that is not their own.</summary>
    internal Task<KeepOutcome> ChangeAsync(string accountId, Func<WriteSession, AccessContext, Account, Task<KeepOutcome>> work, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var context = session.Context<AccessContext>();
            var account = await context.Accounts.Seen(context, Reach).SingleOrDefaultAsync(a => a.Id == accountId, cancellation);
            return account is null ? KeepOutcome.Unknown : IsOwn(account.Id) ? KeepOutcome.OwnRights : await work(session, context, account);
        },
        cancellation);

    /// <summary>Why an account is not the caller's alone to close, open or reset: it has, or will have, roles that they do not keep, or one that watches over them. Null where nothing speaks against it.</summary>
    private async Task<KeepOutcome?> NotAloneAsync(AccessContext context, string account, CancellationToken cancellation)
    {
        if (Reach.Everything)
        {
            return null;
        }

        var (today, kept) = (Today, context.Grants.Within(context, Reach));
        var held = await context.Grants.Where(g => g.AccountId == account && (g.ToDay == null || g.ToDay >= today)).Select(g => new { g.Role, IsKept = kept.Any(k => k.Id == g.Id) }).ToListAsync(cancellation);
        return held.Exists(g => !g.IsKept) ? KeepOutcome.RolesElsewhere
            : held.Exists(g => Roles.Parse(g.Role) is { } role && Watches(role)) ? KeepOutcome.NotYours
            : null;
    }

    /// <summary>Whether nobody would administer the installation without these roles. Whoever else takes an administrator's rights waits, so that two cannot take them from each other.</summary>
    private async Task<bool> LeavesNobodyAsync(WriteSession session, AccessContext context, IReadOnlyList<string> without, CancellationToken cancellation)
    {
        var (code, today) = (Role.SystemAdministrator.Code(), Today);
        var administering = context.Grants.Where(g => g.Role == code && g.FromDay <= today && (g.ToDay == null || g.ToDay >= today));
        if (!await administering.AnyAsync(g => without.Contains(g.Id), cancellation))
        {
            return false;
        }

        // SQLite has one writer.
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command(LockAdministrators).With("role", code);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        return !await administering.AnyAsync(g => !without.Contains(g.Id) && context.Accounts.Any(a => a.Id == g.AccountId && a.DisabledAt == null), cancellation);
    }
}
