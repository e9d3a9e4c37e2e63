namespace Splot.Architecture.Tests;

/// <summary>The floors of the house (docs/architecture.md) and who may use whom.</summary>
internal static class Floors
{
    private static readonly string[] Fixed = ["Splot.Kernel=0", "Splot.Contracts=1", "Splot.Tables=1", "Splot.Search=1", "Splot.Data=2", "Splot.Ui=2", "Splot.Web=4", "Splot.Cli=4", "splot=4"];

    private static readonly Dictionary<string, int> Numbers = Fixed.Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1][0] - '0', StringComparer.Ordinal);

    /// <summary>Built into the compiler, not into the house.</summary>
    public const string Generator = "Splot.Texts";

    /// <summary>The floor; every other room of the house is a module.</summary>
    public static int Of(string project) => Numbers.GetValueOrDefault(project, 3);

    public static bool IsRoom(string name) => (name.StartsWith("Splot.", StringComparison.Ordinal) || name == "splot") && name != Generator;

    /// <summary>What breaks the rule: a room may use the floors below it, never those above and never a neighbour.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<HouseProject> projects) =>
    [
        .. from project in projects
           where IsRoom(project.Name)
           from used in project.References
           where used == Generator || (IsRoom(used) && Of(used) >= Of(project.Name))
           select $"{project.Name} uses {used}",
    ];
}
