using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Signing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.SignIn;

/// <summary>/{lang}/sign-in and /{lang}/sign-in/code: two steps, and a way out.</summary>
internal static class SignInEndpoints
{
    public const string Path = AccessGate.SignInPath;
    public const string CodePath = Path + "/code";
    public const string OutPath = "/desk/sign-out";
    private const string Step = "sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (string? to, HttpContext http) => PasswordPage(http, new PostedForm(), OwnAddress.Of(to))).For(Acts.SignIn);
        pages.MapPost(Path, PostPasswordAsync).WithAnonymousForm(ShowAgain, FormEndpoints.SignInRateLimitPolicy).For(Acts.SignIn);
        pages.MapPost(CodePath, PostCodeAsync).WithAnonymousForm(ShowAgain, FormEndpoints.SignInRateLimitPolicy).For(Acts.SignIn);
        pages.MapPost(OutPath, PostOutAsync).WithSignedInForm().For(Acts.UseDesk);
    }

    private static async Task<IResult> PostPasswordAsync(HttpContext http, IFormCollection fields, SignInHandler handler, AppSecrets secrets, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var to = To(form);
        var email = form.RequiredText("email", Text.EmailMissing, 254);
        var password = fields["password"].ToString();
        if (password.Length is 0 or > Passwords.LongestAllowed)
        {
            form.Reject("password", Text.PasswordMissing);
        }

        if (!form.IsValid)
        {
            return PasswordPage(http, form, to);
        }

        switch (await handler.CheckPasswordAsync(email, password, cancellation))
        {
            case SignInOutcome.CodeWanted wanted:
                return CodePage(http, new PostedForm(), to, secrets.Pass(Step, wanted.Account), StatusCodes.Status200OK);
            case SignInOutcome.Refused:
                form.Reject("email", Text.Refused);
                return PasswordPage(http, form, to);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> PostCodeAsync(HttpContext http, IFormCollection fields, SignInHandler handler, SignOutHandler former, AppSecrets secrets, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var to = To(form);
        var code = form.RequiredText("code", Text.CodeMissing, RecoveryCodes.LongestTyped);
        var state = fields["state"].ToString();
        if (secrets.Passed(Step, state) is not { } account)
        {
            form.Reject("email", Text.TookTooLong);
            return PasswordPage(http, form, to);
        }

        if (!form.IsValid)
        {
            return CodePage(http, form, to, state, StatusCodes.Status422UnprocessableEntity);
        }

        switch (await handler.CheckCodeAsync(account, code, http.Request.Headers.UserAgent, cancellation))
        {
            case SignInOutcome.SignedIn signedIn:
                await former.ReplaceAsync(http, signedIn.Secret, cancellation);
                return TypedResults.LocalRedirect(to ?? Home);
            case SignInOutcome.Refused:
                form.Reject("code", Text.CodeRefused);
                return CodePage(http, form, to, state, StatusCodes.Status422UnprocessableEntity);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> PostOutAsync(HttpContext http, SignOutHandler handler, Sessions sessions, CancellationToken cancellation)
    {
        await handler.HandleAsync(cancellation);
        sessions.Take(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\""; // nothing of the desk stays with the browser
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + "/");
    }

    internal static string Home => "/" + Languages.Current.Code() + "/desk";

    /// <summary>Where to go on to, as the form says.</summary>
    internal static string? To(PostedForm form) => OwnAddress.Of(form.Text("to", OwnAddress.Longest));

    /// <summary>The first page again, from whichever step.</summary>
    internal static IResult ShowAgain(HttpContext http, IFormCollection fields, string sentence)
    {
        var form = new PostedForm(fields);
        form.Reject("", sentence);
        return PasswordPage(http, form, To(form));
    }

    internal static IResult PasswordPage(HttpContext http, PostedForm form, string? to)
    {
        var tokens = http.RequestServices.GetRequiredService<AnonymousForm>();
        return Html.Page<SignInPage>(
            http,
            new { Form = form, To = to, Token = tokens.Token(http, "/" + Languages.Current.Code() + Path), PasskeyToken = tokens.Token(http, "/" + Languages.Current.Code() + PasskeySignInEndpoints.Path) },
            form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult CodePage(HttpContext http, PostedForm form, string? to, string state, int status)
    {
        var token = http.RequestServices.GetRequiredService<AnonymousForm>().Token(http, "/" + Languages.Current.Code() + CodePath);
        return Html.Page<CodePage>(http, new { Form = form, To = to, State = state, Token = token }, status);
    }
}
