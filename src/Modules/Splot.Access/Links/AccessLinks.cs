using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Links;

/// <summary>Every link with a secret: invitations and resets of this module, and those of others.</summary>
internal sealed class AccessLinks(MainStore store, TimeProvider clock) : ILinks
{
    public Task<IssuedLink> IssueAsync(ITransaction transaction, LinkOrder order, CancellationToken cancellation)
    {
        var session = WriteSession.Of(transaction);
        var issued = Add(session, order);
        session.Record(Entry("access.link-issued", ActorOf(order.By), order.SubjectKind, order.SubjectId, order.Purpose, issued.Id));
        return Task.FromResult(issued);
    }

    public Task<HeldLink?> FindAsync(string secret, LinkScope scope, CancellationToken cancellation) => store.ReadAsync(
        async session => await FindAsync(session, secret, scope, cancellation) is { } link ? Held(link) : null,
        cancellation);

    public async Task<HeldLink?> UseAsync(ITransaction transaction, string secret, LinkScope scope, CancellationToken cancellation)
    {
        var session = WriteSession.Of(transaction);
        if (await TakeAsync(session, secret, scope, cancellation) is not { } link)
        {
            return null;
        }

        session.Record(Entry("access.link-used", AuditActor.Link(link.Id), link.SubjectKind, link.SubjectId, link.Purpose, link.Id));
        return Held(link);
    }

    public async Task<int> RevokeAsync(ITransaction transaction, LinkScope scope, string? by, CancellationToken cancellation)
    {
        if (scope.SubjectId is not { } subject)
        {
            throw new ArgumentException("Only links to a subject that is named can be taken back.", nameof(scope));
        }

        var session = WriteSession.Of(transaction);
        var revoked = await TakeBackAsync(session, scope, cancellation);
        if (revoked > 0)
        {
            session.Record(Entry("access.link-revoked", ActorOf(by), scope.SubjectKind, subject, scope.Purpose, null));
        }

        return revoked;
    }

    /// <summary>Makes a link without an entry of its own: what it is part of is recorded by the caller.</summary>
    public IssuedLink Add(WriteSession session, LinkOrder order)
    {
        var (now, secret) = (clock.GetUtcNow(), Secrets.New());
        var link = new Link
        {
            Id = Secrets.NewId(now),
            Hash = Secrets.DigestOf(secret),
            Purpose = order.Purpose,
            SubjectKind = order.SubjectKind,
            SubjectId = order.SubjectId,
            Recipient = order.Recipient,
            Once = order.Once,
            CreatedAt = now.ToUnixTimeMilliseconds(),
            CreatedBy = order.By,
            EndsAt = order.Ends.ToUnixTimeMilliseconds(),
        };
        session.Context<AccessContext>().Links.Add(link);
        return new IssuedLink(link.Id, secret, order.Ends);
    }

    /// <summary>The link of a secret, where it is good; nothing is used up.</summary>
    public async Task<Link?> FindAsync(Session session, string secret, LinkScope scope, CancellationToken cancellation)
    {
        var (hash, now) = (Secrets.DigestOf(secret), clock.GetUtcNow().ToUnixTimeMilliseconds());
        return await Good(session.Context<AccessContext>(), scope, now).AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, cancellation);
    }

    /// <summary>Uses the link without an entry of its own. Of two transactions that use one which is good once, the store lets one through.</summary>
    public async Task<Link?> TakeAsync(WriteSession session, string secret, LinkScope scope, CancellationToken cancellation)
    {
        if (await FindAsync(session, secret, scope, cancellation) is not { } link)
        {
            return null;
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var taken = await Good(session.Context<AccessContext>(), scope, now).Where(l => l.Id == link.Id)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now).SetProperty(x => x.Uses, x => x.Uses + 1), cancellation);
        return taken == 1 ? link : null;
    }

    /// <summary>Takes back without an entry of its own.</summary>
    public Task<int> TakeBackAsync(WriteSession session, LinkScope scope, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return Good(session.Context<AccessContext>(), scope, now).ExecuteUpdateAsync(l => l.SetProperty(x => x.RevokedAt, now), cancellation);
    }

    private static IQueryable<Link> Good(AccessContext context, LinkScope scope, long now) => context.Links.Where(l =>
        l.Purpose == scope.Purpose && l.SubjectKind == scope.SubjectKind && (scope.SubjectId == null || l.SubjectId == scope.SubjectId)
        && l.RevokedAt == null && l.EndsAt > now && (!l.Once || l.Uses == 0));

    private static HeldLink Held(Link link) => new(link.Id, link.SubjectId, link.Recipient, DateTimeOffset.FromUnixTimeMilliseconds(link.EndsAt));

    private static AuditActor ActorOf(string? account) => account is null ? AuditActor.Job("links") : AuditActor.Account(account);

    private static AuditEntry Entry(string act, AuditActor actor, string subjectKind, string subjectId, string purpose, string? link) => new()
    {
        Kind = AuditKind.Change,
        Act = act,
        Actor = actor,
        SubjectKind = subjectKind,
        SubjectId = subjectId,
        After = System.Text.Json.JsonSerializer.Serialize(new { purpose, link }),
    };
}
