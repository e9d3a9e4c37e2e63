using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Desk.Home;

/// <summary>/{lang}/desk: where everybody lands after signing in.</summary>
internal static class HomeEndpoints
{
    public const string Path = "/desk";

    public static void MapHome(this IEndpointRouteBuilder pages) => pages.MapGet(Path, GetAsync).For(Acts.UseDesk);

    private static async Task<IResult> GetAsync(string? done, HttpContext http, HomeHandler handler, ICaller caller, IOptions<DeskOptions> desk, TimeProvider clock, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return Html.Page<HomePage>(http, new
        {
            caller.Account!.Name,
            Today = today,
            Work = await handler.HandleAsync(today, cancellation),
            desk.Value.Forms,
            Done = done switch { "kept" => Text.DraftKept, "dropped" => Text.DraftDropped, _ => null },
        });
    }
}
