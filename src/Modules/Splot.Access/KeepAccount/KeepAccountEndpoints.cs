using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.SeeAccounts;
using Splot.Access.Substitutions;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.KeepAccount;

/// <summary>/{lang}/desk/accounts/{id}: one account, its roles, and what can be done with it; and acts on several accounts of the list.</summary>
internal static class KeepAccountEndpoints
{
    private const string Path = SeeAccountsEndpoints.Path + "/{id}";
    private const int MostAtOnce = 200;

    public static void MapKeepAccount(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.SeeAccounts);
        pages.MapPost(Path + "/roles", GiveAsync).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/roles/end", (string id, IFormCollection fields, KeepAccountHandler handler, HttpContext http, CancellationToken cancellation) => DoneAsync(http, id, "role-ended", handler.EndAsync(id, new PostedForm(fields)["grant"].Value ?? "", cancellation))).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/stand-ins", NameStandInAsync).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/stand-ins/end", (string id, IFormCollection fields, KeepStandIns handler, HttpContext http, CancellationToken cancellation) => DoneAsync(http, id, "stand-in-ended", handler.EndAsync(id, new PostedForm(fields)["stand-in"].Value ?? "", cancellation))).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/close", (string id, KeepAccountHandler handler, HttpContext http, CancellationToken cancellation) => DoneAsync(http, id, "closed", handler.CloseAsync(id, cancellation))).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/open", (string id, KeepAccountHandler handler, HttpContext http, CancellationToken cancellation) => DoneAsync(http, id, "opened", handler.OpenAsync(id, cancellation))).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/sign-out-everywhere", (string id, KeepAccountHandler handler, HttpContext http, CancellationToken cancellation) => DoneAsync(http, id, "signed-out", handler.SignOutAsync(id, cancellation))).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/set-up-anew", SetUpAnewAsync).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(Path + "/invite", InviteAgainAsync).WithSignedInForm().For(Acts.KeepAccounts);
        pages.MapPost(SeeAccountsEndpoints.Path + "/acts", ActAsync).WithSignedInForm().For(Acts.KeepAccounts);
    }

    private static Task<IResult> GetAsync(string id, HttpContext http, CancellationToken cancellation) => PageAsync(http, id, new PostedForm(), cancellation);

    private static async Task<IResult> GiveAsync(string id, HttpContext http, IFormCollection fields, KeepAccountHandler handler, GrantPlaces places, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var role = form.RequiredChoice("role", Roles.All.Select(r => r.Code()), Text.RoleMissing);
        var place = form.RequiredChoice("place", (await places.ChoicesAsync(cancellation)).Select(c => c.Value!), Text.PlaceMissing);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var from = form.Date("from") ?? today;
        var to = form.Date("to");
        if (from < today || from > today.AddYears(5))
        {
            form.Reject("from", Text.FromPast);
        }

        if (to < from)
        {
            form.Reject("to", Text.ToBeforeFrom);
        }

        if (form.IsValid)
        {
            var (organisation, unit) = GrantPlaces.Parse(place);
            var outcome = await handler.GiveAsync(new GiveRole(id, Roles.Parse(role)!.Value, organisation, unit, from, to), cancellation);
            if (outcome is KeepOutcome.Done or KeepOutcome.Unknown)
            {
                return await DoneAsync(http, id, "role-given", Task.FromResult(outcome));
            }

            form.Reject("role", Words(outcome));
        }

        return await PageAsync(http, id, form, cancellation);
    }

    private static async Task<IResult> NameStandInAsync(string id, HttpContext http, IFormCollection fields, KeepStandIns handler, TimeProvider clock, CancellationToken cancellation)
    {
        var (form, who) = (new PostedForm(fields), await handler.ChoicesAsync(id, cancellation));
        var standIn = who.Problem == KeepOutcome.Done ? form.RequiredChoice(SubstitutionFields.Who, who.Choices.Select(c => c.Value!), Text.WhoMissing) : "";
        var what = SubstitutionFields.Read(form, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (form.IsValid)
        {
            var outcome = await handler.NameAsync(new NameStandIn(id, standIn, what), cancellation);
            if (outcome is KeepOutcome.Done or KeepOutcome.Unknown)
            {
                return await DoneAsync(http, id, "stand-in-named", Task.FromResult(outcome));
            }

            form.Reject(SubstitutionFields.Who, StandInWords(outcome));
        }

        return await PageAsync(http, id, form, cancellation);
    }

    private static async Task<IResult> InviteAgainAsync(string id, HttpContext http, SeeAccountHandler see, InviteAgain invite, CancellationToken cancellation) =>
        await see.HandleAsync(id, cancellation) is null ? TypedResults.NotFound() : await DoneAsync(http, id, "invited", invite.HandleAsync(id, cancellation));

    private static async Task<IResult> SetUpAnewAsync(string id, HttpContext http, IFormCollection fields, KeepAccountHandler handler, InviteAgain invite, CancellationToken cancellation)
    {
        if (fields["sure"] != "yes")
        {
            var form = new PostedForm(fields);
            form.Reject("sure", Text.SureMissing);
            return await PageAsync(http, id, form, cancellation);
        }

        var outcome = await handler.ResetSignInAsync(id, cancellation);
        return await DoneAsync(http, id, "set-up-anew", outcome == KeepOutcome.Done ? invite.HandleAsync(id, cancellation) : Task.FromResult(outcome));
    }

    /// <summary>Closes the ticked accounts: first who they are is shown, then, once that is confirmed, what became of each.</summary>
    private static async Task<IResult> ActAsync(HttpContext http, IFormCollection fields, KeepAccountHandler handler, SeeAccountHandler see, CancellationToken cancellation)
    {
        if (fields["act"] != "close" || fields["id"].Count > MostAtOnce)
        {
            return TypedResults.BadRequest();
        }

        var names = await see.NamesAsync(new PostedForm(fields)["id"].Values, cancellation);
        if (names.Count == 0)
        {
            return TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeeAccountsEndpoints.Path + "?done=none");
        }

        if (fields["sure"] != "yes")
        {
            return Html.Page<CloseAccountsPage>(http, new { Lines = (IReadOnlyList<CloseLine>)[.. names.Select(n => new CloseLine(n.Id, n.Name, null))] });
        }

        var lines = new List<CloseLine>();
        foreach (var (id, name) in names)
        {
            var outcome = await handler.CloseAsync(id, cancellation);
            lines.Add(new CloseLine(id, name, outcome switch { KeepOutcome.Done => Text.CloseDone, KeepOutcome.Unknown => Text.CloseUnknown, _ => Words(outcome) }));
        }

        return Html.Page<CloseAccountsPage>(http, new { Lines = (IReadOnlyList<CloseLine>)lines, Done = true });
    }

    private static async Task<IResult> DoneAsync(HttpContext http, string id, string done, Task<KeepOutcome> work)
    {
        var outcome = await work;
        if (outcome is KeepOutcome.Unknown)
        {
            return TypedResults.NotFound();
        }

        if (outcome is KeepOutcome.Done)
        {
            return TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeeAccountsEndpoints.Path + "/" + id + "?done=" + done);
        }

        var form = new PostedForm();
        form.Reject("", Words(outcome));
        return await PageAsync(http, id, form, http.RequestAborted);
    }

    private static async Task<IResult> PageAsync(HttpContext http, string id, PostedForm form, CancellationToken cancellation)
    {
        var (services, caller) = (http.RequestServices, http.RequestServices.GetRequiredService<ICaller>());
        if (await services.GetRequiredService<SeeAccountHandler>().HandleAsync(id, cancellation) is not { } account)
        {
            return TypedResults.NotFound();
        }

        var keeps = caller.May(Acts.KeepAccounts) && account.Id != caller.Account!.Id;
        var standIns = keeps && account.ClosedAt is null ? await services.GetRequiredService<KeepStandIns>().ChoicesAsync(id, cancellation) : StandInChoices.None;
        return Html.Page<AccountPage>(
            http,
            new
            {
                Account = account,
                Form = form,
                Keeps = keeps,
                Givable = keeps ? services.GetRequiredService<KeepAccountHandler>().Givable : [],
                Places = keeps ? await services.GetRequiredService<GrantPlaces>().ChoicesAsync(cancellation) : [],
                Colleagues = standIns.Choices,
                NoStandIn = standIns.Problem == KeepOutcome.Done ? null : StandInWords(standIns.Problem),
                Done = Notice(http.Request.Query["done"]),
            },
            form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static string? Notice(string? done) => done switch
    {
        "role-given" => Text.RoleGiven,
        "role-ended" => Text.RoleEnded,
        "stand-in-named" => Text.StandInNamed,
        "stand-in-ended" => Text.StandInEnded,
        "closed" => Text.Closed,
        "opened" => Text.Opened,
        "signed-out" => Text.SignedOut,
        "invited" => Text.InvitedAgain,
        "set-up-anew" => Text.SetUpAnewDone,
        _ => null,
    };

    private static string StandInWords(KeepOutcome outcome) => outcome switch
    {
        KeepOutcome.NotYours => Text.StandInNotYours,
        KeepOutcome.Held => Text.StandInHeld,
        _ => Words(outcome),
    };

    private static string Words(KeepOutcome outcome) => outcome switch
    {
        KeepOutcome.OwnRights => Text.OwnRights,
        KeepOutcome.NotYours => Text.NotYours,
        KeepOutcome.LastAdministrator => Text.LastAdministrator,
        KeepOutcome.RolesElsewhere => Text.RolesElsewhere,
        KeepOutcome.Held => Text.Held,
        KeepOutcome.NoRole => Text.NoRole,
        _ => throw new UnreachableException(),
    };
}
