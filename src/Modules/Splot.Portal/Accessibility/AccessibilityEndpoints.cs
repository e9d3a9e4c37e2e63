using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Data;
using Splot.Ui;

namespace Splot.Portal.Accessibility;

/// <summary>GET /{lang}/accessibility: the accessibility statement.</summary>
internal static class AccessibilityEndpoints
{
    /// <summary>The statement's address without its language.</summary>
    public const string Path = "/accessibility";

    public static void MapAccessibility(this IEndpointRouteBuilder pages) =>
        pages.MapGet(Path, (HttpContext http, SplotOptions options) => Html.Page<AccessibilityPage>(http, new { options.Operator }));
}
