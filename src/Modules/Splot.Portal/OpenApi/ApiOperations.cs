using Splot.Portal.ExportProjects;
using Splot.Portal.Searching;

namespace Splot.Portal.OpenApi;

/// <summary>The descriptions of all addresses of the API.</summary>
internal static class ApiOperations
{
    private const string IdPattern = "^[a-z0-9][a-z0-9.-]{0,199}$";
    private const string DemoProject = "pl-2021-lubelskie-effective-social-policy";

    private static readonly (string, string, string, string)[] ProjectId = [("id", "The project's id.", IdPattern, DemoProject)];

    public static SearchSurface OfProject { get; } = SearchSurface.ApiWith(["fields", "lang"]);

    public static SearchSurface OfForm { get; } = SearchSurface.ApiWith(["lang"]);

    public static SearchSurface OfBeneficiary { get; } = SearchSurface.ApiWith(["sort", "limit", "after", "lang", "fields"]);

    public static SearchSurface OfSuggest { get; } = SearchSurface.ApiWith(["q", "lang", "limit"]);

    public static ApiOperation List { get; } = new("findProjects", "Find projects", SearchSurface.Api, new ApiAnswer("application/json", "ProjectList"))
    {
        Description = "Exact totals, sums and counts over the whole result, and one page of it. Every hit is reached by `after`. Parameters that take several values repeat; several values of one parameter mean any of them, different parameters mean all of them.",
        Example = "?q=social+policy&country=PL&period=2021-2027&limit=5",
        HasTag = true,
    };

    public static ApiOperation Project { get; } = new("getProject", "One project", OfProject, new ApiAnswer("application/json", "Project"))
    {
        Description = "With `Accept: text/turtle` or `application/ld+json` the project comes as linked data.",
        Places = ProjectId,
        CanBeUnknown = true,
        CanBeGone = true,
        HasTag = true,
    };

    public static ApiOperation Beneficiary { get; } = new("getBeneficiary", "A beneficiary and its projects", OfBeneficiary, new ApiAnswer("application/json", "Beneficiary"))
    {
        Places = [("id", "The organisation's id, from the member `beneficiary` of a project.", IdPattern, "bg-obshtihapyce")],
        CanBeUnknown = true,
        HasTag = true,
    };

    public static ApiOperation Suggest { get; } = new("suggest", "Where to go for what was typed so far", OfSuggest, new ApiAnswer("application/json", "Suggestions"))
    {
        Description = "Regions, programmes, themes, funds, beneficiaries and projects whose names have what was typed, also with a typo or in the other alphabet; the best first, at most 20. None where nothing was typed. `lang` is there where a name is in another language than the one asked for.",
        Example = "?q=lub&lang=pl&limit=5",
    };

    public static ApiOperation DataFiles { get; } = new("getDataFile", "Everything of a country and programming period as one file", OfForm, new ApiAnswer("text/csv"))
    {
        Description = "`PL-2021-2027.csv`, `.xlsx`, `.ndjson` and `.geojson` hold all public fields; `PL-2021-2027-art49.csv` and `.json` are the list of operations by the letters of Art. 49(3) of Regulation (EU) 2021/1060, `PL-2021-2027-art49-report.json` what its rules find, `PL-2021-2027-itb.csv` the Commission's template of 33 columns. `none` stands for operations without a country or period. `/data/catalog.jsonld` lists all files.",
        Places = [("file", "Name of the file.", OpenData.DataFile.Pattern.Replace("?<country>", "", StringComparison.Ordinal).Replace("?<period>", "", StringComparison.Ordinal).Replace("?<kind>", "", StringComparison.Ordinal).Replace("?<extension>", "", StringComparison.Ordinal).Replace("\\z", "$", StringComparison.Ordinal), "PL-2021-2027.csv")],
        CanBeUnknown = true,
        HasTag = true,
    };

    public static ApiOperation Catalogue { get; } = new("getCatalogue", "The catalogue of the files (DCAT-AP 3)", SearchSurface.ApiWith([]), new ApiAnswer("application/ld+json", "LinkedData")) { HasTag = true };

    public static ApiOperation Description { get; } = new("getDescription", "This description", SearchSurface.ApiWith([]), new ApiAnswer("application/json", "OpenApi")) { HasTag = true };

    public static ApiOperation Export(ExportFormat format) => new("exportProjects" + format.Name, "The whole result of a search as " + format.Name, SearchSurface.Api, new ApiAnswer(format.MediaType.Split(';')[0], format == ExportFormat.GeoJson ? "FeatureCollection" : null))
    {
        Description = format == ExportFormat.GeoJson
            ? "RFC 7946, longitude before latitude. A project without published coordinates has `geometry: null`, and its property `geometryBasis` says `none`: no point is made up. `limit` and `after` change nothing."
            : "Complete and streamed. `limit` and `after` change nothing.",
        Example = "?country=PL&fields=title,budget",
    };

    /// <summary>A project in another form than the API's own.</summary>
    public static ApiOperation Form(string id, string summary, string mediaType, string? schema = null) => new(id, summary, OfForm, new ApiAnswer(mediaType, schema))
    {
        Places = ProjectId,
        CanBeUnknown = true,
        CanBeGone = true,
        HasTag = true,
    };
}
