using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.Passkeys;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.SignIn;

/// <summary>/{lang}/sign-in/passkey: the question, and the answer to it.</summary>
internal static class PasskeySignInEndpoints
{
    public const string Path = SignInEndpoints.Path + "/passkey";

    public static void MapPasskeySignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, AskAsync).For(Acts.SignIn);
        pages.MapPost(Path, PostAsync).WithAnonymousForm(SignInEndpoints.ShowAgain, FormEndpoints.SignInRateLimitPolicy).For(Acts.SignIn);
    }

    private static async Task<IResult> AskAsync(HttpContext http, PasskeySignInHandler handler, CancellationToken cancellation) =>
        PasskeyAnswers.Question(http, await handler.AskAsync(http, cancellation));

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, PasskeySignInHandler handler, SignOutHandler former, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var to = SignInEndpoints.To(form);
        var (state, credential) = PasskeyAnswers.Read(fields);
        switch (await handler.HandleAsync(state, credential, http, cancellation))
        {
            case SignInOutcome.SignedIn signedIn:
                await former.ReplaceAsync(http, signedIn.Secret, cancellation);
                return TypedResults.LocalRedirect(to ?? SignInEndpoints.Home);
            case SignInOutcome.Refused:
                form.Reject("", Text.PasskeyRefused);
                return SignInEndpoints.PasswordPage(http, form, to);
            default:
                throw new UnreachableException();
        }
    }
}
