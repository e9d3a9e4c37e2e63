namespace Splot.Desk.Model;

/// <summary>A letter on its way to the mail server. Instants are Unix milliseconds.</summary>
internal sealed class QueuedLetter
{
    public required string Id { get; set; }

    /// <summary>Recipient, subject and text, sealed; null once it is given up, so that nothing of it stays.</summary>
    public byte[]? Content { get; set; }

    public long CreatedAt { get; set; }

    /// <summary>When it is tried next; while a process is at it, when another may take it over.</summary>
    public long DueAt { get; set; }

    /// <summary>When it has lost its sense.</summary>
    public long EndsAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed, without addresses.</summary>
    public string? Problem { get; set; }

    public long? FailedAt { get; set; }
}
