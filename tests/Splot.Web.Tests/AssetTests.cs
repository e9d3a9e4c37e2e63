using System.Net;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Web.Tests;

public sealed class AssetTests
{
    [Fact]
    public async Task Stylesheet_UnderItsVersion_HasContentAndIsKeptForAYear()
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri(Asset.Href("vendor/splot.css"), UriKind.Relative));

        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        Assert.Contains(answer.Headers.CacheControl.Extensions, e => e.Name == "immutable");
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 10_000);
    }

    [Theory]
    [InlineData("/_content/Splot.Ui/vendor/splot.css")]
    [InlineData("/_content/Splot.Ui/vendor/splot.css?v=old")]
    public async Task Stylesheet_UnderAnotherVersion_IsKeptForAMomentOnly(string address)
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.CacheControl!.MaxAge);
    }
}
