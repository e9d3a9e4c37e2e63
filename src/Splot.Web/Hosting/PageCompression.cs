using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Splot.Web.Hosting;

/// <summary>Compresses answers, save those that must not be stored: they may carry a token, whose length compression would betray.</summary>
internal sealed class PageCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        !context.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase) && base.ShouldCompressResponse(context);
}
