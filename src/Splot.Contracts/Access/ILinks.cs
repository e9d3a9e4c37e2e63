namespace Splot.Contracts.Access;

/// <summary>
/// Links that open one thing for one purpose to somebody without an account: a municipality that answers a collection, a provider that answers a referral,
/// somebody who was invited. Their secrets are told once and kept as digests; every use stands in the audit as the link's own.
/// </summary>
public interface ILinks
{
    /// <summary>Makes a link. Nothing but what is returned ever holds its secret.</summary>
    Task<IssuedLink> IssueAsync(ITransaction transaction, LinkOrder order, CancellationToken cancellation);

    /// <summary>What a secret opens now; null where it is unknown, used up, taken back, too old, or made for something else. Uses up nothing and leaves no entry.</summary>
    Task<HeldLink?> FindAsync(string secret, LinkScope scope, CancellationToken cancellation);

    /// <summary>
    /// Uses the link in the transaction of what it is used for, and records that. A link that is good once is used up by it, by one transaction alone.
    /// Null as for <see cref="FindAsync"/>.
    /// </summary>
    Task<HeldLink?> UseAsync(ITransaction transaction, string secret, LinkScope scope, CancellationToken cancellation);

    /// <summary>Takes back the links to one subject for one purpose that are still good; returns how many that were.</summary>
    /// <param name="transaction">The command's transaction.</param>
    /// <param name="scope">Purpose and subject; the subject must be named.</param>
    /// <param name="by">Account that does so; null for Splot itself.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<int> RevokeAsync(ITransaction transaction, LinkScope scope, string? by, CancellationToken cancellation);
}

/// <summary>What a link must have been made for.</summary>
/// <param name="Purpose">Stable code, such as <c>answer-collection</c>.</param>
/// <param name="SubjectKind">Kind of what it opens, such as <c>collection-answer</c>.</param>
/// <param name="SubjectId">Its id; null where any of the kind will do, since the link itself says which.</param>
public sealed record LinkScope(string Purpose, string SubjectKind, string? SubjectId = null);

/// <summary>A link to be made.</summary>
/// <param name="Purpose">Stable code of the purpose.</param>
/// <param name="SubjectKind">Kind of what it opens.</param>
/// <param name="SubjectId">Id of what it opens.</param>
/// <param name="Recipient">Whom it is given to, as an address or in words; null where the subject says it.</param>
/// <param name="Ends">When it is over.</param>
/// <param name="Once">True where its first use uses it up.</param>
/// <param name="By">Account that makes it; null for Splot itself.</param>
public sealed record LinkOrder(string Purpose, string SubjectKind, string SubjectId, string? Recipient, DateTimeOffset Ends, bool Once, string? By);

/// <summary>A link that was just made.</summary>
/// <param name="Id">Its id, by which the audit names it.</param>
/// <param name="Secret">What stands in the address; told this once.</param>
/// <param name="Ends">When it is over.</param>
public sealed record IssuedLink(string Id, string Secret, DateTimeOffset Ends);

/// <summary>A link that is good.</summary>
/// <param name="Id">Its id, by which the audit names it.</param>
/// <param name="SubjectId">Id of what it opens.</param>
/// <param name="Recipient">Whom it was given to.</param>
/// <param name="Ends">When it is over.</param>
public sealed record HeldLink(string Id, string SubjectId, string? Recipient, DateTimeOffset Ends);
