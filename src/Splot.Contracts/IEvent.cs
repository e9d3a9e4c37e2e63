namespace Splot.Contracts;

/// <summary>
/// Something that happened, told to other modules through the outbox. Carries ids and codes only, nothing personal. Delivered at
/// least once, in order for each <see cref="Aggregate"/>.
/// </summary>
public interface IEvent
{
    /// <summary>The stable name under which the event is stored: module.what-happened.</summary>
    static abstract string Name { get; }

    /// <summary>Events with the same aggregate reach each consumer in the order in which they were committed.</summary>
    string Aggregate { get; }
}
