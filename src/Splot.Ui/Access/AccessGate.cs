using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Splot.Contracts.Access;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>
/// Lets a request on to its endpoint or refuses it, by the table of acts alone. How far an act reaches is asked by the endpoint's handler; that it
/// is open at all is decided here, for every endpoint alike. What carries no act is refused.
/// </summary>
public static class AccessGate
{
    /// <summary>Where signing in begins, without its language.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Where one proves once more who one is, without its language.</summary>
    public const string ProvePath = "/desk/prove";

    /// <summary>How long ago that may be for a sensitive act.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    /// <summary>The step of the pipeline; it comes after routing.</summary>
    public static Task PassAsync(HttpContext http, RequestDelegate next)
    {
        // Where nothing is, and where only another method is answered, there is nothing to guard: routing itself answers with a status.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(http);
        }

        if (endpoint.Metadata.GetMetadata<AccessNeed>() is not { Act: var act })
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AccessGate)).LogError("The endpoint {Endpoint} names no act and is refused.", endpoint.DisplayName);
            return RefuseAsync(http);
        }

        if (act.Kind == ActKind.Public)
        {
            return next(http);
        }

        http.Response.Headers.CacheControl = "no-store";
        var caller = http.RequestServices.GetRequiredService<ICaller>();
        return caller.Account is not { } account ? AskAsync(http, SignInPath, KeptForms.HandBackAsync)
            : !caller.May(act) ? RefuseAsync(http)
            : act.Kind is ActKind.StepUp or ActKind.OwnStepUp && http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - account.ProvedAt > ProofLasts
                ? AskAsync(http, ProvePath, form => KeptForms.KeepAsync(form, account.Id))
            : next(http);
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask; // the error pages fill it in
    }

    /// <summary>Leads a reader to a page that leads back; what was typed into a form is not lost; a program gets a status alone.</summary>
    private static Task AskAsync(HttpContext http, string path, Func<HttpContext, Task> rescue)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return http.GetEndpoint()!.Metadata.GetMetadata<FormProtection>() is { Kind: FormProtectionKind.SignedIn } ? rescue(http) : Task.CompletedTask;
        }

        var back = http.Request.Path + http.Request.QueryString;
        http.Response.Redirect("/" + Languages.Current.Code() + path + "?to=" + Uri.EscapeDataString(back));
        return Task.CompletedTask;
    }
}
