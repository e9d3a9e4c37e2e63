using Microsoft.AspNetCore.Http;
using Splot.Kernel;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.Asking;

/// <summary>What came of a change, translated for the browser.</summary>
internal static class Answers
{
    /// <summary>On to the person's page, which says what was done.</summary>
    public static IResult To(string person, string done) => TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeePersonEndpoints.Of(person, "?done=" + done));

    /// <summary>422 where something is wrong.</summary>
    public static int Status(PostedForm form) => form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
