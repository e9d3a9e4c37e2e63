using Microsoft.EntityFrameworkCore;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Ui;

namespace Splot.Access.KeepAccount;

/// <summary>Whether a stand-in can be named for an account, and whom one can choose.</summary>
/// <param name="Problem"><see cref="KeepOutcome.Done"/> where nothing speaks against it.</param>
/// <param name="Choices">Who may act; none where something does.</param>
internal sealed record StandInChoices(KeepOutcome Problem, IReadOnlyList<Choice> Choices)
{
    /// <summary>Nothing can be named.</summary>
    public static StandInChoices None { get; } = new(KeepOutcome.Done, []);
}

/// <summary>
/// Names who acts for somebody whose account the caller keeps, and ends that. It gives the absent one's roles to somebody, so it keeps to the rules of giving
/// roles: not to oneself, not beyond one's reach, and who watches over others is not chosen by them.
/// </summary>
internal sealed class KeepStandIns(MainStore store, KeepAccountHandler accounts, StandIns standIns, ICaller caller, TimeProvider clock)
{
    private Reach Reach => caller.ReachOf(Acts.KeepAccounts);

    /// <summary>Whom one can choose for an account: two statements.</summary>
    public Task<StandInChoices> ChoicesAsync(string account, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var context = session.Context<AccessContext>();
            var problem = await ProblemAsync(context, account, cancellation);
            return new StandInChoices(problem, problem == KeepOutcome.Done ? [.. (await standIns.ColleaguesAsync(context, account, cancellation)).Where(c => !accounts.IsOwn(c.Value!))] : []);
        },
        cancellation);

    /// <summary>Names one.</summary>
    public Task<KeepOutcome> NameAsync(NameStandIn command, CancellationToken cancellation) => accounts.ChangeAsync(
        command.Absent,
        async (session, context, account) =>
        {
            if (accounts.IsOwn(command.StandIn))
            {
                return KeepOutcome.OwnRights;
            }

            var problem = account.DisabledAt is null ? await ProblemAsync(context, account.Id, cancellation) : KeepOutcome.Unknown;
            return problem == KeepOutcome.Done ? await standIns.NameAsync(session, command, Acts.KeepAccounts, cancellation) : problem;
        },
        cancellation);

    /// <summary>Ends one of an account that is absent.</summary>
    public Task<KeepOutcome> EndAsync(string absent, string id, CancellationToken cancellation) => accounts.ChangeAsync(
        absent,
        async (session, context, account) =>
        {
            var problem = await ProblemAsync(context, account.Id, cancellation);
            return problem == KeepOutcome.Done ? await standIns.EndAsync(session, s => s.Id == id && s.AbsentId == absent, Acts.KeepAccounts, cancellation) : problem;
        },
        cancellation);

    private async Task<KeepOutcome> ProblemAsync(AccessContext context, string account, CancellationToken cancellation)
    {
        if (Reach.Everything)
        {
            return KeepOutcome.Done;
        }

        var (kept, today) = (context.Grants.Within(context, Reach), (long)DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber);
        var roles = await context.Grants.Where(g => g.AccountId == account && (g.ToDay == null || g.ToDay >= today))
            .Select(g => new { g.Role, IsKept = kept.Any(k => k.Id == g.Id) }).ToListAsync(cancellation);
        return roles.Exists(r => !r.IsKept) ? KeepOutcome.RolesElsewhere
            : roles.Exists(r => Contracts.Access.Roles.Parse(r.Role) is { } role && KeepAccountHandler.Watches(role)) ? KeepOutcome.NotYours
            : KeepOutcome.Done;
    }
}
