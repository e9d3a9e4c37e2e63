namespace Splot.Search.Live;

/// <summary>What an index is able to do.</summary>
public enum SearchState
{
    /// <summary>Nothing has been built yet.</summary>
    Empty,

    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It is damaged or was built by another schema, and must be built anew.</summary>
    MustRebuild,
}

/// <summary>How an index stands.</summary>
/// <param name="State">What it is able to do.</param>
/// <param name="Reason">Why it must be rebuilt; empty otherwise.</param>
/// <param name="Sequence">The change up to which it knows; go on applying from there.</param>
/// <param name="WrittenSequence">The change up to which it would know after a crash.</param>
/// <param name="Documents">Documents that can be found.</param>
/// <param name="Deleted">Documents that are gone and still take room.</param>
/// <param name="Segments">Segments, those in memory included.</param>
/// <param name="FileBytes">Bytes of its files.</param>
/// <param name="MemoryBytes">Bytes of the segments in memory.</param>
public sealed record SearchStatus(SearchState State, string Reason, long Sequence, long WrittenSequence, long Documents, long Deleted, int Segments, long FileBytes, long MemoryBytes);

/// <summary>What became of changes.</summary>
public abstract record ApplyOutcome
{
    private ApplyOutcome()
    {
    }

    /// <summary>They can be found.</summary>
    public sealed record Applied : ApplyOutcome;

    /// <summary>The index stands elsewhere, because somebody has rebuilt it meanwhile: nothing was applied; go on with the changes after this one.</summary>
    /// <param name="Sequence">The change up to which it knows.</param>
    public sealed record GoOnFrom(long Sequence) : ApplyOutcome;

    /// <summary>There is no index to change.</summary>
    /// <param name="Reason">Why, in English, for a log.</param>
    public sealed record MustRebuild(string Reason) : ApplyOutcome;
}
