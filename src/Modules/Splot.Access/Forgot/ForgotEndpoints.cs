using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Join;
using Splot.Access.Model;
using Splot.Access.SignIn;
using Splot.Access.Signing;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.Forgot;

/// <summary>/{lang}/sign-in/forgot asks for a letter; /{lang}/sign-in/reset/{token}, the link in it, takes the new password.</summary>
internal static class ForgotEndpoints
{
    public const string Path = SignInEndpoints.Path + "/forgot";
    public const string ResetPath = SignInEndpoints.Path + "/reset";

    public static void MapForgot(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (HttpContext http) => AskPage(http, new PostedForm())).For(Acts.SignIn);
        pages.MapPost(Path, PostAsync).WithAnonymousForm(AskAgain).For(Acts.SignIn);
        pages.MapGet(ResetPath + "/{token}", GetResetAsync).WithLink().For(Acts.SignIn);
        pages.MapPost(ResetPath + "/{token}", PostResetAsync).WithAnonymousForm(ResetAgain, FormEndpoints.LinkRateLimitPolicy).For(Acts.SignIn);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, ForgotHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var email = form.RequiredText("email", Text.EmailMissing, 254);
        if (!form.IsValid)
        {
            return AskPage(http, form);
        }

        await handler.HandleAsync(email, cancellation);
        return Html.Page<ForgotSentPage>(http);
    }

    private static async Task<IResult> GetResetAsync(string token, HttpContext http, ResetHandler handler, CancellationToken cancellation) =>
        await handler.FindAsync(token, cancellation) is { } account ? ResetPage(http, new PostedForm(), account) : Gone(http);

    private static async Task<IResult> PostResetAsync(string token, HttpContext http, IFormCollection fields, ResetHandler handler, CancellationToken cancellation)
    {
        if (await handler.FindAsync(token, cancellation) is not { } account)
        {
            return Gone(http);
        }

        var form = new PostedForm(fields);
        var code = form.RequiredText("code", Text.CodeMissing, RecoveryCodes.LongestTyped);
        if (!form.IsValid)
        {
            return ResetPage(http, form, account);
        }

        switch (await handler.HandleAsync(token, fields["password"].ToString(), code, cancellation))
        {
            case ResetOutcome.Done:
                return Html.Page<ResetDonePage>(http);
            case ResetOutcome.NoLink:
                return Gone(http);
            case ResetOutcome.Unfit unfit:
                form.Reject("password", PasswordWords.Of(unfit.Problem));
                return ResetPage(http, form, account);
            case ResetOutcome.WrongCode:
                form.Reject("code", Text.CodeRefused);
                return ResetPage(http, form, account);
            default:
                throw new UnreachableException();
        }
    }

    private static IResult AskAgain(HttpContext http, IFormCollection fields, string sentence)
    {
        var form = new PostedForm(fields);
        form.Reject("", sentence);
        return AskPage(http, form);
    }

    private static IResult ResetAgain(HttpContext http, IFormCollection fields, string sentence) =>
        TypedResults.LocalRedirect(http.Request.Path); // what was typed here is secret and is not kept; the link still is good

    private static IResult Gone(HttpContext http) => Html.Page<LinkGonePage>(http, null, StatusCodes.Status410Gone);

    private static IResult AskPage(HttpContext http, PostedForm form) =>
        Html.Page<ForgotPage>(http, new { Form = form, Token = http.RequestServices.GetRequiredService<AnonymousForm>().Token(http) }, Status(form));

    private static IResult ResetPage(HttpContext http, PostedForm form, Account account) =>
        Html.Page<ResetPage>(http, new { Form = form, account.Email, Token = http.RequestServices.GetRequiredService<AnonymousForm>().Token(http) }, Status(form));

    private static int Status(PostedForm form) => form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
