using Splot.Contracts.Projects;

namespace Splot.Projects.Editions;

/// <summary>An operation on its way into an edition: what a list row or a preset says of it.</summary>
/// <param name="Document">
/// The public content. Beneficiary, partners and contractors carry names; ids of organisations are given when it is written.
/// <see cref="OperationDocument.Source"/> and <see cref="OperationDocument.UpdatedAt"/> are not read.
/// </param>
internal sealed record OperationDraft(OperationDocument Document)
{
    /// <summary>Row of the file, from 1.</summary>
    public long? RowNumber { get; init; }

    /// <summary>Name of a beneficiary who is a natural person.</summary>
    public string? PersonName { get; init; }

    /// <summary>Amounts as the row prints them, for the sums of a report; contradictory ones included.</summary>
    public PublishedAmounts? Published { get; init; }

    /// <summary>Source text by column of what was not taken over unchanged, as JSON.</summary>
    public string? Raw { get; init; }
}

/// <summary>Total and Union contribution as a row prints them, in one currency.</summary>
internal sealed record PublishedAmounts(string Currency, decimal? Total, decimal? Eu);
