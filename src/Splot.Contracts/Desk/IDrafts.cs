namespace Splot.Contracts.Desk;

/// <summary>Forms that somebody has begun and not sent yet. What was typed is sealed with the installation's keys and goes after <see cref="Lasts"/> without a change.</summary>
public interface IDrafts
{
    /// <summary>How long a draft is kept after its last change.</summary>
    static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>Key of forms that were sent when a fresh proof was wanted. They wait for <see cref="SentLasts"/> and stand on no desk.</summary>
    const string SentForm = "sent";

    /// <summary>How long a form waits that was sent when a fresh proof was wanted.</summary>
    static readonly TimeSpan SentLasts = TimeSpan.FromHours(1);

    /// <summary>The account's draft of this form; null where there is none (any more).</summary>
    Task<Draft?> FindAsync(string account, string form, string id, CancellationToken cancellation);

    /// <summary>Keeps what was typed so far.</summary>
    /// <param name="account">Whose draft it is.</param>
    /// <param name="form">Key of the form.</param>
    /// <param name="path">Where to go on, without language.</param>
    /// <param name="values">Every field and what was typed.</param>
    /// <param name="id">The draft that is replaced; null for a new one.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The draft's id.</returns>
    Task<string> SaveAsync(string account, string form, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> values, string? id, CancellationToken cancellation);

    /// <summary>Takes a draft for sending, so that a second click sends nothing; false where somebody has it already or it is gone. It is free again after a minute.</summary>
    Task<bool> ClaimAsync(string account, string id, CancellationToken cancellation);

    /// <summary>Gives a draft back that was claimed and not sent.</summary>
    Task ReleaseAsync(string account, string id, CancellationToken cancellation);

    /// <summary>Removes a draft: it was sent, or is not wanted.</summary>
    Task DropAsync(string account, string id, CancellationToken cancellation);
}

/// <summary>A form that somebody has begun.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Values">Every field and what was typed.</param>
/// <param name="SavedAt">When it was last kept.</param>
public sealed record Draft(string Id, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, DateTimeOffset SavedAt);
