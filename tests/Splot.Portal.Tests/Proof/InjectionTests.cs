using System.Xml.Linq;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Tests.Fuzz;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Proof;

/// <summary>Lists are other people's text: whatever stands in them, no page, feed or file carries it as anything but text.</summary>
public sealed class InjectionTests
{
    private const string Evil = HostileValues.Mark + "</title></textarea></style>]]>{{7*7}}=cmd\u0000\u0001\u202E";

    // Invented; every text of it is an attack.
    private static readonly OperationDocument Operation = Everything.Operation with
    {
        Id = "evil",
        LocalId = Evil,
        Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = Evil, ["pl"] = Evil, ["bg"] = Evil },
        TitleOrigin = new Dictionary<string, TextOrigin>(StringComparer.Ordinal),
        Summary = Texts,
        Aims = Texts,
        Achievements = Texts,
        TargetGroups = [Texts],
        ExpectedResults = [Texts],
        Tasks = [new TaskDocument(Evil, Texts, Texts)],
        Fund = Evil,
        Programme = new ProgrammeReference(Evil, Evil, "2021-2027"),
        Priority = new CodeName(Evil, Evil),
        Objective = new CodeName(Evil, Evil),
        Call = new CodeName(Evil, Evil),
        Fields = [new CodeName(Evil, Evil)],
        Theme = Evil,
        Contracts = [Evil],
        Beneficiary = new PartyDocument { Id = "evil-org", Name = Evil, Identifiers = [new IdentifierDocument(Evil, Evil)] },
        Partners = [new PartnerDocument("evil-org", Evil, Evil, 1m)],
        Contractors = [new PartyDocument { Id = "evil-org", Name = Evil }],
        Locations = [new LocationDocument { Code = Evil, Name = Evil, Kind = "text", Precision = Evil, Path = "/" + Evil + "/" }],
        Indicators = [new IndicatorDocument { Code = Evil, Name = Texts, Unit = Evil, Target = 1m }],
        Links = [new LinkDocument(Evil, "javascript:splot()", Evil), new LinkDocument("website", "https://x.example/" + Evil, Evil), new LinkDocument("website", "data:text/html,<script>splot()</script>", Evil)],
        SameAs = ["javascript:splot()", "https://x.example/" + Evil],
        Source = new SourceDocument { List = Evil, Publisher = Evil, Edition = new DateOnly(2026, 2, 14), ImportedAt = Given.Updated, Url = "javascript:splot()" },
        OtherSources = [new SourceDocument { List = Evil, Publisher = Evil, Edition = new DateOnly(2026, 2, 14), ImportedAt = Given.Updated, Url = "vbscript:splot()" }],
    };

    private static IReadOnlyDictionary<string, TextWithOrigin> Texts => Given.Texts(("en", Evil, TextOrigin.Original), ("pl", Evil, TextOrigin.Machine), ("bg", Evil, TextOrigin.Human));

    [Fact]
    public async Task Texts_OfAHostileList_StayTextAtEveryAddress()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);
        await app.PublishAsync(Given.Published(Operation, 2) with { Changes = [.. new[] { "title.en", "locations", Evil, "budget.amount" }.Select(f => new PublicChange(Given.Updated, f, Evil, Evil, Evil))] });
        var shown = 0;
        foreach (var address in Addresses(app))
        {
            using var response = await app.Client.GetAsync(address);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode < 500, address + " fails.");
            shown += body.Contains("splot-x", StringComparison.Ordinal) ? 1 : 0;
            if (response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Assert.Equal([], Alive(await app.PageAsync(address, (int)response.StatusCode)).Select(e => address + ": " + e));
            }
            else if (response.Content.Headers.ContentType?.MediaType?.EndsWith("xml", StringComparison.Ordinal) == true)
            {
                Assert.DoesNotContain(XDocument.Parse(body).Descendants(), e => e.Name.LocalName is "splot-x" or "script");
            }
        }

        Assert.True(shown > 20, $"The texts show at {shown} addresses only.");
    }

    /// <summary>Every address, with the operation and its codes in it, in all languages.</summary>
    private static IEnumerable<string> Addresses(PortalApp app)
    {
        var evil = Uri.EscapeDataString(Evil[..60]);
        var patterns = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => !p.Contains("**", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
        return patterns
            .Select(p => p.Replace("/beneficiaries/{id}", "/beneficiaries/evil-org", StringComparison.Ordinal).Replace("{id}", "evil", StringComparison.Ordinal))
            .SelectMany(p => p.Contains("{lang}", StringComparison.Ordinal) ? new[] { "en", "pl", "bg" }.Select(l => p.Replace("{lang}", l, StringComparison.Ordinal)) : [p])
            .Select(p => string.Concat(p.Split('{').Select((part, i) => i == 0 ? part : evil + part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..])))
            .SelectMany(p => new[] { p, p + "?q=" + evil, p + "?theme=" + evil + "&fund=" + evil });
    }

    private static IEnumerable<string> Alive(IDocument page) =>
        page.QuerySelectorAll("splot-x, [onsplot]").Select(e => e.LocalName)
            .Concat(page.Scripts.Where(s => s.Type != "application/ld+json" && s.TextContent.Contains("splot()", StringComparison.Ordinal)).Select(_ => "script"))
            .Concat(page.All.SelectMany(e => e.Attributes).Where(a => a.Name is "href" or "src" or "action" && Unsafe(a.Value)).Select(a => a.Name + "=" + a.Value));

    private static bool Unsafe(string address) =>
        new[] { "javascript:", "vbscript:", "data:text" }.Any(s => address.TrimStart().StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
