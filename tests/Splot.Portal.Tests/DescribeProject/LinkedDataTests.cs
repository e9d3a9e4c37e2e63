using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.DescribeProject;
using Splot.Portal.Model;
using Splot.Portal.Tests.Support;
using Splot.Ui;

namespace Splot.Portal.Tests.DescribeProject;

public sealed class LinkedDataTests
{
    private const string KnowledgeGraph = "https://linkedopendata.eu/entity/Q9999999";

    [Fact]
    public async Task Page_OfAProject_CarriesTheGrantAndTheProject()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation with { SameAs = [KnowledgeGraph], Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "</script><b>&amp;" } });

        var page = await app.PageAsync("/en/projects/bg-2021-everything");
        var data = JsonNode.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent)!;

        Assert.Equal("https://schema.org", (string?)data["@context"]);
        Assert.Equal("MonetaryGrant", (string?)data["@type"]);
        Assert.Equal(655357.65m, (decimal)data["amount"]!["value"]!);
        Assert.Equal("BGN", (string?)data["amount"]!["currency"]);
        Assert.Equal("European Union", (string?)data["funder"]![0]!["name"]);
        Assert.Equal(("FundingScheme", "2021BG05SFPR002"), ((string?)data["funder"]![1]!["@type"], (string?)data["funder"]![1]!["identifier"]));
        var project = data["fundedItem"]!;
        Assert.Equal("Project", (string?)project["@type"]);
        Assert.Equal("</script><b>&amp;", (string?)project["name"]);
        Assert.Equal(("2023-04-01", "2027-02-28"), ((string?)project["foundingDate"], (string?)project["dissolutionDate"]));
        Assert.Equal(KnowledgeGraph, (string?)project["sameAs"]![0]);
        Assert.Equal(25.9656m, (decimal)project["location"]![1]!["geo"]!["longitude"]!);
        Assert.Equal("https://splot.example/en/projects/bg-2021-everything", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? "https://splot.example/en/projects/bg-2021-everything");
    }

    [Fact]
    public async Task Turtle_OfAProject_SaysWhatTheJsonLdSays()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation with { SameAs = [KnowledgeGraph, "https://register.example/Q 77"] });

        var statements = TurtleReader.Read(await app.Client.GetStringAsync("/api/v1/projects/bg-2021-everything.ttl"));
        var tree = await app.JsonAsync("/api/v1/projects/bg-2021-everything.jsonld");

        Assert.Equal(Statements(tree) + 1, statements.Count); // and one owl:sameAs
        var project = statements.Single(s => s is { Predicate: "a", Object: "<https://schema.org/Project>" }).Subject;
        Assert.Contains(statements, s => s == (project, "<http://www.w3.org/2002/07/owl#sameAs>", "<" + KnowledgeGraph + ">"));
        Assert.Contains(statements, s => s == (project, "<https://schema.org/sameAs>", "<https://register.example/Q%2077>"));
        Assert.Contains(statements, s => s.Subject == project && s.Object == "\"Всичко наведнъж\"@bg");
        Assert.Contains(statements, s => s.Subject == project && s.Object == "\"2023-04-01\"^^xsd:date");
    }

    [Fact]
    public void Turtle_OfAnyText_CanBeRead() => Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "").ToArbitrary(), text =>
    {
        var document = Everything.Operation with
        {
            Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = text },
            SameAs = [text, "https://x.example/" + text],
            Links = [new LinkDocument("website", "https://x.example/?" + text, text)],
            Locations = [new LocationDocument { Name = text, Kind = "text" }],
        };

        TurtleReader.Read(Turtle.Write(ProjectGraph.Of(Operation(document), new SiteOptions { PublicUrl = "https://splot.example" }, inAllLanguages: true)));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("text/turtle", "text/turtle")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("text/html, text/turtle;q=0.9, */*;q=0.1", "text/turtle")]
    [InlineData("application/json, text/turtle;q=0.5", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/turtle;q=0", "application/json")]
    [InlineData("nonsense", "application/json")]
    public async Task Project_AskedForWithAccept_ComesInThatForm(string accepted, string type)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/projects/bg-2021-everything");
        request.Headers.TryAddWithoutValidation("Accept", accepted);

        var answer = await app.Client.SendAsync(request);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task NaturalPerson_InLinkedDataAndReferences_IsNotNamed()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);
        await app.PublishAsync(Given.Published(Lists.Whole("a") with { Beneficiary = new PartyDocument { NaturalPerson = true } }) with { PersonName = "Zmyślona Osoba", PersonNameUntil = new DateOnly(2099, 1, 1) });

        foreach (var form in ProjectForm.All)
        {
            Assert.DoesNotContain("Zmyślona", await app.Client.GetStringAsync("/api/v1/projects/a." + form.Extension), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task References_OfAProject_HoldTitleOwnerAndAddress()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a") with { Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Half {of} 50 %\nand more" } });

        var bib = await app.Client.GetStringAsync("/api/v1/projects/a.bib");
        var ris = await app.Client.GetStringAsync("/api/v1/projects/a.ris?lang=pl");

        Assert.Contains("title = {{Half \\{of\\} 50 \\% and more}}", bib, StringComparison.Ordinal);
        Assert.Contains("author = {{Gmina Zmyślona}}", bib, StringComparison.Ordinal);
        Assert.StartsWith("TY  - DATA\r\n", ris, StringComparison.Ordinal);
        Assert.Contains("UR  - https://splot.example/pl/projects/a\r\n", ris, StringComparison.Ordinal);
        Assert.Contains("TI  - Half {of} 50 % and more\r\n", ris, StringComparison.Ordinal);
    }

    private static PublicOperation Operation(OperationDocument document) => new(OperationJson.WriteUtf8(document), document.Id, null, null, null, null, null, new DateOnly(2026, 6, 1));

    // Every member beside @context and @id says something about its node; a value in a language or an address says nothing itself.
    private static int Statements(JsonNode? node) => node switch
    {
        JsonObject known when known.ContainsKey("@value") || (known.ContainsKey("@id") && !known.ContainsKey("@type")) => 0,
        JsonObject record => record.Where(m => m.Key is not ("@context" or "@id")).Sum(m => (m.Value is JsonArray items ? items.Count : 1) + Statements(m.Value)),
        JsonArray items => items.Sum(Statements),
        _ => 0,
    };
}
