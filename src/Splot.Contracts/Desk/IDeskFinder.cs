using Splot.Contracts.Access;

namespace Splot.Contracts.Desk;

/// <summary>What a module adds to the desk's search box: only what the caller may see.</summary>
public interface IDeskFinder
{
    /// <summary>The act without which nothing is looked for.</summary>
    Act Act { get; }

    /// <summary>Looks for what somebody typed. Where names of persons come back, the module has recorded the reading before.</summary>
    /// <param name="text">As typed, without blanks around it; not empty.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="most">The most hits to give.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<DeskFinding> FindAsync(string text, ICaller caller, int most, CancellationToken cancellation);
}

/// <summary>What was found of one kind.</summary>
/// <param name="Order">Its place among the others; the smallest comes first.</param>
/// <param name="Title">What the hits are, in the language that is current.</param>
/// <param name="Hits">The hits.</param>
/// <param name="More">True where there are more.</param>
public sealed record DeskFinding(int Order, string Title, IReadOnlyList<DeskHit> Hits, bool More);

/// <summary>One thing that was found.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">What tells it from others; null where nothing is needed.</param>
/// <param name="Path">Where it is, without language.</param>
public sealed record DeskHit(string Title, string? Detail, string Path);
