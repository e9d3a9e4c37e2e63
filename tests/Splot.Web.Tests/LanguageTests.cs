using System.Net;
using Microsoft.AspNetCore.Builder;
using Splot.Kernel;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("/en/canary", "English en-GB")]
    [InlineData("/pl/canary", "Polish pl-PL")]
    [InlineData("/bg/canary", "Bulgarian bg-BG")]
    public async Task Page_WithLanguageInItsAddress_SpeaksIt(string address, string expected)
    {
        await using var app = await StartAsync();

        Assert.Equal(expected, await app.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
    }

    [Theory]
    [InlineData("/de/canary")]
    [InlineData("/EN/canary")]
    [InlineData("/xx/canary")]
    public async Task Page_InALanguageThatSplotDoesNotSpeak_IsNotFound(string address)
    {
        await using var app = await StartAsync();
        using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("de-DE,bg;q=0.5,pl;q=0.4", "Bulgarian bg-BG")]
    [InlineData("PL-pl", "Polish pl-PL")]
    [InlineData("pl;q=0, de", "English en-GB")]
    [InlineData("not a language;;;q=x", "English en-GB")]
    [InlineData("", "English en-GB")]
    public async Task Address_WithoutLanguage_SpeaksTheReadersOwn(string accepted, string expected)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/canary", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    private static Task<SplotApp> StartAsync() => SplotApp.StartAsync(map: a =>
    {
        a.MapGet("/{lang}/canary", Tell);
        a.MapGet("/canary", Tell);
    });

    private static string Tell() => $"{Languages.Current} {System.Globalization.CultureInfo.CurrentCulture.Name}";
}
