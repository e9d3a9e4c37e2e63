using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Desk.Home;

/// <summary>/{lang}/desk: where everybody lands after signing in.</summary>
internal static class HomeEndpoints
{
    public const string Path = "/desk";

    public static void MapHome(this IEndpointRouteBuilder pages) => pages.MapGet(Path, Get).For(Acts.UseDesk);

    private static IResult Get(HttpContext http, ICaller caller, TimeProvider clock) => Html.Page<HomePage>(http, new
    {
        caller.Account!.Name,
        Today = Languages.Current.LongDate(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)),
    });
}
