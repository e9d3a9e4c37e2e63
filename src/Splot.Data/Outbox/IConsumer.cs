using System.Text.Json;
using Splot.Contracts;

namespace Splot.Data;

/// <summary>
/// Reacts to events of the outbox. Each consumer has a position of its own, gets every event it asks for at least once and in order
/// of commit for each aggregate, and must therefore be idempotent. A failure stops the consumer at that event until it succeeds.
/// </summary>
public interface IConsumer
{
    /// <summary>Stable name; the position is kept under it.</summary>
    string Name { get; }

    /// <summary>Names of the events it wants (<see cref="IEvent.Name"/>).</summary>
    IReadOnlySet<string> Events { get; }

    /// <summary>Handles one event; throwing means "again later".</summary>
    Task HandleAsync(Delivery delivery, CancellationToken cancellation);
}

/// <summary>An event on its way to a consumer.</summary>
/// <param name="Sequence">Its place in the outbox.</param>
/// <param name="Name">Its name.</param>
/// <param name="Payload">The event as JSON.</param>
public sealed record Delivery(long Sequence, string Name, string Payload)
{
    /// <summary>The event. Throws when the payload is not one of <typeparamref name="TEvent"/>.</summary>
    public TEvent Read<TEvent>()
        where TEvent : IEvent =>
        JsonSerializer.Deserialize<TEvent>(Payload, JsonSerializerOptions.Web) ?? throw new JsonException($"Outbox entry {Sequence} holds no {Name}.");
}
