using Microsoft.AspNetCore.Http;
using Splot.Kernel;
using Splot.Persons.SeePerson;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.Asking;

/// <summary>What came of a change, translated for the browser.</summary>
internal static class Answers
{
    /// <summary>On to the person's page, which says what was done.</summary>
    public static IResult To(string person, string done) => TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeePersonEndpoints.Of(person, "?done=" + done));

    /// <summary>The answer to a change; null where the form is to be shown again, which then says why.</summary>
    public static IResult? Of(ChangeOutcome outcome, string person, string done, PostedForm form)
    {
        switch (outcome)
        {
            case ChangeOutcome.Changed:
                return To(person, done);
            case ChangeOutcome.Unknown:
                return Results.NotFound();
            case ChangeOutcome.VersionSuperseded:
                form.Reject("", Text.Superseded);
                return null;
            case ChangeOutcome.StandsUnder:
                form.Reject("", Text.StandsUnder);
                return null;
            default:
                form.Reject("surnames", Text.NobodyLeft);
                return null;
        }
    }

    /// <summary>422 where something is wrong.</summary>
    public static int Status(PostedForm form) => form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
