using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Web.Hosting;

/// <summary>
/// Gives every error that left no answer of its own a plain page in the reader's language, or problem details (RFC 9457) on the API.
/// A failure of the program is logged under a reference number that the answer names.
/// </summary>
internal sealed class ErrorAnswers(ILogger<ErrorAnswers> log)
{
    // Letters and digits that nobody mixes up when reading them out.
    private const string ReferenceLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const string Desk = "/desk";

    public async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        string? reference = null;
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return; // the reader left
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = bad.StatusCode;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            reference = RandomNumberGenerator.GetString(ReferenceLetters, 8);
            log.LogError(failure, "Failure {Reference} at {Method} {Route}", reference, http.Request.Method, RequestLog.Route(http));
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (http.Response.StatusCode >= 400 && !http.Response.HasStarted && http.Response is { ContentLength: null, ContentType: null })
        {
            await AnswerAsync(http, http.Response.StatusCode, reference);
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, string? reference)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (SecurityHeaders.IsOpenData(http.Request.Path))
        {
            return ProblemAsync(http, status, reference);
        }

        var caller = http.RequestServices.GetService<ICaller>();
        var asked = caller is not null && IsNotTheirs(http, caller);

        // Who sits at the desk stays at it. A failure is told on a page that needs nothing: what failed may be what the desk is made of.
        return caller is { Account: not null } && status < StatusCodes.Status500InternalServerError && IsDesk(http)
            ? Html.Page<DeskErrorPage>(http, new { Status = status, Asked = asked }, status).ExecuteAsync(http)
            : Html.Page<ErrorPage>(http, new { Status = status, Number = reference, Asked = asked, Proves = caller?.Account is not null }, status).ExecuteAsync(http);
    }

    /// <summary>Whether what was asked for is not open to whoever asks, rather than sent from a page that is not ours.</summary>
    private static bool IsNotTheirs(HttpContext http, ICaller caller) =>
        caller.Account is not null && http.GetEndpoint()?.Metadata.GetMetadata<AccessNeed>() is { Act: var act } && !caller.May(act);

    private static bool IsDesk(HttpContext http) => PageView.From(http).Path is var path && (path == Desk || path.StartsWith(Desk + "/", StringComparison.OrdinalIgnoreCase));

    private static Task ProblemAsync(HttpContext http, int status, string? reference)
    {
        var problem = new ProblemDetails { Status = status, Extensions = { ["code"] = Code(status) } };
        if (reference is not null)
        {
            problem.Extensions["reference"] = reference;
        }

        return TypedResults.Problem(problem).ExecuteAsync(http);
    }

    private static string Code(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "bad-request",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status410Gone => "gone",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        StatusCodes.Status429TooManyRequests => "too-many-requests",
        >= 500 => "failure",
        _ => "refused",
    };
}
