using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Splot.Access.Join;
using Splot.Access.Signing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.Password;

/// <summary>/{lang}/desk/password: one's own password, app and recovery codes. Whoever changes them proves first who they are.</summary>
internal static class KeepPasswordEndpoints
{
    public const string Path = "/desk/password";
    public const string CodesPath = Path + "/codes";
    public const string AppPath = Path + "/app";
    private const string Step = "renew-app";

    public static void MapKeepPassword(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (string? done, HttpContext http, KeepPasswordHandler handler, CancellationToken cancellation) => PageAsync(http, new PostedForm(), done, handler, cancellation)).For(Acts.KeepSignIn);
        pages.MapPost(Path, PostAsync).WithSignedInForm().RequireRateLimiting(FormEndpoints.SignInRateLimitPolicy).For(Acts.KeepSignIn);
        pages.MapPost(CodesPath, PostCodesAsync).WithSignedInForm().For(Acts.KeepSignIn);
        pages.MapGet(AppPath, GetAppAsync).For(Acts.KeepSignIn);
        pages.MapPost(AppPath, PostAppAsync).WithSignedInForm().For(Acts.KeepSignIn);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, KeepPasswordHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var (present, wanted) = (fields["present"].ToString(), fields["password"].ToString());
        if (present.Length is 0 or > Passwords.LongestAllowed)
        {
            form.Reject("present", Text.PresentMissing);
            return await PageAsync(http, form, null, handler, cancellation);
        }

        switch (await handler.ChangeAsync(present, wanted, cancellation))
        {
            case ChangePasswordOutcome.Changed:
                return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + "?done=password");
            case ChangePasswordOutcome.Wrong:
                form.Reject("present", Text.PresentWrong);
                return await PageAsync(http, form, null, handler, cancellation);
            case ChangePasswordOutcome.Unfit unfit:
                form.Reject("password", PasswordWords.Of(unfit.Problem));
                return await PageAsync(http, form, null, handler, cancellation);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> PostCodesAsync(HttpContext http, KeepPasswordHandler handler, CancellationToken cancellation) =>
        Html.Page<NewCodesPage>(http, new { Codes = await handler.RenewCodesAsync(cancellation) });

    private static Task<IResult> GetAppAsync(HttpContext http, KeepPasswordHandler handler, AppSecrets secrets, CancellationToken cancellation)
    {
        var secret = Totp.NewSecret();
        return AppPageAsync(http, new PostedForm(), secret, secrets.Pass(Step, secret), handler, cancellation);
    }

    private static async Task<IResult> PostAppAsync(HttpContext http, IFormCollection fields, KeepPasswordHandler handler, AppSecrets secrets, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var state = fields["state"].ToString();
        if (secrets.Passed(Step, state) is not { } secret)
        {
            return TypedResults.LocalRedirect("/" + Languages.Current.Code() + AppPath); // it took more than ten minutes: a fresh picture
        }

        var code = form.RequiredText("code", Text.CodeMissing, 10);
        if (form.IsValid && !await handler.RenewAppAsync(secret, code, cancellation))
        {
            form.Reject("code", Text.CodeWrong);
        }

        return form.IsValid ? TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + "?done=app") : await AppPageAsync(http, form, secret, state, handler, cancellation);
    }

    private static async Task<IResult> PageAsync(HttpContext http, PostedForm form, string? done, KeepPasswordHandler handler, CancellationToken cancellation) => Html.Page<PasswordPage>(
        http,
        new { Form = form, (await handler.FindAsync(cancellation)).Email, Done = done switch { "password" => Text.PasswordDone, "app" => Text.AppDone, _ => null } },
        form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> AppPageAsync(HttpContext http, PostedForm form, string secret, string state, KeepPasswordHandler handler, CancellationToken cancellation)
    {
        var site = http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Name;
        return Html.Page<NewAppPage>(
            http,
            new { Form = form, Setup = AppSetup.Of(secret, site, (await handler.FindAsync(cancellation)).Email), State = state },
            form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
