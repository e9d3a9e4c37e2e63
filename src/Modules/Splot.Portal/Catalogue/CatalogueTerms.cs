using System.Text.Json.Nodes;

namespace Splot.Portal.Catalogue;

/// <summary>The vocabularies of the catalogue: the context, and terms of the authority tables of the Publications Office and of IANA.</summary>
internal static class CatalogueTerms
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    // ISO 3166: the authority table of countries has three letters. Others are left out rather than guessed.
    private const string CountryCodes =
        "AT=AUT BE=BEL BG=BGR CY=CYP CZ=CZE DE=DEU DK=DNK EE=EST EL=GRC ES=ESP FI=FIN FR=FRA GR=GRC HR=HRV HU=HUN IE=IRL IT=ITA LT=LTU LU=LUX LV=LVA MT=MLT NL=NLD PL=POL PT=PRT RO=ROU SE=SWE SI=SVN SK=SVK";

    private static readonly Dictionary<string, string> Countries = CountryCodes.Split(' ').Select(c => c.Split('=')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);

    public static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dcatap"] = "http://data.europa.eu/r5r/",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    public static JsonArray Languages() => [.. new[] { "ENG", "POL", "BUL" }.Select(code => (JsonNode)Term("language/" + code, "dct:LinguisticSystem"))];

    public static JsonObject ThemeScheme()
    {
        var scheme = Term("data-theme", "skos:ConceptScheme");
        scheme["dct:title"] = English("Data theme");
        return scheme;
    }

    public static JsonArray Themes() => [Concept("data-theme/REGI", "Regions and cities"), Concept("data-theme/GOVE", "Government and public sector"), Concept("data-theme/SOCI", "Population and society")];

    /// <summary>The files follow the lists, at least every four months and as a rule oftener.</summary>
    public static JsonObject Irregular() => Term("frequency/IRREG", "dct:Frequency");

    public static JsonObject Stable() => Concept("planned-availability/STABLE", "Stable");

    public static JsonObject? Country(string? code) => code is not null && Countries.TryGetValue(code, out var three) ? Term("country/" + three, "dct:Location") : null;

    public static JsonObject Format(string extension) => Term(
        "file-type/" + extension switch { "csv" => "CSV", "xlsx" => "XLSX", "geojson" => "GEOJSON", _ => "JSON" }, "dct:MediaTypeOrExtent");

    public static JsonObject MediaType(string type) => new() { ["@id"] = "http://www.iana.org/assignments/media-types/" + type, ["@type"] = "dct:MediaType" };

    private static JsonObject Term(string name, string type) => new() { ["@id"] = Authority + name, ["@type"] = type };

    private static JsonObject Concept(string name, string label)
    {
        var concept = Term(name, "skos:Concept");
        concept["skos:prefLabel"] = English(label);
        return concept;
    }

    private static JsonObject English(string text) => new() { ["@value"] = text, ["@language"] = "en" };
}
