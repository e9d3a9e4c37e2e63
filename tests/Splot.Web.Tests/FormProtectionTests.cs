using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Web.Tests;

public sealed class FormProtectionTests
{
    private const string Address = "/pl/canary";

    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public async Task Posts_AtEveryAddress_AreProtected()
    {
        await using var app = await SplotApp.StartAsync();

        Assert.Empty(await UnprotectedAsync(app));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Canary_UnprotectedEndpoint_IsFound(string method)
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapMethods("/{lang}/canary", [method], () => "done").DisableAntiforgery());

        Assert.Equal([$"{method} {Address} carries no protection", $"{method} {Address} answered 200 to a foreign page"], await UnprotectedAsync(app));
    }

    [Fact]
    public async Task Canary_EndpointForAnyMethod_IsFound()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.Map("/{lang}/canary", () => "done"));

        Assert.Contains($"POST {Address} carries no protection", await UnprotectedAsync(app));
    }

    [Fact]
    public async Task AnonymousPost_WithTokenFromOwnPage_IsTaken()
    {
        await using var app = await StartAsync();

        Assert.Equal("taken: text", await PostAsync(app, Token(app, Address), ("Sec-Fetch-Site", "same-origin")));
    }

    [Theory]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "https://splot.example")]
    public async Task AnonymousPost_WithOwnOrigin_IsTaken(string header, string value)
    {
        await using var app = await StartAsync();

        Assert.Equal("taken: text", await PostAsync(app, Token(app, Address), (header, value)));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("Origin", "http://localhost:81")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "at all")]
    public async Task AnonymousPost_FromElsewhere_IsRefused(string header, string value)
    {
        await using var app = await StartAsync();

        Assert.Equal("403", await PostAsync(app, Token(app, Address), (header, value)));
    }

    [Fact]
    public async Task AnonymousPost_WithForeignSiteAndOwnOrigin_IsRefused()
    {
        await using var app = await StartAsync();

        Assert.Equal("403", await PostAsync(app, Token(app, Address), ("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task AnonymousPost_WithoutGoodToken_ShowsTheFormAgain(string token)
    {
        await using var app = await StartAsync();

        Assert.StartsWith("again: text: Formularz", await PostAsync(app, token, ("Sec-Fetch-Site", "same-origin")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnonymousPost_WithTokenOfAnotherAddress_ShowsTheFormAgain()
    {
        await using var app = await StartAsync();

        Assert.StartsWith("again: text: ", await PostAsync(app, Token(app, "/en/canary"), ("Sec-Fetch-Site", "same-origin")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnonymousPost_WithTokenInItsLastSecond_IsTaken()
    {
        await using var app = await StartAsync();
        var token = Token(app, Address);
        app.Clock.Advance(AnonymousForm.Lifetime - TimeSpan.FromSeconds(1));

        Assert.Equal("taken: text", await PostAsync(app, token, ("Sec-Fetch-Site", "same-origin")));
    }

    [Fact]
    public async Task AnonymousPost_WithTokenTooOld_ShowsTheFormAgain()
    {
        await using var app = await StartAsync();
        var token = Token(app, Address);
        app.Clock.Advance(AnonymousForm.Lifetime);

        Assert.StartsWith("again: text: ", await PostAsync(app, token, ("Sec-Fetch-Site", "same-origin")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnonymousPost_OverTheLimitOfBytes_IsRefused()
    {
        await using var app = await StartAsync(network: true);
        using var request = Request(new string('x', 300_000), Token(app, Address), [("Sec-Fetch-Site", "same-origin")]);
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task PageWithToken_IsNeverStored()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/{lang}/canary", (HttpContext http, AnonymousForm form) => form.Token(http)));
        using var answer = await app.Client.GetAsync(new Uri(Address, UriKind.Relative));

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task SignedInPost_WithoutToken_IsRefused()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapPost("/{lang}/canary", () => "done").WithSignedInForm());

        Assert.Equal("400", await PostAsync(app, string.Empty, ("Sec-Fetch-Site", "same-origin")));
    }

    [Fact]
    public async Task SignedInPost_FromElsewhere_IsRefused()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapPost("/{lang}/canary", () => "done").WithSignedInForm());

        Assert.Equal("403", await PostAsync(app, string.Empty, ("Sec-Fetch-Site", "cross-site")));
    }

    private static Task<SplotApp> StartAsync(bool network = false) => SplotApp.StartAsync(
        network: network,
        options: o => o with { PublicUrl = new Uri("https://splot.example") },
        map: a => a.MapPost("/{lang}/canary", (IFormCollection fields) => "taken: " + fields["text"])
            .WithAnonymousForm((_, fields, sentence) => Results.Text($"again: {fields["text"]}: {sentence}", statusCode: 422)));

    private static string Token(SplotApp app, string address) => app.Services.GetRequiredService<AnonymousForm>().Token(new PathString(address));

    private static async Task<string> PostAsync(SplotApp app, string token, params (string Name, string Value)[] headers)
    {
        using var request = Request("text", token, headers);
        using var answer = await app.Client.SendAsync(request);
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity ? await answer.Content.ReadAsStringAsync() : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static HttpRequestMessage Request(string text, string token, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("text", text), new(AnonymousForm.Field, token)]),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>Asks the metadata, and then the endpoint itself, with a request such as a foreign page can send.</summary>
    private static async Task<List<string>> UnprotectedAsync(SplotApp app)
    {
        var found = new List<string>();
        foreach (var (method, endpoint) in Changing.SelectMany(m => Endpoints.Of(app, m).Select(e => (m, e))))
        {
            var address = Endpoints.Address(endpoint);
            if (endpoint.Metadata.GetMetadata<FormProtection>() is null)
            {
                found.Add($"{method} {address} carries no protection");
            }

            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await app.Client.SendAsync(request);
            if ((int)answer.StatusCode is < 400 or >= 500)
            {
                found.Add($"{method} {address} answered {(int)answer.StatusCode} to a foreign page");
            }
        }

        return found;
    }
}
