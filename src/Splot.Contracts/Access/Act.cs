namespace Splot.Contracts.Access;

/// <summary>Something that can be done in Splot, and who may do it how far. Made only by <see cref="Acts"/>.</summary>
public sealed class Act
{
    private readonly Dictionary<Role, Scope> _scopes;

    internal Act(string code, ActKind kind, params (Role Role, Scope Scope)[] allowed)
    {
        (Code, Kind) = (code, kind);
        _scopes = allowed.ToDictionary(a => a.Role, a => a.Scope);
    }

    /// <summary>Stable code, such as <c>see-person</c>; it stands in the audit.</summary>
    public string Code { get; }

    /// <summary>Whom the act is open to, and what else it asks for.</summary>
    public ActKind Kind { get; }

    /// <summary>How far the role may go; null where it may not at all.</summary>
    public Scope? ScopeOf(Role role) => _scopes.TryGetValue(role, out var scope) ? scope : null;

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>Whom an act is open to, and what else it asks for.</summary>
public enum ActKind
{
    /// <summary>Anybody, signed in or not: published records.</summary>
    Public,

    /// <summary>Anybody who is signed in, for what is their own.</summary>
    SignedIn,

    /// <summary>Those whose role the table names.</summary>
    ByRole,

    /// <summary>As <see cref="ByRole"/>, after proving once more, shortly before, who one is.</summary>
    StepUp,

    /// <summary>As <see cref="SignedIn"/>, after proving once more, shortly before, who one is.</summary>
    OwnStepUp,
}
