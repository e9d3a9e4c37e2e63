using System.Globalization;
using Microsoft.AspNetCore.Http;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Ui;

namespace Splot.Portal.Searching;

/// <summary>Turns what came of a search into an answer, the same on all pages and on the whole API.</summary>
internal static class Answers
{
    private const int RetryAfterSeconds = 5;

    /// <summary>The page for a result, or the page that says why there is none.</summary>
    public static IResult Page(this SearchAnswer answer, HttpContext http, Func<SearchResult, IResult> page) => answer switch
    {
        SearchAnswer.Given given => page(given.Result),
        SearchAnswer.Refused refused => Refusal(http, refused.Reason),
        _ => NotReady(http),
    };

    /// <summary>The page that says that the index is being built.</summary>
    public static IResult NotReady(HttpContext http) => Html.Page<ErrorPage>(Later(http), new { Status = StatusCodes.Status503ServiceUnavailable }, StatusCodes.Status503ServiceUnavailable);

    /// <summary>The page that says that an address has nothing.</summary>
    public static IResult NotFound(HttpContext http) => Html.Page<ErrorPage>(http, new { Status = StatusCodes.Status404NotFound }, StatusCodes.Status404NotFound);

    /// <summary>The JSON for a result, or the problem.</summary>
    public static IResult Json(this SearchAnswer answer, HttpContext http, Language? language, Func<SearchResult, IResult> json)
    {
        switch (answer)
        {
            case SearchAnswer.Given given:
                return json(given.Result);
            case SearchAnswer.Refused refused:
                return Problems.BadParameters([refused.Reason], language);
            default:
                Later(http);
                return Problems.NotReady(language);
        }
    }

    /// <summary>The page that says what is wrong with a parameter.</summary>
    public static IResult Refusal(HttpContext http, Refusal reason) =>
        Html.Page<ErrorPage>(http, new { Status = StatusCodes.Status400BadRequest, Reason = RefusalTexts.SayOnPage(reason) }, StatusCodes.Status400BadRequest);

    private static HttpContext Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        return http;
    }
}
