namespace Splot.Contracts.Portal;

/// <summary>The public store as a projection of what the modules publish.</summary>
public interface IPublicProjection
{
    /// <summary>
    /// Writes everything that is published anew and removes what is no longer there; readers see the old state of each operation until its
    /// new one is written. Returns the number of operations that are public afterwards.
    /// </summary>
    /// <param name="progress">Told the number of operations done.</param>
    /// <param name="cancellation">Stops between batches; calling again goes on to a complete state.</param>
    Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation);
}
