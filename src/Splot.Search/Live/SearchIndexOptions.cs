namespace Splot.Search.Live;

/// <summary>Bounds of an index.</summary>
public sealed record SearchIndexOptions
{
    /// <summary>Searches answered at once; others wait their turn. By default as many as there are processors.</summary>
    public int Searches { get; init; } = Environment.ProcessorCount;

    /// <summary>Working memory that one search may take, in bytes.</summary>
    public long SearchMemory { get; init; } = 64 << 20;

    /// <summary>Changed documents held in memory before they are written down; after a crash so many must be applied again.</summary>
    public int DocumentsInMemory { get; init; } = 20_000;

    /// <summary>Terms in texts that a thread building an index holds at once; 4 million are about 120 MB.</summary>
    public int TermsInMemory { get; init; } = 4_000_000;

    /// <summary>Threads that build an index.</summary>
    public int BuildingThreads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);
}
