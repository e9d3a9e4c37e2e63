namespace Splot.Ui.Tests.Samples;

/// <summary>Pages made of all components: what the tests of the whole look at, and what a person opens to see the look.</summary>
public sealed class SamplePages
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>All sample pages, rendered.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> AllAsync() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["home"] = await Rendering.Html<HomeSample>(new { View = Rendering.View(path: "/", site: SampleData.Site) }),
        ["results"] = await Rendering.Html<ResultsSample>(new { View = Rendering.View(query: "?q=social", site: SampleData.Site) }),
    };

    [Fact]
    public async Task Samples_Written_CanBeOpenedInABrowser()
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, html) in await AllAsync())
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, name + ".html"), html);
            Assert.NotEmpty(html);
        }
    }
}
