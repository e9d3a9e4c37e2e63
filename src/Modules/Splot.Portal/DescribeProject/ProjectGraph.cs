using System.Globalization;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.ExportProjects;
using Splot.Portal.Model;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.DescribeProject;

/// <summary>
/// A project in the words of schema.org, as a tree of JSON-LD: the Union's grant (MonetaryGrant) and the Project that it funds. A Project is
/// an Organization there, so it begins with foundingDate and ends with dissolutionDate. Natural persons are left out altogether: a search
/// engine would keep their names for longer than the law allows.
/// </summary>
internal sealed record ProjectGraph(JsonObject Tree)
{
    public const string Schema = "https://schema.org/";

    private const string Union = "http://publications.europa.eu/resource/authority/corporate-body/EURUN";

    /// <summary>The tree; texts in the current language only, or in all languages that there are.</summary>
    public static ProjectGraph Of(PublicOperation operation, SiteOptions site, bool inAllLanguages = false)
    {
        var document = operation.Document;
        var page = (site.PublicUrl?.TrimEnd('/') ?? "") + "/" + Languages.Current.Code() + "/projects/" + operation.Id;
        var grant = new JsonObject { ["@context"] = Schema.TrimEnd('/'), ["@type"] = "MonetaryGrant", ["@id"] = page + "#grant", ["url"] = page };
        Add(grant, "name", Title(document, inAllLanguages));
        Add(grant, "disambiguatingDescription", document.Demo ? Feeds.Text.Invented : null);
        Add(grant, "identifier", document.LocalId);
        Add(grant, "amount", Amount(document.EuContribution));
        grant["funder"] = Funders(document);
        grant["fundedItem"] = Project(document, page, inAllLanguages);
        return new ProjectGraph(grant);
    }

    public string ToJson() => Tree.ToJsonString(OperationJson.Options);

    private static JsonObject Project(OperationDocument document, string page, bool inAllLanguages)
    {
        var project = new JsonObject { ["@type"] = "Project", ["@id"] = page + "#project", ["url"] = Website(document) ?? page };
        Add(project, "name", Title(document, inAllLanguages));
        Add(project, "description", inAllLanguages ? Tagged(document.Summary.ToDictionary(s => s.Key, s => s.Value.Text)) : Shown.Of(document.Summary, document.OriginalLanguage)?.Text);
        Add(project, "disambiguatingDescription", document.Demo ? Feeds.Text.Invented : null);
        Add(project, "identifier", document.Id);
        Add(project, "foundingDate", Day(document.Start));
        Add(project, "dissolutionDate", Day(document.ActualEnd ?? document.End));
        Add(project, "member", Organisations(document));
        Add(project, "location", Places(document));
        Add(project, "funding", new JsonObject { ["@id"] = page + "#grant" });
        var same = document.SameAs.Where(IsAddress).ToList();
        Add(project, "sameAs", same.Count == 0 ? null : new JsonArray([.. same.Select(s => (JsonNode)s)]));
        return project;
    }

    private static JsonArray Funders(OperationDocument document)
    {
        var funders = new JsonArray(new JsonObject { ["@type"] = "Organization", ["@id"] = Union, ["name"] = "European Union" });
        if (document.Programme is { } programme && (programme.Name ?? programme.Code) is { } name)
        {
            var scheme = new JsonObject { ["@type"] = "FundingScheme", ["name"] = name };
            Add(scheme, "identifier", programme.Code);
            funders.Add((JsonNode)scheme);
        }

        return funders;
    }

    private static JsonArray? Organisations(OperationDocument document)
    {
        var organisations = new JsonArray();
        if (document.Beneficiary is { NaturalPerson: false, Name: { } name } beneficiary)
        {
            var organisation = new JsonObject { ["@type"] = "Organization", ["name"] = name };
            Add(organisation, "identifier", beneficiary.Identifiers is [var first, ..] ? first.Kind + " " + first.Value : null);
            organisations.Add((JsonNode)organisation);
        }

        foreach (var partner in document.Partners)
        {
            organisations.Add((JsonNode)new JsonObject { ["@type"] = "Organization", ["name"] = partner.Name });
        }

        return organisations.Count == 0 ? null : organisations;
    }

    private static JsonArray? Places(OperationDocument document)
    {
        var places = new JsonArray();
        foreach (var location in document.Locations)
        {
            var place = new JsonObject { ["@type"] = "Place" };
            Add(place, "name", location.Name ?? location.Code);
            Add(place, "identifier", location.Code);
            Add(place, "address", document.Country is { } country ? new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = country } : null);
            if (GeoJson.IsPoint(location))
            {
                place["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = location.Lat, ["longitude"] = location.Lon };
            }

            places.Add((JsonNode)place);
        }

        return places.Count == 0 ? null : places;
    }

    private static JsonObject? Amount(AmountDocument? amount) => amount is null
        ? null
        : new JsonObject { ["@type"] = "MonetaryAmount", ["currency"] = amount.Currency, ["value"] = amount.Amount };

    private static JsonNode? Title(OperationDocument document, bool inAllLanguages) => inAllLanguages && document.Title.Count > 0 ? Tagged(document.Title) : Shown.Title(document).Text;

    private static JsonArray? Tagged(IReadOnlyDictionary<string, string> texts) =>
        texts.Count == 0 ? null : new JsonArray([.. texts.Select(t => (JsonNode)new JsonObject { ["@value"] = t.Value, ["@language"] = t.Key })]);

    private static string? Website(OperationDocument document) => document.Links.FirstOrDefault(l => l.Kind == "website" && IsAddress(l.Url))?.Url;

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }
}
