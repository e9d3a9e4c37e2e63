using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.Passkeys;
using Splot.Access.SignIn;
using Splot.Access.Signing;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.Prove;

/// <summary>/{lang}/desk/prove: a passkey or a fresh code before a sensitive act.</summary>
internal static class ProveEndpoints
{
    public const string PasskeyPath = AccessGate.ProvePath + "/passkey";

    public static void MapProve(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccessGate.ProvePath, GetAsync).For(Acts.UseDesk);
        pages.MapPost(AccessGate.ProvePath, PostAsync).WithSignedInForm().RequireRateLimiting(FormEndpoints.SignInRateLimitPolicy).For(Acts.UseDesk);
        pages.MapGet(PasskeyPath, AskAsync).For(Acts.UseDesk);
        pages.MapPost(PasskeyPath, PostPasskeyAsync).WithSignedInForm().RequireRateLimiting(FormEndpoints.SignInRateLimitPolicy).For(Acts.UseDesk);
    }

    private static Task<IResult> GetAsync(string? to, HttpContext http, ProvePasskeyHandler passkeys, CancellationToken cancellation) =>
        PageAsync(http, new PostedForm(), OwnAddress.Of(to), passkeys, cancellation);

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, ProveHandler handler, ProvePasskeyHandler passkeys, Sessions sessions, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var to = SignInEndpoints.To(form);
        var code = form.RequiredText("code", Text.CodeMissing, RecoveryCodes.LongestTyped);
        if (form.IsValid && await handler.HandleAsync(code, cancellation) is { } secret)
        {
            return Proved(http, sessions, secret, to);
        }

        form.Reject("code", Text.CodeRefused);
        return await PageAsync(http, form, to, passkeys, cancellation);
    }

    private static async Task<IResult> AskAsync(HttpContext http, ProvePasskeyHandler passkeys, CancellationToken cancellation) =>
        PasskeyAnswers.Question(http, await passkeys.AskAsync(http, cancellation));

    private static async Task<IResult> PostPasskeyAsync(HttpContext http, IFormCollection fields, ProvePasskeyHandler passkeys, Sessions sessions, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var to = SignInEndpoints.To(form);
        var (state, credential) = PasskeyAnswers.Read(fields);
        if (await passkeys.HandleAsync(state, credential, http, cancellation) is { } secret)
        {
            return Proved(http, sessions, secret, to);
        }

        form.Reject("", Text.PasskeyRefused);
        return await PageAsync(http, form, to, passkeys, cancellation);
    }

    private static IResult Proved(HttpContext http, Sessions sessions, string secret, string? to)
    {
        sessions.Give(http, secret);
        return TypedResults.LocalRedirect(to ?? SignInEndpoints.Home);
    }

    private static async Task<IResult> PageAsync(HttpContext http, PostedForm form, string? to, ProvePasskeyHandler passkeys, CancellationToken cancellation) => Html.Page<ProvePage>(
        http,
        new { Form = form, To = to, HasPasskey = await passkeys.HasAnyAsync(cancellation) },
        form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
