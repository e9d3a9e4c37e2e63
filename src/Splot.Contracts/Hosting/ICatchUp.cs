namespace Splot.Contracts.Hosting;

/// <summary>
/// Something that follows a store in the background, such as a search index. Under a host it does so by itself; who cannot wait for its
/// next look, such as a test, asks it to look now.
/// </summary>
public interface ICatchUp
{
    /// <summary>Takes over everything that was written to the store before the call.</summary>
    Task CatchUpAsync(CancellationToken cancellation);
}
