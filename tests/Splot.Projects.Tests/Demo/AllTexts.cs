using Splot.Contracts.Projects;

namespace Splot.Projects.Tests.Demo;

/// <summary>All texts of an operation that come in several languages.</summary>
internal static class AllTexts
{
    public static IEnumerable<IReadOnlyDictionary<string, TextWithOrigin>> Of(OperationDocument operation) =>
    [
        operation.Summary,
        operation.Aims,
        operation.Achievements,
        .. operation.Tasks.Select(task => task.Name),
        .. operation.Tasks.Select(task => task.Description).OfType<IReadOnlyDictionary<string, TextWithOrigin>>(),
        .. operation.TargetGroups,
        .. operation.ExpectedResults,
        .. operation.Indicators.Select(indicator => indicator.Name),
    ];
}
