using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Splot.Kernel;

namespace Splot.Ui.Tests.Page;

public sealed class PageViewTests
{
    [Theory]
    [InlineData("/pl/projects/pl-1", "?q=a%26b", Language.Polish, "/projects/pl-1", "?q=a%26b")]
    [InlineData("/bg/", "", Language.Bulgarian, "/", "")]
    [InlineData("/en", "", Language.English, "/", "")]
    [InlineData("/plx/projects", "?q=a", Language.English, "/", "")]
    [InlineData("/", "", Language.English, "/", "")]
    public void From_Request_SplitsLanguageFromPath(string path, string query, Language language, string rest, string keptQuery)
    {
        Language.English.MakeCurrent();

        var view = PageView.From(Request(path, query));

        Assert.Equal((language, rest, keptQuery), (view.Language, view.Path, view.Query));
    }

    [Fact]
    public void In_OtherLanguage_KeepsPathAndQuery() => Assert.Equal("/bg/projects?q=x", Rendering.View(Language.Polish, "/projects", "?q=x").In(Language.Bulgarian));

    [Fact]
    public void In_HomePage_EndsWithASlash() => Assert.Equal("/pl/", Rendering.View(path: "/").In(Language.Polish));

    [Fact]
    public void Href_OwnPath_TakesTheLanguage() => Assert.Equal("/pl/about", Rendering.View(Language.Polish).Href("/about"));

    [Fact]
    public void Href_AbsoluteAddress_Stays() => Assert.Equal("https://example.org/", Rendering.View().Href("https://example.org/"));

    [Fact]
    public void Absolute_PublicUrl_IsItsBase() =>
        Assert.Equal("https://splot.example/en/projects", Rendering.View(query: "?q=x", site: new SiteOptions { PublicUrl = "https://splot.example/" }).Absolute(Language.English));

    [Fact]
    public void Absolute_NoPublicUrl_Null() => Assert.Null(Rendering.View(site: new SiteOptions()).Absolute(Language.English));

    internal static DefaultHttpContext Request(string path, string query = "")
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddOptions().BuildServiceProvider() };
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        return http;
    }
}
