using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Portal.OpenApi;
using Splot.Portal.OpenData;
using Splot.Ui;

namespace Splot.Portal.Catalogue;

/// <summary>
/// The catalogue as DCAT-AP 3 in JSON-LD, one tree with its context inside. One DatasetSeries for each country, one Dataset in it for each
/// programming period, one Distribution for each file. Codes come from the authority tables of the Publications Office; each is
/// typed where it stands, because the profile's shapes ask for the class of what a property points to.
/// </summary>
internal sealed class CatalogueJson
{
    private readonly SiteOptions site;
    private readonly LabelBook labels;
    private readonly string home;
    private readonly Dictionary<string, JsonObject> series = new(StringComparer.Ordinal);
    private readonly JsonArray datasets = [];
    private DateTimeOffset modified = DateTimeOffset.UnixEpoch;

    private readonly SiteOperator body;
    private readonly DataLicence licence;

    public CatalogueJson(SiteOptions site, SplotOptions options, LabelBook labels) => (this.site, body, licence, this.labels, home) = (site, options.Operator, options.Licence, labels, site.PublicUrl?.TrimEnd('/') ?? "");

    /// <summary>Adds the dataset of a country and period.</summary>
    public void Add(DataState state, IReadOnlyDictionary<DataFile, DataSize> sizes)
    {
        modified = state.Updated > modified ? state.Updated : modified;
        var group = state.Group;
        var dataset = Node("dcat:Dataset", DatasetAddress(group));
        dataset["dct:title"] = Texts(() => Text.DatasetTitle(Country(group), DataModel.Period(group)));
        dataset["dct:description"] = Texts(() => Text.DatasetDescription(Country(group), DataModel.Period(group)));
        dataset["dct:identifier"] = group.Name;
        dataset["dct:modified"] = Instant(state.Updated);
        Describe(dataset, group);
        if (group.Period is { } period)
        {
            dataset["dct:temporal"] = new JsonObject { ["@type"] = "dct:PeriodOfTime", ["dcat:startDate"] = Typed(period[..4] + "-01-01", "xsd:date"), ["dcat:endDate"] = Typed(period[5..] + "-12-31", "xsd:date") };
        }

        dataset["dcat:inSeries"] = Reference(Series(group, state.Updated));
        dataset["dcat:landingPage"] = Node("foaf:Document", home + "/en" + DataEndpoints.Path + "#files-" + group.Name);
        dataset["dcat:distribution"] = new JsonArray([.. DataFile.Of(group).Select(f => (JsonNode)Distribution(f, state, sizes[f]))]);
        datasets.Add(dataset);
    }

    /// <summary>The whole catalogue.</summary>
    public byte[] ToUtf8()
    {
        var catalogue = Node("dcat:Catalog", home + CatalogueEndpoints.Path);
        catalogue.Insert(0, "@context", CatalogueTerms.Context());
        catalogue["dct:title"] = Texts(() => Text.CatalogueTitle(site.Name));
        catalogue["dct:description"] = Texts(() => Text.CatalogueDescription);
        catalogue["dct:publisher"] = Publisher();
        catalogue["dct:language"] = CatalogueTerms.Languages();
        catalogue["dct:license"] = Node("dct:LicenseDocument", licence.Term());
        catalogue["dct:modified"] = Instant(modified);
        catalogue["foaf:homepage"] = Node("foaf:Document", home + "/en/");
        catalogue["dcat:themeTaxonomy"] = CatalogueTerms.ThemeScheme();
        catalogue["dcat:dataset"] = new JsonArray([.. series.Values.Concat(datasets.Select(d => d!.DeepClone().AsObject()))]);
        catalogue["dcat:service"] = Service();
        return JsonSerializer.SerializeToUtf8Bytes(catalogue, OperationJson.Options);
    }

    private string Series(DataGroup group, DateTimeOffset updated)
    {
        var address = home + CatalogueEndpoints.Path + "#series-" + (group.Country ?? "none");
        if (!series.TryGetValue(address, out var known))
        {
            series[address] = known = Node("dcat:DatasetSeries", address);

            // A series is a dataset (DCAT 3), which a check without the ontology does not know.
            known["@type"] = new JsonArray("dcat:DatasetSeries", "dcat:Dataset");
            known["dct:title"] = Texts(() => Text.SeriesTitle(Country(group)));
            known["dct:description"] = Texts(() => Text.SeriesDescription(Country(group)));
            Describe(known, group);
        }

        known["dct:modified"] = Instant(updated);
        return address;
    }

