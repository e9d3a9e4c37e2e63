using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("/en/nowhere", "There is no such page", "en")]
    [InlineData("/pl/nowhere", "Nie ma takiej strony", "pl")]
    [InlineData("/bg/nowhere", "Няма такава страница", "bg")]
    [InlineData("/xx/canary", "There is no such page", "en")]
    public async Task UnknownAddress_InALanguage_GetsAPageInIt(string address, string title, string language)
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/{lang}/canary", () => "done"));
        using var page = await app.PageAsync(address, HttpStatusCode.NotFound);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData(400, "Nie można odczytać tego adresu")]
    [InlineData(403, "To nie zostało wysłane z naszej strony")]
    [InlineData(410, "Ta strona została wycofana")]
    [InlineData(413, "To za dużo, by wysłać naraz")]
    [InlineData(429, "Za dużo zapytań naraz")]
    [InlineData(503, "Coś nie działa po naszej stronie")]
    public async Task Status_WithoutAnAnswer_GetsItsPage(int status, string title)
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/{lang}/canary", () => Results.StatusCode(status)));
        using var page = await app.PageAsync("/pl/canary", (HttpStatusCode)status);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task WrongMethod_OnAPage_GetsItsPageAndTheMethodsAllowed()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/{lang}/canary", () => "done"));
        using var answer = await app.Client.PutAsync(new Uri("/pl/canary", UriKind.Relative), null);
        using var page = await SplotApp.ParseAsync(answer);

        Assert.Equal("Ten adres nie przyjmuje takich zapytań", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Failure_OfAPage_ShowsANumberAndNothingElse()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/{lang}/canary", string () => throw new InvalidOperationException("broken on purpose")));
        using var page = await app.PageAsync("/pl/canary", HttpStatusCode.InternalServerError);

        Assert.Matches("^[2-9A-HJ-NP-Z]{8}$", page.QuerySelector(".sp-number")!.TextContent);
        Assert.DoesNotContain("broken on purpose", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorPages_AreNeverStored()
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri("/pl/nowhere", UriKind.Relative));

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Pages_ArePlainUtf8WithoutNumericReferences()
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri("/bg/nowhere", UriKind.Relative));

        Assert.DoesNotMatch("&#x4[0-9A-F]{2};", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task HeadRequest_OfAPage_IsAnsweredLikeGet()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/{lang}/canary", () => "done"), network: true);
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/pl/canary", UriKind.Relative));
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
