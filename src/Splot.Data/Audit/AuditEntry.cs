using System.Diagnostics;

namespace Splot.Data;

/// <summary>What sort of thing an audit entry tells.</summary>
public enum AuditKind
{
    /// <summary>Something was changed.</summary>
    Change,

    /// <summary>A person's data, or something else whose reading is logged, was read.</summary>
    Read,

    /// <summary>Data left the house in a file.</summary>
    Export,

    /// <summary>Somebody signed in or out, or tried to.</summary>
    SignIn,

    /// <summary>Something was refused.</summary>
    Refusal,
}

/// <summary>Who did it.</summary>
/// <param name="Kind">account, job, terminal, link or nobody.</param>
/// <param name="Name">Id or name within the kind; null for nobody.</param>
public sealed record AuditActor(string Kind, string? Name)
{
    /// <summary>Nobody who is known: a stranger at the door.</summary>
    public static AuditActor Nobody { get; } = new("nobody", null);

    /// <summary>Somebody who is signed in.</summary>
    public static AuditActor Account(string id) => new("account", id);

    /// <summary>Work that runs by itself.</summary>
    public static AuditActor Job(string name) => new("job", name);

    /// <summary>Whoever runs <c>splot</c>.</summary>
    public static AuditActor Terminal(string name) => new("terminal", name);

    /// <summary>The holder of a single-purpose link without an account; the link's id, never its token.</summary>
    public static AuditActor Link(string id) => new("link", id);
}

/// <summary>
/// What the audit keeps of one act. It is written in the transaction of what it tells of (<see cref="WriteSession.Record"/>), with the
/// time of that, and never changed. Nothing that identifies a person may stand in any text; what is personal goes, sealed by the caller
/// with the person's own key, into <see cref="PersonalBefore"/> and <see cref="PersonalAfter"/>, so that it is gone when that key is.
/// Never a request's body, never a secret.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>What sort of thing it tells.</summary>
    public required AuditKind Kind { get; init; }

    /// <summary>Stable code of the act: <c>module.what-was-done</c>.</summary>
    public required string Act { get; init; }

    /// <summary>Who did it.</summary>
    public required AuditActor Actor { get; init; }

    /// <summary>Id of the account on whose behalf, where somebody acts for another.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Kind of what it was done to; goes with <see cref="SubjectId"/>.</summary>
    public string? SubjectKind { get; init; }

    /// <summary>Id of what it was done to.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Id of the organisation under whose responsibility.</summary>
    public string? Organisation { get; init; }

    /// <summary>Why, in the actor's words, where a reason is owed.</summary>
    public string? Reason { get; init; }

    /// <summary>State before, as JSON; nothing personal.</summary>
    public string? Before { get; init; }

    /// <summary>State after, as JSON; nothing personal.</summary>
    public string? After { get; init; }

    /// <summary>Id of the person whom it concerns, by whom "who saw this" is asked.</summary>
    public string? Person { get; init; }

    /// <summary>Personal state before, sealed with the key of <see cref="Person"/>.</summary>
    public byte[]? PersonalBefore { get; init; }

    /// <summary>Personal state after, sealed with the key of <see cref="Person"/>.</summary>
    public byte[]? PersonalAfter { get; init; }

    internal string KindCode => Kind switch
    {
        AuditKind.Change => "change",
        AuditKind.Read => "read",
        AuditKind.Export => "export",
        AuditKind.SignIn => "sign-in",
        AuditKind.Refusal => "refusal",
        _ => throw new UnreachableException(),
    };

    /// <summary>Throws where the entry cannot be one.</summary>
    internal static void Validate(AuditEntry entry)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entry.Act, nameof(entry));
        if (entry.Person is null && (entry.PersonalBefore ?? entry.PersonalAfter) is not null)
        {
            throw new ArgumentException("Personal values need the person whose key sealed them.", nameof(entry));
        }

        if ((entry.SubjectKind is null) != (entry.SubjectId is null))
        {
            throw new ArgumentException("Kind and id of the subject go together.", nameof(entry));
        }
    }
}
