using Splot.Access.Model;
using Splot.Contracts.Access;

namespace Splot.Access.Callers;

/// <summary>Who asks, found once for a request and before its endpoint: the session, the account, the roles held today.</summary>
internal sealed class Caller : ICaller
{
    private readonly Dictionary<Act, Reach> reaches = [];

    public CallerAccount? Account { get; private set; }

    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    /// <summary>The session that the request came with; null where there is none.</summary>
    public string? SessionId { get; private set; }

    public bool May(Act act) => Reaching.May(act, Roles, Account is not null);

    public Reach ReachOf(Act act)
    {
        if (!May(act) || Account is not { } account)
        {
            return Reach.Nothing;
        }

        if (!reaches.TryGetValue(act, out var reach))
        {
            reaches[act] = reach = Reaching.Of(act, Roles, account.Id);
        }

        return reach;
    }

    public Reach ReachOf(Act act, string holder) => May(act) ? Reaching.Of(act, [.. Roles.Where(r => r.Holder == holder)], holder) : Reach.Nothing;

    public void Know(SignedInSession session, Account account, IReadOnlyList<HeldRole> roles) =>
        (SessionId, Account, Roles) = (session.Id, new CallerAccount(account.Id, account.Name, DateTimeOffset.FromUnixTimeMilliseconds(session.ProvedAt)), roles);
}
