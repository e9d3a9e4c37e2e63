using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.OwnSessions;

/// <summary>/{lang}/desk/sessions: where one is signed in, and how to end it elsewhere.</summary>
internal static class OwnSessionsEndpoints
{
    public const string Path = "/desk/sessions";

    public static void MapOwnSessions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.UseDesk);
        pages.MapPost(Path, PostAsync).WithSignedInForm().For(Acts.UseDesk);
    }

    private static async Task<IResult> GetAsync(HttpContext http, OwnSessionsHandler handler, CancellationToken cancellation) =>
        Html.Page<OwnSessionsPage>(http, new { Sessions = await handler.ListAsync(cancellation) });

    private static async Task<IResult> PostAsync(IFormCollection fields, OwnSessionsHandler handler, CancellationToken cancellation)
    {
        await handler.EndAsync(new PostedForm(fields)["session"].Value is { Length: > 0 and <= 64 } one ? one : null, cancellation);
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path);
    }
}
