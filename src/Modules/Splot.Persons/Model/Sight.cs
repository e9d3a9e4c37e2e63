using Splot.Contracts.Access;

namespace Splot.Persons.Model;

/// <summary>What somebody may know of at one moment, ready for queries: territories are told as the organisations in them. Made by <see cref="Vault.Sights"/>.</summary>
internal sealed record Sight
{
    private readonly Reach reach = Reach.Nothing;

    /// <summary>The account; null for none, which is nobody's name.</summary>
    public required string? Account { get; init; }

    /// <summary>How far it may go; without territories.</summary>
    public required Reach Reach
    {
        get => reach;
        init => reach = value.Territories.Count == 0 || value.Everything ? value : throw new ArgumentException("Territories are to be told as organisations.", nameof(value));
    }

    /// <summary>The moment at which an emergency access must be open, in Unix milliseconds; null where none counts.</summary>
    public long? EmergenciesAt { get; init; }

    /// <summary>The same without what was opened in an emergency.</summary>
    public Sight Ordinary => this with { EmergenciesAt = null };
}
