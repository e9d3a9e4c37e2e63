using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.SignIn;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.Prove;

/// <summary>/{lang}/desk/prove: a fresh code before a sensitive act.</summary>
internal static class ProveEndpoints
{
    public static void MapProve(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccessGate.ProvePath, (string? to, HttpContext http) => Page(http, new PostedForm(), SignInEndpoints.Own(to))).For(Acts.UseDesk);
        pages.MapPost(AccessGate.ProvePath, PostAsync).WithSignedInForm().RequireRateLimiting(FormEndpoints.SignInRateLimitPolicy).For(Acts.UseDesk);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, ProveHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var to = SignInEndpoints.Own(form.Text("to", 2000));
        var code = form.RequiredText("code", Text.CodeMissing, 40);
        if (form.IsValid && !await handler.HandleAsync(code, cancellation))
        {
            form.Reject("code", Text.CodeRefused);
        }

        return form.IsValid ? TypedResults.LocalRedirect(to ?? "/" + Languages.Current.Code() + "/desk") : Page(http, form, to);
    }

    private static IResult Page(HttpContext http, PostedForm form, string? to) =>
        Html.Page<ProvePage>(http, new { Form = form, To = to }, form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
