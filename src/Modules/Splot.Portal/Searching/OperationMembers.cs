using Splot.Contracts.Projects;

namespace Splot.Portal.Searching;

/// <summary>The members of a project in JSON, as <c>fields</c> names them.</summary>
internal static class OperationMembers
{
    /// <summary>Names in the order of the document.</summary>
    public static IReadOnlyList<string> InOrder { get; } = [.. OperationJson.Options.GetTypeInfo(typeof(OperationDocument)).Properties.Select(p => p.Name)];

    public static IReadOnlySet<string> All { get; } = InOrder.ToHashSet(StringComparer.Ordinal);
}
