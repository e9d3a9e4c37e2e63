using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.KeepAccount;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.Substitutions;

/// <summary>/{lang}/desk/substitutions: who acts for oneself, and for whom one acts.</summary>
internal static class SubstitutionsEndpoints
{
    public const string Path = "/desk/substitutions";

    public static void MapSubstitutions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (string? done, HttpContext http, StandIns standIns, ICaller caller, CancellationToken cancellation) => PageAsync(http, new PostedForm(), done, standIns, caller, cancellation)).For(Acts.NameStandIn);
        pages.MapPost(Path, PostAsync).WithSignedInForm().For(Acts.NameStandIn);
        pages.MapPost(Path + "/end", EndAsync).WithSignedInForm().For(Acts.UseDesk); // giving rights back needs no proof
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, StandIns standIns, ICaller caller, TimeProvider clock, CancellationToken cancellation)
    {
        var (form, account) = (new PostedForm(fields), caller.Account!.Id);
        var standIn = form.RequiredChoice(SubstitutionFields.Who, (await standIns.ColleaguesAsync(account, cancellation)).Select(c => c.Value!), Text.WhoMissing);
        var what = SubstitutionFields.Read(form, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (form.IsValid)
        {
            switch (await standIns.NameOwnAsync(standIn, what, cancellation))
            {
                case KeepOutcome.Done:
                    return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + "?done=named");
                case KeepOutcome.Held:
                    form.Reject(SubstitutionFields.Who, Text.Overlaps);
                    break;
                default:
                    form.Reject(SubstitutionFields.Who, Text.WhoGone);
                    break;
            }
        }

        return await PageAsync(http, form, null, standIns, caller, cancellation);
    }

    private static async Task<IResult> EndAsync(IFormCollection fields, StandIns standIns, CancellationToken cancellation) =>
        await standIns.EndOwnAsync(new PostedForm(fields)["stand-in"].Value ?? "", cancellation) == KeepOutcome.Done ? TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + "?done=ended") : TypedResults.NotFound();

    private static async Task<IResult> PageAsync(HttpContext http, PostedForm form, string? done, StandIns standIns, ICaller caller, CancellationToken cancellation) => Html.Page<SubstitutionsPage>(
        http,
        new
        {
            Form = form,
            Own = await standIns.OwnAsync(cancellation),
            Colleagues = await standIns.ColleaguesAsync(caller.Account!.Id, cancellation),
            Done = done switch { "named" => Text.Named, "ended" => Text.EndedDone, _ => null },
        },
        form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
