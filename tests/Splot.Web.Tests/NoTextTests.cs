using System.Net;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Web.Tests;

/// <summary>Code points that are no text (U+FFFE, at which composing throws; in addresses NUL too, which PostgreSQL refuses; the framework reads no form with it) break nothing, wherever they are sent.</summary>
public sealed class NoTextTests
{
    private const string NoText = "a\uFFFEb\uFDD0\U0001FFFF";
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
            foreach (var (endpoint, address) in await AddressesAsync(app, browser, Endpoints.Of(app, "GET")))
            {
                var names = endpoint.Metadata.OfType<IParameterBindingMetadata>().Select(p => p.Name).Concat(Names).Distinct(StringComparer.Ordinal);
                await browser.GetAsync(address + "?" + string.Join('&', names.Select(n => n + "=" + Uri.EscapeDataString(NoText + "\0"))));

                Assert.True((int)browser.Status < 500 || browser.Status == HttpStatusCode.ServiceUnavailable, address + " answered " + browser.Status);
            }
        }
    }

    [Theory, EachEngine]
    public async Task Forms_SentWithWhatIsNoText_DoNotFail(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var taken = 0;
        foreach (var browser in (await EnterAsync(app)).Skip(1))
        {
            var token = (await browser.GetAsync("/en/desk")).QuerySelector("form[action$=sign-out] input[type=hidden]")!;
            var endpoints = Endpoints.Of(app, "POST").Where(e => e.Metadata.GetMetadata<FormProtection>() is { Kind: FormProtectionKind.SignedIn } && e.RoutePattern.RawText?.EndsWith("sign-out", StringComparison.Ordinal) == false);
            foreach (var (_, address) in await AddressesAsync(app, browser, endpoints))
            {
                await browser.PostAsync(address, [KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!), .. Fields.Select(f => KeyValuePair.Create(f, NoText))]);
                Assert.True((int)browser.Status < 500, address + " answered " + browser.Status);
                taken += browser.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden ? 0 : 1;
                if (browser.Location is not null)
                {
                    await browser.FollowAsync();
                    Assert.True((int)browser.Status < 500, browser.Location + " answered " + browser.Status);
                }
            }
        }

        Assert.InRange(taken, 50, int.MaxValue);
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

        Assert.True(browser.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Redirect or HttpStatusCode.OK, browser.Status.ToString());
    }

    private static readonly Role[] Roles = [Role.SystemAdministrator, Role.UnitHead, Role.DataProtectionOfficer, Role.SocialWorker];

    private static async Task<IReadOnlyList<Browser>> EnterAsync(SplotApp app) => [new Browser(app), .. await Task.WhenAll(Roles.Select(app.EnterAsync))];

    /// <summary>Addresses of endpoints, with an id that is no text, and with those of an account and a person where the reader has any.</summary>
    private static async Task<IReadOnlyList<(RouteEndpoint Endpoint, string Address)>> AddressesAsync(SplotApp app, Browser browser, IEnumerable<RouteEndpoint> endpoints)
    {
        var ids = new List<(string Prefix, string Id)>();
        foreach (var list in new[] { "/en/desk/accounts?tab=invited", "/en/desk/persons" })
        {
            var page = await browser.GetAsync(list);
            ids.AddRange(page.QuerySelectorAll(".sp-list td a, .sp-list th a").Select(a => a.GetAttribute("href")!).Where(h => h[(h.LastIndexOf('/') + 1)..].Length == 32).Take(1).Select(h => (h[3..(h.LastIndexOf('/') + 1)], h[(h.LastIndexOf('/') + 1)..])));
        }

        return
        [
            .. from endpoint in endpoints
               where endpoint.RoutePattern.RawText is not null
               let address = Endpoints.Address(endpoint)
               from one in ids.Where(i => address.StartsWith("/pl" + i.Prefix + "none", StringComparison.Ordinal)).Select(i => address.Replace(i.Prefix + "none", i.Prefix + i.Id, StringComparison.Ordinal)).Append(address)
               select (endpoint, one.Replace("/none", "/a%EF%BF%BEb", StringComparison.Ordinal)),
        ];
    }
}
