using Splot.Kernel;

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
        ["project"] = await Rendering.Html<ProjectSample>(new { View = Rendering.View(Language.Polish, "/projects/pl-1", site: SampleData.Site) }, Language.Polish),
        ["figures"] = await Rendering.Html<FiguresSample>(new { View = Rendering.View(path: "/regions/PL81", site: SampleData.Site) }),
        ["form"] = await Rendering.Html<FormSample>(new { View = Rendering.View(Language.Polish, "/desk/report", site: SampleData.DeskSite), Form = SampleData.WrongForm() }, Language.Polish),
        ["desk"] = await Rendering.Html<DeskSample>(new { View = Rendering.View(Language.Polish, "/desk/sessions", site: SampleData.DeskSite) }, Language.Polish),
        ["list"] = await Rendering.Html<ListSample>(new { View = Rendering.View(Language.Polish, "/desk/contracts", site: SampleData.DeskSite), Query = "?variant=a&all=page" }, Language.Polish),
        ["step"] = await Rendering.Html<StepSample>(new { View = Rendering.View(Language.Polish, "/desk/persons/new/d1/contact", site: SampleData.DeskSite) }, Language.Polish),
        ["check"] = await Rendering.Html<StepSample>(new { View = Rendering.View(Language.Polish, "/desk/persons/new/d1/check", site: SampleData.DeskSite), At = StepForm.Check }, Language.Polish),
        ["sheet"] = await Rendering.Html<SheetSample>(new { View = Rendering.View(Language.Polish, "/desk/contracts/131/print", site: SampleData.DeskSite) }, Language.Polish),
        ["error"] = await Rendering.Html<ErrorPage>(new { View = Rendering.View(Language.Bulgarian, "/x", site: SampleData.Site), Status = 500, Number = "7F3K" }, Language.Bulgarian),
        ["refused"] = await Rendering.Html<DeskErrorPage>(new { View = Rendering.View(Language.Polish, "/desk/persons/x", site: SampleData.DeskSite), ListSample.Desk, Status = 404 }, Language.Polish),
        ["outdated"] = await Rendering.Html<OutdatedFormPage>(new { View = Rendering.View(Language.Polish, "/desk/x", site: SampleData.DeskSite), ListSample.Desk, Address = "/pl/desk/x", Fields = (IReadOnlyList<KeyValuePair<string, string>>)[KeyValuePair.Create("note", "a")] }, Language.Polish),
        ["gone"] = await Rendering.Html<LinkGonePage>(new { View = Rendering.View(Language.Polish, "/join/x", site: SampleData.Site) }, Language.Polish),
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
