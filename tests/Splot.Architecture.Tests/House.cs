using System.Xml.Linq;

namespace Splot.Architecture.Tests;

/// <summary>The house as it lies on disk: its projects and its files.</summary>
internal static class House
{
    private static readonly string[] Outside = ["bin", "obj", "node_modules", "artifacts", ".git", "vendor", "TestResults", "data"];

    public static string Root { get; } = FindRoot();

    /// <summary>The projects under src.</summary>
    public static IReadOnlyList<HouseProject> Projects { get; } =
        [.. Files("src", ".csproj").Select(f => new HouseProject(Path.GetFileNameWithoutExtension(f.Path), References(f.Text)))];

    /// <summary>Files of the repository under a folder, with paths relative to the root and forward slashes; what is built or downloaded is left out.</summary>
    public static IEnumerable<HouseFile> Files(string folder, params string[] endings)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? Walk(start).Where(p => endings.Any(e => p.EndsWith(e, StringComparison.Ordinal))).Select(p => new HouseFile(Path.GetRelativePath(Root, p).Replace('\\', '/'), File.ReadAllText(p)))
            : [];
    }

    private static IEnumerable<string> Walk(string folder)
    {
        var inside = Directory.EnumerateDirectories(folder).Where(d => !Outside.Contains(Path.GetFileName(d))).Order(StringComparer.Ordinal).SelectMany(Walk);
        return Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Concat(inside);
    }

    /// <summary>Names of the projects that a project file refers to; an analyzer, whose assembly is not used, does not count.</summary>
    public static IReadOnlyList<string> References(string projectFile) =>
    [
        .. XDocument.Parse(projectFile).Descendants("ProjectReference")
            .Where(r => (string?)r.Attribute("OutputItemType") != "Analyzer")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/').Split('/')[^1])),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Splot.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from within the repository: no folder above them holds Splot.slnx.");
    }
}

internal sealed record HouseProject(string Name, IReadOnlyList<string> References);

internal sealed record HouseFile(string Path, string Text);
