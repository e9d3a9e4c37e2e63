using System.Text.Json;

namespace Splot.Ui.Tests.Govuk;

/// <summary>One example of a component as govuk-frontend publishes it: options in, HTML out.</summary>
internal sealed record Fixture(string Name, JsonElement Options, string Html)
{
    /// <summary>All examples of a component, the hidden ones too.</summary>
    public static IReadOnlyList<Fixture> Of(string component)
    {
        var file = Path.Combine(RepositoryRoot(), "node_modules", "govuk-frontend", "dist", "govuk", "components", component, "fixtures.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("fixtures").EnumerateArray()
            .Select(f => new Fixture(f.GetProperty("name").GetString()!, f.GetProperty("options").Clone(), f.GetProperty("html").GetString()!))];
    }

    /// <summary>The folder with Splot.slnx.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Splot.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie below the folder with Splot.slnx.");
    }
}
