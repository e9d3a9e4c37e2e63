using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;

namespace Splot.Ui;

/// <summary>What the frame of a desk page needs to know: who sits at it, and where they may go.</summary>
/// <param name="Name">The name of whoever is signed in.</param>
/// <param name="Navigation">The entries open to them.</param>
/// <param name="TokenField">Name of the hidden field that every form of the page carries.</param>
/// <param name="Token">Its value.</param>
public sealed record DeskView(string Name, IReadOnlyList<NavEntry> Navigation, string TokenField, string Token)
{
    /// <summary>Whether there is anything that the search box could find for them.</summary>
    public bool Finds { get; init; }

    /// <summary>The desk of a request. The page is kept from every cache: it is made for one person.</summary>
    public static DeskView From(HttpContext http)
    {
        var caller = http.RequestServices.GetRequiredService<ICaller>();
        var desk = http.RequestServices.GetRequiredService<IOptions<DeskOptions>>().Value;
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        http.Response.Headers.CacheControl = "no-store";
        return new DeskView(
            caller.Account?.Name ?? "",
            [.. desk.Navigation.Where(n => caller.May(n.Act)).Select(n => n.Entry).OrderBy(e => e.Order)],
            tokens.FormFieldName,
            tokens.RequestToken ?? "")
        {
            Finds = http.RequestServices.GetServices<IDeskFinder>().Any(f => caller.May(f.Act)),
        };
    }
}