    private void Describe(JsonObject resource, DataGroup group)
    {
        resource["dct:publisher"] = Publisher();
        if (Contact() is { } contact)
        {
            resource["dcat:contactPoint"] = contact;
        }

        resource["dcat:theme"] = CatalogueTerms.Themes();
        resource["dct:accrualPeriodicity"] = CatalogueTerms.Irregular();
        if (CatalogueTerms.Country(group.Country) is { } place)
        {
            resource["dct:spatial"] = place;
        }
    }

    private JsonObject Distribution(DataFile file, DataState state, DataSize size)
    {
        var distribution = Node("dcat:Distribution", home + file.Path);
        distribution["dct:title"] = file.Name;
        distribution["dct:description"] = Texts(() => file.Kind switch { DataKind.Projects => Text.FileProjects, DataKind.List => Text.FileList, DataKind.Template => Text.FileTemplate, _ => Text.FileReport });
        distribution["dcat:accessURL"] = Node("rdfs:Resource", home + "/en" + DataEndpoints.Path);
        distribution["dcat:downloadURL"] = Node("rdfs:Resource", home + file.Path);
        distribution["dct:format"] = CatalogueTerms.Format(file.Extension);
        distribution["dcat:mediaType"] = CatalogueTerms.MediaType(file.MediaType.Split(';')[0]);
        distribution["dcat:byteSize"] = Typed(size.Bytes.ToString(CultureInfo.InvariantCulture), "xsd:nonNegativeInteger");
        distribution["dct:license"] = Node("dct:LicenseDocument", licence.Term());
        distribution["dct:modified"] = Instant(state.Updated);
        distribution["dcatap:availability"] = CatalogueTerms.Stable();
        return distribution;
    }

    private JsonObject Service()
    {
        var service = Node("dcat:DataService", home + "/api/v1/projects");
        service["dct:title"] = Texts(() => Text.ServiceTitle(site.Name));
        service["dcat:endpointURL"] = Node("rdfs:Resource", home + "/api/v1/projects");
        service["dcat:endpointDescription"] = Node("rdfs:Resource", home + OpenApiEndpoints.Path);
        service["dct:license"] = Node("dct:LicenseDocument", licence.Term());
        service["dcat:servesDataset"] = new JsonArray([.. datasets.Select(d => (JsonNode)Reference((string)d!["@id"]!))]);
        return service;
    }

    private JsonObject Publisher()
    {
        var publisher = Node("foaf:Agent", home + CatalogueEndpoints.Path + "#publisher");
        publisher["foaf:name"] = body.Name ?? site.Name;
        if (body.Page is { } page)
        {
            publisher["foaf:homepage"] = Node("foaf:Document", page.AbsoluteUri);
        }

        return publisher;
    }

    private JsonObject? Contact() => body is { Email: null } or { Contact: null, Name: null }
        ? null
        : new JsonObject { ["@type"] = "vcard:Kind", ["vcard:fn"] = body.Contact ?? body.Name, ["vcard:hasEmail"] = new JsonObject { ["@id"] = "mailto:" + body.Email } };

    private string Country(DataGroup group) => group.Country is { } code ? labels.Of(LabelKind.Country, code).Text : Text.WithoutCountry;

    private string DatasetAddress(DataGroup group) => home + CatalogueEndpoints.Path + "#" + group.Name;

    /// <summary>A text in the three languages.</summary>
    private static JsonArray Texts(Func<string> text)
    {
        var current = Kernel.Languages.Current;
        var texts = new JsonArray();
        foreach (var language in Kernel.Languages.All)
        {
            language.MakeCurrent();
            texts.Add(new JsonObject { ["@value"] = text(), ["@language"] = language.Code() });
        }

        current.MakeCurrent();
        return texts;
    }

    private static JsonObject Node(string type, string address) => new() { ["@id"] = address, ["@type"] = type };

    private static JsonObject Reference(string address) => new() { ["@id"] = address };

    private static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = type };

    private static JsonObject Instant(DateTimeOffset at) => Typed(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), "xsd:dateTime");
}
