using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Splot.Kernel;

namespace Splot.Ui.Tests.Page;

public sealed class HtmlPageTests
{
    [Fact]
    public void Page_WithAView_FillsItFromTheRequest()
    {
        var result = Html.Page<ErrorPage>(PageViewTests.Request("/pl/projects"), new { Status = 404 }, 404);

        var view = Assert.IsType<PageView>(result.Parameters["View"]);
        Assert.Equal((Language.Polish, "/projects"), (view.Language, view.Path));
    }

    [Fact]
    public void Page_Parameters_ArePassedOn()
    {
        var result = Html.Page<ErrorPage>(PageViewTests.Request("/pl/"), new { Status = 410, Reason = "x" }, 410);

        Assert.Equal((410, "x", 410), (result.Parameters["Status"], result.Parameters["Reason"], result.StatusCode));
    }

    [Fact]
    public void Page_WithoutAView_GetsNone() => Assert.Empty(Html.Page<DemoMark>(PageViewTests.Request("/pl/")).Parameters);

    [Fact]
    public void Options_UnknownTheme_AreRefused()
    {
        var services = new ServiceCollection().AddSplotUi(s => s.Theme = "indigo").BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SiteOptions>>().Value);
    }
}
