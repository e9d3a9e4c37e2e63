using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Portal.ReportError;

/// <summary>
/// /{lang}/report: what a reader found wrong. A process that serves the portal only opens no store that it could write to; there the page
/// names whom to write to, and takes nothing.
/// </summary>
internal static class ReportErrorEndpoints
{
    /// <summary>The form's address without its language.</summary>
    public const string Path = "/report";

    private const string Sent = Path + "/sent";
    private const int LongestAbout = 300;
    private const int LongestText = 4000;
    private const string HourInSeconds = "3600";

    public static void MapReportError(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (string? about, HttpContext http, SplotOptions options) => options.Serve == ServedPart.All
            ? Page(http, new PostedForm(), Known(about), StatusCodes.Status200OK)
            : Html.Page<ReportElsewherePage>(http, new { options.Operator }));
        pages.MapGet(Sent, (HttpContext http) => Html.Page<ReportSentPage>(http));
        if (pages.ServiceProvider.GetRequiredService<SplotOptions>().Serve == ServedPart.All)
        {
            pages.MapPost(Path, PostAsync).WithAnonymousForm(ShowAgain);
        }
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, ReportErrorHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var report = new ErrorReport(
            form.RequiredChoice("kind", ReportKind.All, Text.KindMissing),
            Known(form.Text("about", LongestAbout)),
            form.RequiredLines("text", Text.TextMissing, LongestText),
            Languages.Current);
        if (!form.IsValid)
        {
            return Page(http, form, report.About, StatusCodes.Status422UnprocessableEntity);
        }

        switch (await handler.HandleAsync(report, cancellation))
        {
            case ReportErrorOutcome.Taken:
                return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Sent);
            case ReportErrorOutcome.TooMany:
                form.Reject("", Text.TooMany);
                http.Response.Headers.RetryAfter = HourInSeconds;
                return Page(http, form, report.About, StatusCodes.Status429TooManyRequests);
            default:
                throw new UnreachableException();
        }
    }

    private static IResult ShowAgain(HttpContext http, IFormCollection fields, string sentence)
    {
        var form = new PostedForm(fields);
        form.Reject("", sentence);
        return Page(http, form, Known(form.Text("about", LongestAbout)), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Page(HttpContext http, PostedForm form, string? about, int status)
    {
        var token = http.RequestServices.GetRequiredService<AnonymousForm>().Token(http);
        return Html.Page<ReportErrorPage>(http, new { Form = form, About = about, Token = token }, status);
    }

    /// <summary>An address of this site, without its language; anything else is left out, since it comes from a link that anybody can make.</summary>
    private static string? Known(string? about) =>
        about is { Length: > 0 and <= LongestAbout } && about[0] == '/' && !about.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '\\' or '?' or '#') && !about.StartsWith("//", StringComparison.Ordinal)
            ? about
            : null;
}
