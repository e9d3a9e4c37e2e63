using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Splot.Ui;

/// <summary>Shows a form again, with what was typed.</summary>
/// <param name="http">The request.</param>
/// <param name="fields">What was sent.</param>
/// <param name="sentence">Why, in the reader's language.</param>
public delegate IResult ShowFormAgain(HttpContext http, IFormCollection fields, string sentence);

/// <summary>The protections of endpoints that take forms. Every POST of the house carries one of them.</summary>
public static class FormEndpoints
{
    /// <summary>The rate limit of forms that are filled in without signing in; the host says how many an address may send.</summary>
    public const string RateLimitPolicy = "anonymous-form";

    /// <summary>The rate limit of signing in: an office has one address for many people, and each account locks itself besides.</summary>
    public const string SignInRateLimitPolicy = "sign-in";

    /// <summary>The rate limit of opening links that stand for themselves: nobody may try secrets one after another.</summary>
    public const string LinkRateLimitPolicy = "link";

    private const long MostBytes = 256 * 1024;

    /// <summary>
    /// Protects the POST of a form that is filled in without signing in. The page that shows the form gives
    /// <see cref="AnonymousForm.Token(HttpContext)"/> in a hidden field and has the same address as the POST. A request from another
    /// site is refused (403); a token that is missing, forged or too old shows the form again with what was typed.
    /// </summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="again">Shows the form again.</param>
    /// <param name="rateLimit">How often an address may send it.</param>
    public static RouteHandlerBuilder WithAnonymousForm(this RouteHandlerBuilder builder, ShowFormAgain again, string rateLimit = RateLimitPolicy) => builder
        .WithMetadata(new FormProtection(FormProtectionKind.Anonymous), new RequestSizeLimitAttribute(MostBytes))
        .DisableAntiforgery()
        .RequireRateLimiting(rateLimit)
        .AddEndpointFilter(async (context, next) => await RefuseAnonymousAsync(context.HttpContext, again) ?? await next(context));

    /// <summary>
    /// Protects the POST of a form of a signed-in person by the framework's antiforgery. A request from another site is refused (403),
    /// one without a valid token and cookie too (400).
    /// </summary>
    public static RouteHandlerBuilder WithSignedInForm(this RouteHandlerBuilder builder) => builder
        .WithMetadata(new FormProtection(FormProtectionKind.SignedIn), RequireToken.Instance)
        .AddEndpointFilter(async (context, next) => await RefuseSignedInAsync(context.HttpContext) ?? await KeptForms.SentAsync(context.HttpContext, await next(context)));

    /// <summary>
    /// Protects the page that a link with a secret opens: its address is tried so often only, and no cache keeps the answer. A form on that page is protected by
    /// <see cref="WithAnonymousForm"/> with <see cref="LinkRateLimitPolicy"/>; a link that is not good any more is answered with <see cref="LinkGonePage"/> and 410.
    /// </summary>
    public static RouteHandlerBuilder WithLink(this RouteHandlerBuilder builder) => builder
        .RequireRateLimiting(LinkRateLimitPolicy)
        .AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });

    private static async Task<IResult?> RefuseAnonymousAsync(HttpContext http, ShowFormAgain again)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!IsOwn(http))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        return http.RequestServices.GetRequiredService<AnonymousForm>().IsGood(http.Request.Path, fields[AnonymousForm.Field])
            ? null
            : again(http, fields, Protection.Text.FormTooOld);
    }

    private static async Task<IResult?> RefuseSignedInAsync(HttpContext http)
    {
        if (!IsOwn(http))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        // The antiforgery middleware has looked already and left its finding; without it the look is taken here.
        var valid = http.Features.Get<IAntiforgeryValidationFeature>()?.IsValid ?? await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        return valid ? null : Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    /// <summary>Whether one of our own pages sent the request.</summary>
    internal static bool IsOwn(HttpContext http) => SameSite.IsOwn(http.Request, http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl);

    private sealed class RequireToken : IAntiforgeryMetadata
    {
        public static readonly RequireToken Instance = new();

        public bool RequiresValidation => true;
    }
}
