using System.Globalization;
using Microsoft.AspNetCore.Http;
using Splot.Access.Organisations;
using Splot.Access.SeeOrganisations;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.KeepOrganisations;

/// <summary>What came of a form about an organisation, as an answer.</summary>
internal static class KeepAnswers
{
    /// <summary>The answer; null where the form is to be shown again with what is wrong.</summary>
    public static IResult? Of(PostedForm form, KeepOutcome outcome, string done)
    {
        switch (outcome)
        {
            case KeepOutcome.Done kept:
                return TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeeOrganisationsEndpoints.Path + "/" + kept.Id + "?done=" + done);
            case KeepOutcome.NotThere:
                return TypedResults.NotFound();
            case KeepOutcome.Superseded:
                form.Reject("", Text.Superseded);
                return null;
            case KeepOutcome.Refused refused:
                foreach (var finding in refused.Findings.Where(f => f.IsError))
                {
                    form.Reject(finding.Field, FindingWords.Of(finding));
                }

                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The version that the form was filled in for.</summary>
    public static long VersionOf(IFormCollection fields) => long.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>200, or 422 for a form that is shown again.</summary>
    public static int Status(PostedForm form) => form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
