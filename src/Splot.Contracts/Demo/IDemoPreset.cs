namespace Splot.Contracts.Demo;

/// <summary>
/// A module's part of the demo: real examples and invented data, marked as such. Web (<c>--demo</c>) and Cli (<c>demo</c>) load every
/// registered preset, in the order of registration, into stores that are already migrated.
/// </summary>
public interface IDemoPreset
{
    /// <summary>
    /// Loads the preset into a store that is empty or holds nothing but demo data. Loading twice changes nothing. What a preset loads is
    /// complete for readers once the public projection has caught up with the outbox.
    /// </summary>
    Task<DemoOutcome> LoadAsync(CancellationToken cancellation);
}

/// <summary>What came of loading a demo preset.</summary>
public abstract record DemoOutcome
{
    private DemoOutcome()
    {
    }

    /// <summary>The preset was loaded now.</summary>
    /// <param name="Records">How many records of the preset's main kind, such as operations, were stored.</param>
    public sealed record Loaded(long Records) : DemoOutcome;

    /// <summary>The store held the preset already; nothing changed.</summary>
    public sealed record AlreadyLoaded : DemoOutcome;

    /// <summary>The store holds something else than demo data; nothing changed.</summary>
    /// <param name="Sentence">One plain English sentence that says what is there and what to do, for the terminal.</param>
    public sealed record Refused(string Sentence) : DemoOutcome;
}
