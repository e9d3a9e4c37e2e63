using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Portal.Model;
using Splot.Portal.OpenApi;
using Splot.Ui;

namespace Splot.Portal.DescribeProject;

/// <summary>A form in which one project is given away beside the API's own JSON: linked data, and references for bibliographies.</summary>
/// <param name="Extension">Ending of the address.</param>
/// <param name="MediaType">Content type, which may also be asked for with Accept.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Write">Makes the text, in the current language where it is in one.</param>
internal sealed record ProjectForm(string Extension, string MediaType, string Name, Func<PublicOperation, SiteOptions, string> Write)
{
    public static IReadOnlyList<ProjectForm> All { get; } =
    [
        new("jsonld", "application/ld+json", "JSON-LD", (o, site) => ProjectGraph.Of(o, site, inAllLanguages: true).ToJson()),
        new("ttl", "text/turtle", "Turtle", (o, site) => Turtle.Write(ProjectGraph.Of(o, site, inAllLanguages: true))),
        new("bib", "application/x-bibtex", "BibTeX", Citations.BibTex),
        new("ris", "application/x-research-info-systems", "RIS", Citations.Ris),
    ];

    /// <summary>What the description of the API says of it.</summary>
    public ApiOperation Operation => ApiOperations.Form("getProject" + Name.Replace("-", "", StringComparison.Ordinal), "One project as " + Name, MediaType, Extension == "jsonld" ? "LinkedData" : null);

    /// <summary>The form that the request prefers to JSON; null where it does not.</summary>
    public static ProjectForm? Wanted(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1.0))
        {
            if (accepted.Quality == 0)
            {
                continue;
            }

            if (All.FirstOrDefault(f => accepted.MediaType.Equals(f.MediaType, StringComparison.OrdinalIgnoreCase)) is { } form)
            {
                return form;
            }

            if (new MediaTypeHeaderValue("application/json").IsSubsetOf(accepted))
            {
                return null;
            }
        }

        return null;
    }

    public IResult Answer(HttpContext http, PublicOperation operation, SiteOptions site, Language? language)
    {
        (language ?? Language.English).MakeCurrent();
        return JsonBody.Answer(http, Encoding.UTF8.GetBytes(Write(operation, site)), MediaType + "; charset=utf-8", operation.Document.UpdatedAt);
    }
}
