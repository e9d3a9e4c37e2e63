using Splot.Kernel;

namespace Splot.Contracts.Desk;

/// <summary>Mail to people inside and outside. A letter is kept sealed, in the transaction of what it tells of, until the mail server has taken it; then nothing is left of it.</summary>
public interface IMail
{
    /// <summary>Await this outside any write session before <see cref="QueueAsync"/>: it reads the keys that letters are sealed with. Later calls cost nothing.</summary>
    ValueTask ReadyAsync(CancellationToken cancellation);

    /// <summary>Puts a letter into the queue. It leaves within seconds of the commit, or as soon as the mail server answers.</summary>
    /// <param name="transaction">The command's transaction.</param>
    /// <param name="letter">What to send.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="InvalidOperationException"><see cref="ReadyAsync"/> was not awaited.</exception>
    Task QueueAsync(ITransaction transaction, Letter letter, CancellationToken cancellation);

    /// <summary>How the queue stands.</summary>
    Task<MailState> StateAsync(CancellationToken cancellation);
}

/// <summary>A mail to one recipient, in plain text.</summary>
/// <param name="To">The address alone, without a name.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The text; lines are separated by line feeds and may be long.</param>
public sealed record Letter(string To, Language Language, string Subject, string Text)
{
    /// <summary>When it has lost its sense, such as one that holds a link that is over; it is then not sent any more. Null for two days from now.</summary>
    public DateTimeOffset? GoodUntil { get; init; }

    /// <summary>Says nothing: letters hold secrets and must not reach a log.</summary>
    public override string ToString() => nameof(Letter);
}

/// <summary>How the queue of mail stands.</summary>
/// <param name="Waiting">Letters that are not sent yet.</param>
/// <param name="OldestSince">Since when the oldest of them waits; null where there is none.</param>
/// <param name="Failed">Letters of the last thirty days that could not be sent.</param>
/// <param name="LastProblem">Why the last attempt failed, in English, without addresses; null where it did not.</param>
public sealed record MailState(long Waiting, DateTimeOffset? OldestSince, long Failed, string? LastProblem);
