using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Desk.Drafts;

/// <summary>/{lang}/desk/drafts/drop: throws a draft away.</summary>
internal static class DraftsEndpoints
{
    public const string Path = "/desk/drafts/drop";

    public static void MapDrafts(this IEndpointRouteBuilder pages) => pages.MapPost(Path, DropAsync).WithSignedInForm().For(Acts.UseDesk);

    private static async Task<IResult> DropAsync(IFormCollection fields, KeptDrafts drafts, ICaller caller, CancellationToken cancellation)
    {
        await drafts.DropAsync(caller.Account!.Id, new PostedForm(fields)["draft"].Value ?? "", cancellation);
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + "/desk?done=dropped");
    }
}
