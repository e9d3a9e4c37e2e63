using System.Text.Json.Nodes;
using Splot.Data;
using Splot.Portal.OpenData;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Catalogue;

/// <summary>The catalogue against the constraints of DCAT-AP 3.0.1, restated here: mandatory properties, their number, kinds of values, classes of what they point to.</summary>
public sealed class CatalogueTests
{
    // Class, property, least, most (0 for any number), class of the value; "text" for a text in a language, "literal" for any literal.
    private const string Constraints = """
        dcat:Catalog dct:title 1 0 text
        dcat:Catalog dct:description 1 0 text
        dcat:Catalog dct:publisher 1 1 foaf:Agent
        dcat:Catalog dct:license 0 1 dct:LicenseDocument
        dcat:Catalog dct:language 0 0 dct:LinguisticSystem
        dcat:Catalog dct:modified 0 1 literal
        dcat:Catalog foaf:homepage 0 1 foaf:Document
        dcat:Catalog dcat:themeTaxonomy 0 0 skos:ConceptScheme
        dcat:Catalog dcat:dataset 0 0 dcat:Dataset
        dcat:Catalog dcat:service 0 0 dcat:DataService
        dcat:DatasetSeries dct:title 1 0 text
        dcat:DatasetSeries dct:description 1 0 text
        dcat:DatasetSeries dct:publisher 0 1 foaf:Agent
        dcat:DatasetSeries dct:spatial 0 0 dct:Location
        dcat:DatasetSeries dct:modified 0 1 literal
        dcat:DatasetSeries dct:accrualPeriodicity 0 1 dct:Frequency
        dcat:DatasetSeries dcat:theme 0 0 skos:Concept
        dcat:Dataset dct:title 1 0 text
        dcat:Dataset dct:description 1 0 text
        dcat:Dataset dct:publisher 0 1 foaf:Agent
        dcat:Dataset dct:spatial 0 0 dct:Location
        dcat:Dataset dct:temporal 0 0 dct:PeriodOfTime
        dcat:Dataset dct:modified 0 1 literal
        dcat:Dataset dct:accrualPeriodicity 0 1 dct:Frequency
        dcat:Dataset dcat:theme 0 0 skos:Concept
        dcat:Dataset dcat:inSeries 0 0 dcat:DatasetSeries
        dcat:Dataset dcat:landingPage 0 0 foaf:Document
        dcat:Dataset dcat:distribution 0 0 dcat:Distribution
        dcat:Dataset dct:identifier 0 0 literal
        dcat:Dataset dcat:contactPoint 0 0 vcard:Kind
        dcat:DatasetSeries dcat:contactPoint 0 0 vcard:Kind
        dcat:Distribution dcat:accessURL 1 0 rdfs:Resource
        dcat:Distribution dcat:downloadURL 0 0 rdfs:Resource
        dcat:Distribution dct:license 0 1 dct:LicenseDocument
        dcat:Distribution dct:format 0 1 dct:MediaTypeOrExtent
        dcat:Distribution dcat:mediaType 0 1 dct:MediaType
        dcat:Distribution dcat:byteSize 0 1 literal
        dcat:Distribution dct:modified 0 1 literal
        dcat:Distribution dct:title 0 0 literal
        dcat:Distribution dct:description 0 0 text
        dcat:Distribution dcatap:availability 0 1 skos:Concept
        dcat:DataService dct:title 1 0 text
        dcat:DataService dcat:endpointURL 1 0 rdfs:Resource
        dcat:DataService dcat:endpointDescription 0 0 rdfs:Resource
        dcat:DataService dct:license 0 1 dct:LicenseDocument
        dcat:DataService dcat:servesDataset 0 0 dcat:Dataset
        foaf:Agent foaf:name 1 0 literal
        foaf:Agent foaf:homepage 0 0 foaf:Document
        skos:Concept skos:prefLabel 1 0 text
        skos:ConceptScheme dct:title 1 0 text
        dct:PeriodOfTime dcat:startDate 0 1 literal
        dct:PeriodOfTime dcat:endDate 0 1 literal
        """;

