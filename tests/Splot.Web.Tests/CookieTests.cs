using System.Net;
using Microsoft.AspNetCore.Builder;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class CookieTests
{
    [Fact]
    public async Task Get_AtEveryAddress_SetsNoCookie()
    {
        await using var app = await SplotApp.StartAsync();

        Assert.Empty(await AddressesThatSetCookiesAsync(app));
    }

    [Fact]
    public async Task Canary_AddressThatSetsACookie_IsFound()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/{lang}/canary", (Microsoft.AspNetCore.Http.HttpContext http) => http.Response.Cookies.Append("who", "you")));

        Assert.Equal(["/pl/canary"], await AddressesThatSetCookiesAsync(app));
    }

    private static async Task<List<string>> AddressesThatSetCookiesAsync(SplotApp app)
    {
        var found = new List<string>();
        string[] beside = ["/", "/nowhere", "/pl/nowhere", "/xx/"];
        foreach (var address in Endpoints.Of(app, "GET").Select(Endpoints.Address).Concat(beside))
        {
            using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            if (answer.Headers.Contains("Set-Cookie"))
            {
                found.Add(address);
            }
        }

        return found;
    }
}
