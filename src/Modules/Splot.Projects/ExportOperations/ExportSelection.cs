using Splot.Contracts.Projects;

namespace Splot.Projects.ExportOperations;

/// <summary>Which of the public operations are wanted; what is null does not matter.</summary>
/// <param name="Country">Two-letter ISO code.</param>
/// <param name="Period">Programming period, such as 2021-2027.</param>
/// <param name="List">Name of a list that carries the operation.</param>
internal sealed record ExportSelection(string? Country, string? Period, string? List)
{
    public bool Wants(OperationDocument operation) =>
        (Country is null || operation.Country == Country)
        && (Period is null || operation.Programme?.Period == Period)
        && (List is null || operation.Source?.List == List || operation.OtherSources.Any(s => s.List == List));
}
