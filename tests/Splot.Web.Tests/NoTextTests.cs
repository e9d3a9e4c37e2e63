using System.Net;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Web.Tests;

/// <summary>Code points that are no text (U+FFFE, at which composing throws; NUL, which PostgreSQL refuses) break nothing, wherever they are sent.</summary>
public sealed class NoTextTests
{
    private const string NoText = "a\uFFFEb\0";
    private static readonly string[] Names = ["q", "tab", "after", "sort", "columns", "about", "organisation", "kind", "country", "place", "account", "region", "programme", "theme", "measure", "view", "unit", "act", "from", "to"];

    private static readonly string[] Fields =
    [
        "id", "act", "sure", "grant", "stand-in", "session", "draft", "view", "list", "path", "query", "name", "email", "password", "present", "code", "state", "to", "text", "q", "why", "who", "reason", "role", "place", "from", "until", "note", "kind", "about",
        "firstNames", "surnames", "phone", "street", "into", "version", "with", "merge", "request", "title-pl", "text-pl", "asked", "answer", "on", "granted", "purpose", "clause", "consent", "organisation", "where", "keeper", "day",
    ];

    [Theory, EachEngine]
    public async Task Pages_AskedForWhatIsNoText_DoNotFail(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        foreach (var browser in await EnterAsync(app))
        {
            foreach (var endpoint in Endpoints.Of(app, "GET").Where(e => e.RoutePattern.RawText is not null))
            {
                var names = endpoint.Metadata.OfType<IParameterBindingMetadata>().Select(p => p.Name).Concat(Names).Distinct(StringComparer.Ordinal);
                await browser.GetAsync(Address(endpoint) + "?" + string.Join('&', names.Select(n => n + "=" + Uri.EscapeDataString(NoText))));

                Assert.True((int)browser.Status < 500 || browser.Status == HttpStatusCode.ServiceUnavailable, endpoint.RoutePattern.RawText + " answered " + browser.Status);
            }
        }
    }

    [Theory, EachEngine]
    public async Task Forms_SentWithWhatIsNoText_DoNotFail(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        foreach (var browser in (await EnterAsync(app)).Skip(1))
        {
            var token = (await browser.GetAsync("/en/desk")).QuerySelector("form[action$=sign-out] input[type=hidden]")!;
            foreach (var endpoint in Endpoints.Of(app, "POST").Where(e => e.Metadata.GetMetadata<FormProtection>() is { Kind: FormProtectionKind.SignedIn } && e.RoutePattern.RawText?.EndsWith("sign-out", StringComparison.Ordinal) == false))
            {
                await browser.PostAsync(Address(endpoint), [KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!), .. Fields.Select(f => KeyValuePair.Create(f, NoText))]);
                Assert.True((int)browser.Status < 500, endpoint.RoutePattern.RawText + " answered " + browser.Status);
                if (browser.Location is not null)
                {
                    await browser.FollowAsync();
                    Assert.True((int)browser.Status < 500, browser.Location + " answered " + browser.Status);
                }
            }
        }
    }

    [Theory]
    [InlineData("/en/sign-in", "email")]
    [InlineData("/en/sign-in/forgot", "email")]
    [InlineData("/en/report", "text")]
    public async Task AnonymousForm_SentWithWhatIsNoText_DoesNotFail(string address, string field)
    {
        await using var app = await SplotApp.StartAsync();
        var browser = new Browser(app);

        await browser.SubmitAsync(await browser.GetAsync(address), address, (field, NoText), ("password", NoText), ("kind", NoText));

        Assert.True((int)browser.Status < 500);
    }

    private static readonly Role[] Roles = [Role.SystemAdministrator, Role.UnitHead, Role.DataProtectionOfficer, Role.SocialWorker];

    private static async Task<IReadOnlyList<Browser>> EnterAsync(SplotApp app) => [new Browser(app), .. await Task.WhenAll(Roles.Select(app.EnterAsync))];

    private static string Address(RouteEndpoint endpoint) => Endpoints.Address(endpoint).Replace("/none", "/a%EF%BF%BEb", StringComparison.Ordinal);
}
