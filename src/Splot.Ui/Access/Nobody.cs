using Splot.Contracts.Access;

namespace Splot.Ui;

/// <summary>Who asks where nobody can sign in, as in a process that serves the portal alone.</summary>
public sealed class Nobody : ICaller
{
    /// <inheritdoc/>
    public CallerAccount? Account => null;

    /// <inheritdoc/>
    public IReadOnlyList<HeldRole> Roles => [];

    /// <inheritdoc/>
    public bool May(Act act) => act.Kind == ActKind.Public;

    /// <inheritdoc/>
    public Reach ReachOf(Act act) => Reach.Nothing;

    /// <inheritdoc/>
    public Reach ReachOf(Act act, string holder) => Reach.Nothing;
}
