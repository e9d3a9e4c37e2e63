using Microsoft.AspNetCore.StaticFiles;
using Splot.Ui;

namespace Splot.Web.Hosting;

/// <summary>How long files may be kept: a year under the address that names their very content, a moment otherwise.</summary>
internal static class Assets
{
    public static void Cache(StaticFileResponseContext context)
    {
        var request = context.Context.Request;
        context.Context.Response.Headers.CacheControl = Asset.IsCurrent(request.Path, request.Query["v"]) ? "public, max-age=31536000, immutable" : "public, max-age=60";
    }
}
