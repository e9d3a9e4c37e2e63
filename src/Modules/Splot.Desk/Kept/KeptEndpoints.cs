using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Ui;

namespace Splot.Desk.Kept;

/// <summary>/{lang}/desk/kept/{id}: a form that was sent when a fresh proof was wanted, to be sent now.</summary>
internal static class KeptEndpoints
{
    public static void MapKept(this IEndpointRouteBuilder pages) => pages.MapGet(KeptForms.Path + "/{id}", GetAsync).For(Acts.UseDesk);

    private static async Task<IResult> GetAsync(string id, HttpContext http, IDrafts drafts, ICaller caller, IOptions<DeskOptions> desk, CancellationToken cancellation) =>
        await KeptForms.FindAsync(drafts, caller.Account!.Id, id, cancellation) is { } kept
            ? Html.Page<KeptPage>(http, new { Kept = kept, Part = PartOf(kept.Address, desk.Value) })
            : Html.Page<KeptGonePage>(http, status: StatusCodes.Status410Gone);

    /// <summary>The part of the desk that an address lies in, as the navigation calls it; null where it lies in none.</summary>
    private static string? PartOf(string address, DeskOptions desk)
    {
        var path = address[address.IndexOf('/', 1)..].Split('?')[0] + "/";
        return desk.Navigation.Select(n => n.Entry).Where(e => e.Path != Home.HomeEndpoints.Path && path.StartsWith(e.Path + "/", StringComparison.Ordinal)).MaxBy(e => e.Path.Length)?.Label();
    }
}
