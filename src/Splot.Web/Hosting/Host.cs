using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Splot.Access;
using Splot.Contracts.Access;
using Splot.Contracts.Hosting;
using Splot.Data;
using Splot.Ui;

namespace Splot.Web.Hosting;

/// <summary>What every request passes, in order, before a module sees it.</summary>
internal static class Host
{
    public static void AddSplotHost(this IServiceCollection services, SplotOptions options)
    {
        services.AddSplotData(options);
        if (options.Serve == ServedPart.All)
        {
            services.AddSingleton<IReadiness, OutboxReadiness>();
        }

        services.AddRouting();
        services.AddSplotUi(site => (site.Theme, site.PublicUrl) = (options.Theme, options.PublicUrl.ToString().TrimEnd('/')));
        services.Configure<AntiforgeryOptions>(forms => forms.Cookie = new FormCookie(options.PublicUrl));
        services.TryAddSingleton<ICaller, Nobody>();
        services.AddProblemDetails();
        services.AddSingleton<ErrorAnswers>();
        services.AddSingleton<RequestLog>();
        services.AddKeys(options);
        services.AddRateLimit(options);
        services.AddSingleton<IResponseCompressionProvider, PageCompression>();
        services.Configure<ResponseCompressionOptions>(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/ld+json", "application/geo+json", "application/x-ndjson", "application/atom+xml", "application/problem+json", "text/csv", "text/turtle", "image/svg+xml"];
        });
    }

    public static void UseSplot(this WebApplication app, SplotOptions options)
    {
        UseForwardedHeaders(app, options.TrustedProxies);
        app.Use(SecurityHeaders.AddAsync);
        app.Use(ReaderLanguage.SetAsync);
        app.Use(app.Services.GetRequiredService<ErrorAnswers>().GuardAsync);
        app.Use(OddRequests.Straighten(options.PublicUrl));
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Assets.Cache });
        app.Use(HeadRequests.AnswerAsync);
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<RequestLog>().WriteAsync);
        app.Use(ReaderLanguage.RefuseUnknownAsync);
        app.UseRateLimit(options);
        if (options.Serve == ServedPart.All)
        {
            app.UseCaller();
        }

        app.Use(AccessGate.PassAsync);
        app.UseAntiforgery();
        app.Use(KeptForms.GiveBackAsync);
    }

    /// <summary>Only proxies that the installation names are believed; the framework's own trust in this machine is taken away too.</summary>
    private static void UseForwardedHeaders(WebApplication app, IReadOnlyList<string> proxies)
    {
        if (proxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(forwarded);
    }
}
