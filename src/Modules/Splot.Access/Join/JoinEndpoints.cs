using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Splot.Access.Model;
using Splot.Access.SignIn;
using Splot.Access.Signing;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.Join;

/// <summary>/{lang}/join/{token}: the link of an invitation; password, then app, then recovery codes.</summary>
internal static class JoinEndpoints
{
    public const string Path = "/join";
    private const string Step = "join";

    public static void MapJoin(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path + "/{token}", GetAsync).WithLink().For(Acts.SignIn);
        pages.MapPost(Path + "/{token}", PostAsync).WithAnonymousForm(ShowAgain, FormEndpoints.SignInRateLimitPolicy).For(Acts.SignIn);
    }

    private static async Task<IResult> GetAsync(string token, HttpContext http, JoinHandler handler, CancellationToken cancellation) =>
        await handler.FindAsync(token, cancellation) is { } account ? PasswordPage(http, new PostedForm(), account) : Gone(http);

    private static async Task<IResult> PostAsync(string token, HttpContext http, IFormCollection fields, JoinHandler handler, AppSecrets secrets, SignOutHandler former, CancellationToken cancellation)
    {
        if (await handler.FindAsync(token, cancellation) is not { } account)
        {
            return Gone(http);
        }

        var form = new PostedForm(fields);
        var state = fields["state"].ToString();
        if (state.Length == 0)
        {
            return await PasswordAsync(token, fields["password"].ToString(), account, form, http, handler, secrets, cancellation);
        }

        if (secrets.Passed(Step, state)?.Split('\n') is not [var secret, var hash])
        {
            form.Reject("password", Text.TookTooLong);
            return PasswordPage(http, form, account);
        }

        switch (await handler.FinishAsync(token, secret, hash, form.RequiredText("code", Text.CodeMissing, 10), http.Request.Headers.UserAgent, cancellation))
        {
            case JoinOutcome.Joined joined:
                await former.ReplaceAsync(http, joined.SessionSecret, cancellation);
                http.Response.Headers.CacheControl = "no-store";
                return Html.Page<RecoveryCodesPage>(http, new { Codes = joined.RecoveryCodes });
            case JoinOutcome.WrongCode:
                form.Reject("code", Text.CodeWrong);
                return AppPage(http, form, account, secret, state, StatusCodes.Status422UnprocessableEntity);
            default:
                return Gone(http);
        }
    }

    private static async Task<IResult> PasswordAsync(string token, string password, Account account, PostedForm form, HttpContext http, JoinHandler handler, AppSecrets secrets, CancellationToken cancellation)
    {
        switch (await handler.ChoosePasswordAsync(token, password, cancellation))
        {
            case JoinOutcome.AppNext next:
                return AppPage(http, new PostedForm(), account, next.Secret, secrets.Pass(Step, next.Secret + "\n" + next.PasswordHash), StatusCodes.Status200OK);
            case JoinOutcome.Unfit unfit:
                form.Reject("password", PasswordWords.Of(unfit.Problem));
                return PasswordPage(http, form, account);
            default:
                return Gone(http);
        }
    }

    private static IResult ShowAgain(HttpContext http, IFormCollection fields, string sentence) =>
        TypedResults.LocalRedirect(http.Request.Path); // what was typed here is secret and is not kept; the link still is good

    private static IResult Gone(HttpContext http) => Html.Page<LinkGonePage>(http, null, StatusCodes.Status410Gone);

    private static IResult PasswordPage(HttpContext http, PostedForm form, Account account) => Html.Page<JoinPage>(
        http,
        new { Form = form, account.Name, account.Email, Token = http.RequestServices.GetRequiredService<AnonymousForm>().Token(http) },
        form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult AppPage(HttpContext http, PostedForm form, Account account, string secret, string state, int status)
    {
        var setup = AppSetup.Of(secret, http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Name, account.Email);
        return Html.Page<AppPage>(http, new { Form = form, Setup = setup, State = state, Token = http.RequestServices.GetRequiredService<AnonymousForm>().Token(http) }, status);
    }
}
