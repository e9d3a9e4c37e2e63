using Microsoft.AspNetCore.Http;
using Splot.Kernel;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.Words;

namespace Splot.Portal.Api;

/// <summary>Refusals of the API as problem details (RFC 9457) with a stable <c>code</c>.</summary>
internal static class Problems
{
    public static IResult BadParameters(IReadOnlyList<Refusal> refusals, Language? language)
    {
        Speak(language);
        var first = refusals[0];
        var errors = refusals.Select(r => new { parameter = r.Parameter, code = Code(r.Reason), detail = RefusalTexts.Say(r) }).ToList();
        return Problem(
            StatusCodes.Status400BadRequest,
            first.Reason == RefusalReason.UnknownParameter ? "parameter-unknown" : "parameter-invalid",
            Text.BadRequest,
            RefusalTexts.Say(first),
            ("parameter", first.Parameter),
            ("errors", errors));
    }

    public static IResult NoProject(Language? language)
    {
        Speak(language);
        return Problem(StatusCodes.Status404NotFound, "project-unknown", Text.NoProject, Text.NoProjectDetail);
    }

    public static IResult Withdrawn(ProjectLookup.Withdrawn withdrawn, Language? language)
    {
        Speak(language);
        var reason = WithdrawnWords.Of(withdrawn.Reason);
        return Problem(
            StatusCodes.Status410Gone,
            "project-withdrawn",
            Text.ProjectWithdrawn,
            reason ?? Text.WithdrawnWithoutReason,
            ("reason", reason),
            ("withdrawnAt", withdrawn.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
    }

    public static IResult NoBeneficiary(Language? language)
    {
        Speak(language);
        return Problem(StatusCodes.Status404NotFound, "beneficiary-unknown", Text.NoBeneficiary, Text.NoBeneficiaryDetail);
    }

    public static IResult TooManyRows(Language? language)
    {
        Speak(language);
        return Problem(StatusCodes.Status400BadRequest, "too-many-rows", Text.TooManyRows, Text.TooManyRowsDetail);
    }

    public static IResult NoFile(Language? language)
    {
        Speak(language);
        return Problem(StatusCodes.Status404NotFound, "file-unknown", Text.NoFile, Text.NoFileDetail);
    }

    public static IResult NotReady(Language? language)
    {
        Speak(language);
        return Problem(StatusCodes.Status503ServiceUnavailable, "not-ready", Text.NotReady, Text.NotReadyDetail);
    }

    public static IResult NoAddress()
    {
        Speak(null);
        return Problem(StatusCodes.Status404NotFound, "address-unknown", Text.NoAddress, Text.NoAddressDetail);
    }

    private static void Speak(Language? language) => (language ?? Language.English).MakeCurrent();

    // NotAnAmount becomes not-an-amount.
    private static string Code(RefusalReason reason) =>
        string.Concat(reason.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static IResult Problem(int status, string code, string title, string detail, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        foreach (var (name, value) in more)
        {
            if (value is not null)
            {
                extensions[name] = value;
            }
        }

        return TypedResults.Problem(detail, instance: null, status, title, type: "about:blank", extensions);
    }
}