    private static readonly Dictionary<string, Dictionary<string, (int Least, int Most, string Value)>> Shapes = Constraints.Split('\n').Select(l => l.Trim().Split(' '))
        .GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.ToDictionary(c => c[1], c => (c[2][0] - '0', c[3][0] - '0', c[4])));

    [Fact]
    public async Task Catalogue_OfTheFiles_KeepsTheProfile()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"), Lists.Whole("b", period: "2014-2020"), Given.Operation("none") with { Country = null }, Everything.Operation);

        var catalogue = await app.JsonAsync("/data/catalog.jsonld");

        var types = Nodes(catalogue).Where(n => n.ContainsKey("@id") && n.ContainsKey("@type")).GroupBy(n => (string)n["@id"]!).ToDictionary(g => g.Key, g => g.SelectMany(Types).ToHashSet());
        Assert.Empty(Nodes(catalogue).Where(n => n.ContainsKey("@type") && !n.ContainsKey("@value")).SelectMany(n => Types(n).SelectMany(t => Problems(n, t, types))));
    }

    [Fact]
    public async Task Canary_BrokenCatalogue_IsFound()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"));
        var catalogue = await app.JsonAsync("/data/catalog.jsonld");
        catalogue.Remove("dct:title");
        catalogue["dct:publisher"] = "Somebody";

        Assert.Equal(2, Problems(catalogue, "dcat:Catalog", []).Count(p => p.Contains("dct:title", StringComparison.Ordinal) || p.Contains("dct:publisher", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Catalogue_OfTwoPeriods_HasOneSeriesOfACountryAndAFileForEachForm()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"), Lists.Whole("b", period: "2014-2020"));

        var resources = (await app.JsonAsync("/data/catalog.jsonld"))["dcat:dataset"]!.AsArray();

        var series = Assert.Single(resources, r => Types(r!.AsObject()).Contains("dcat:DatasetSeries"))!;
        var datasets = resources.Where(r => !Types(r!.AsObject()).Contains("dcat:DatasetSeries")).ToList();
        Assert.Equal(["PL-2021-2027", "PL-2014-2020"], datasets.Select(d => (string?)d!["dct:identifier"]));
        Assert.All(datasets, d => Assert.Equal((string?)series["@id"], (string?)d!["dcat:inSeries"]!["@id"]));
        foreach (var address in datasets.SelectMany(d => d!["dcat:distribution"]!.AsArray()).Select(d => (string)d!["dcat:downloadURL"]!["@id"]!))
        {
            Assert.StartsWith("https://splot.example/data/", address, StringComparison.Ordinal);
            Assert.True((await app.Client.GetAsync(new Uri(address).AbsolutePath)).IsSuccessStatusCode, address);
        }
    }

    [Theory]
    [InlineData("https://creativecommons.org/licenses/by/4.0/", "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")]
    [InlineData("http://creativecommons.org/publicdomain/zero/1.0", "http://publications.europa.eu/resource/authority/licence/CC0")]
    [InlineData("https://office.example.eu/terms?of=use", "https://office.example.eu/terms?of=use")]
    public void Licence_OfTheData_IsNamedAsTheAuthorityTableDoes(string address, string term) => Assert.Equal(term, new DataLicence("x", new Uri(address)).Term());

    [Fact]
    public async Task Licence_ThatTheOperatorSet_IsSaidByPageCatalogueAndDescription()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, o => o with { Licence = new DataLicence("Open terms", new Uri("https://office.example.eu/terms")) }, Lists.Whole("a"));

        var page = (await app.PageAsync("/en/data")).QuerySelector("a[rel~=license]")!;
        var catalogue = await app.JsonAsync("/data/catalog.jsonld");
        var licence = (await app.JsonAsync("/openapi/v1.json"))["info"]!["license"]!;

        Assert.Equal(("Open terms", "https://office.example.eu/terms"), (page.TextContent, page.GetAttribute("href")));
        Assert.Equal(["https://office.example.eu/terms"], Nodes(catalogue).Where(n => n.ContainsKey("dct:license")).Select(n => (string?)n["dct:license"]!["@id"]).Distinct());
        Assert.Equal(("Open terms", "https://office.example.eu/terms"), ((string?)licence["name"], (string?)licence["url"]));
    }

    private static IEnumerable<string> Types(JsonObject node) => node["@type"] is JsonArray several ? several.Select(t => (string)t!) : node["@type"] is { } one ? [(string)one!] : [];

    private static IEnumerable<string> Problems(JsonObject node, string type, Dictionary<string, HashSet<string>> types)
    {
        if (node["@id"] is { } id && !Uri.TryCreate((string)id!, UriKind.Absolute, out _))
        {
            yield return $"{id} is no absolute address";
        }

        if (!Shapes.TryGetValue(type, out var shape))
        {
            yield break;
        }

        foreach (var (property, rule) in shape)
        {
            var values = node[property] is { } value ? value is JsonArray several ? [.. several] : [value] : Array.Empty<JsonNode?>();
            if (values.Length < rule.Least || (rule.Most > 0 && values.Length > rule.Most))
            {
                yield return $"{type} {node["@id"]} has {values.Length} of {property}";
            }

            foreach (var one in values.Where(v => !Fits(v!, rule.Value, types)))
            {
                yield return $"{type} {node["@id"]}: {property} is no {rule.Value}: {one!.ToJsonString()}";
            }
        }

        foreach (var unknown in node.Where(m => m.Key[0] != '@' && !shape.ContainsKey(m.Key)))
        {
            yield return $"{type} has {unknown.Key}, which the check does not know";
        }
    }

    private static bool Fits(JsonNode value, string wanted, Dictionary<string, HashSet<string>> types) => wanted switch
    {
        "text" => value is JsonObject text && text.ContainsKey("@value") && text.ContainsKey("@language"),
        "literal" => value is JsonValue || (value is JsonObject typed && typed.ContainsKey("@value")),
        _ => value is JsonObject node && (node.ContainsKey("@type")
            ? Types(node).Contains(wanted)
            : node["@id"] is { } id && types.TryGetValue((string)id!, out var known) && known.Contains(wanted)),
    };

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject record => record.Where(m => m.Key != "@context").SelectMany(m => Nodes(m.Value)).Prepend(record),
        JsonArray items => items.SelectMany(Nodes),
        _ => [],
    };
}
