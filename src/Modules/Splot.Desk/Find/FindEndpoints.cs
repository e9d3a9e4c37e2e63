using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Ui;

namespace Splot.Desk.Find;

/// <summary>/{lang}/desk/find: the search box over what the caller may see. What is looked for is sent, never put into an address: it may be somebody's name.</summary>
internal static class FindEndpoints
{
    public const string Path = "/desk/find";
    private const int Most = 10;
    private const int LongestText = 200;

    public static void MapFind(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (HttpContext http) => Page(http, null, [])).For(Acts.UseDesk);
        pages.MapPost(Path, PostAsync).WithSignedInForm().For(Acts.UseDesk);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, IEnumerable<IDeskFinder> finders, ICaller caller, CancellationToken cancellation)
    {
        var text = new PostedForm(fields).Text("text", LongestText);
        var found = new List<DeskFinding>();
        if (text is not null)
        {
            foreach (var finder in finders.Where(f => caller.May(f.Act)))
            {
                found.Add(await finder.FindAsync(text, caller, Most, cancellation));
            }
        }

        return Page(http, text, [.. found.Where(f => f.Hits.Count > 0).OrderBy(f => f.Order)]);
    }

    private static IResult Page(HttpContext http, string? text, IReadOnlyList<DeskFinding> found) => Html.Page<FindPage>(http, new { Sought = text, Findings = found });
}
