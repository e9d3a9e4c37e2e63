using System.Globalization;
using System.Net;
using System.Text.Json;
using Splot.Testing;
using Splot.Web.Hosting;

namespace Splot.Web.Tests;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Requests_WithinTheLimit_AreAllAnswered()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { RateLimit = 20 });

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await StatusAsync(app, "/api/v1/nowhere")).Status);
        }
    }

    [Fact]
    public async Task Requests_OverTheLimit_AreRefusedWithATimeToWait()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { RateLimit = 1 });

        var (answer, body) = await ExhaustAsync(app, "/api/v1/nowhere");
        using var kept = answer;

        Assert.InRange(int.Parse(Assert.Single(answer.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 5);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("too-many-requests", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task HealthAndFiles_OverTheLimit_AreAnswered()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { RateLimit = 1 });
        (await ExhaustAsync(app, "/api/v1/nowhere")).Answer.Dispose();

        Assert.Equal(HttpStatusCode.OK, (await StatusAsync(app, "/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await StatusAsync(app, "/_content/Splot.Ui/vendor/splot.css")).Status);
    }

    [Fact]
    public async Task Requests_WithTheLimitSwitchedOff_AreAllAnswered()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { RateLimit = 0 });

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await StatusAsync(app, "/api/v1/nowhere")).Status);
        }
    }

    [Fact]
    public async Task AnonymousForms_OverTheirOwnLimit_AreRefusedWhilePagesAreAnswered()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { RateLimit = 1000 });
        for (var i = 0; i < 10; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await SendFormAsync(app));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await SendFormAsync(app));
        Assert.Equal(HttpStatusCode.OK, (await StatusAsync(app, "/en/report")).Status);
    }

    [Theory]
    [InlineData("/en/join/guess")]
    [InlineData("/en/sign-in/reset/guess")]
    public async Task Links_TriedOneAfterAnother_AreStopped(string address)
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { RateLimit = 1000 });
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(HttpStatusCode.Gone, (await StatusAsync(app, address)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await StatusAsync(app, address)).Status);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:0:1::7", "20010DB800000001")]
    [InlineData("2001:db8:0:1:ffff::8", "20010DB800000001")]
    [InlineData("2001:db8:0:2::7", "20010DB800000002")]
    public void Sender_OfAddress_IsTheAddressOrItsNetwork(string address, string sender) => Assert.Equal(sender, RateLimit.Sender(IPAddress.Parse(address)));

    private static async Task<HttpStatusCode> SendFormAsync(SplotApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/en/report", UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await app.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Body)> StatusAsync(SplotApp app, string address)
    {
        using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpResponseMessage Answer, string Body)> ExhaustAsync(SplotApp app, string address)
    {
        for (var i = 0; i < 200; i++)
        {
            var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return (answer, await answer.Content.ReadAsStringAsync());
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("200 requests in a row were answered under a limit of one a second.");
    }
}
