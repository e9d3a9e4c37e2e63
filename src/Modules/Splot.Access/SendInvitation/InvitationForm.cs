using Microsoft.AspNetCore.Http;
using Splot.Access.Invite;
using Splot.Access.KeepAccount;
using Splot.Access.SeeAccounts;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.SendInvitation;

/// <summary>/{lang}/desk/accounts/new: invites somebody. Who it is, what they will be, check.</summary>
internal sealed class InvitationForm(MainStore store, InviteHandler invite, KeepAccountHandler keep, GrantPlaces places, ICaller caller) : StepForm
{
    public const string FormKey = "access.invitation";
    public const string Address = SeeAccountsEndpoints.Path + "/new";

    private IReadOnlyList<Choice>? choices;

    public override string Key => FormKey;

    public override string Path => Address;

    public override async Task<IReadOnlyList<FormStep>> StepsAsync(PostedForm form, CancellationToken cancellation)
    {
        choices ??= await places.ChoicesAsync(cancellation);
        return [new FormStep("who", Text.Who, ReadWho), new FormStep("role", Text.What, ReadRole)];
    }

    public override async Task<IResult> ShowAsync(HttpContext http, StepView step, CancellationToken cancellation) => Html.Page<InvitationPage>(
        http,
        new { Step = step, Places = choices ??= await places.ChoicesAsync(cancellation), Givable = keep.Givable },
        step.Form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    public override async Task<IResult?> SendAsync(HttpContext http, PostedForm form, CancellationToken cancellation)
    {
        var (organisation, unit) = GrantPlaces.Parse(form.RequiredText("place", Text.PlaceMissing));
        var role = Roles.Parse(form.RequiredText("role", Text.RoleMissing))!.Value;
        var email = form.RequiredText("email", Text.EmailMissing);
        switch (await store.ReadAsync(session => keep.GiveProblemAsync(session.Context<AccessContext>(), role, organisation, unit, cancellation), cancellation))
        {
            case KeepOutcome.Done:
                break;
            case KeepOutcome.NotYours:
                form.Reject("role", Text.NotYours);
                return null;
            default:
                form.Reject("place", Text.PlaceGone);
                return null;
        }

        if (await invite.IsKnownAsync(email, cancellation))
        {
            form.Reject("email", Text.Known);
            return null;
        }

        await invite.HandleAsync(
            new InviteAccount(email, form.RequiredText("name", Text.NameMissing), Languages.Parse(form.RequiredText("language", Text.LanguageMissing)) ?? Language.English, role, organisation, unit, caller.Account!.Id), cancellation);
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeeAccountsEndpoints.Path + "?tab=" + AccountState.Invited + "&done=invited");
    }

    private static void ReadWho(PostedForm form)
    {
        form.RequiredText("name", Text.NameMissing, 120);
        var email = form.RequiredText("email", Text.EmailMissing, 254);
        if (email.Length > 0 && !InviteHandler.LooksLikeAddress(email))
        {
            form.Reject("email", Text.EmailWrong);
        }

        form.RequiredChoice("language", Languages.All.Select(l => l.Code()), Text.LanguageMissing);
    }

    private void ReadRole(PostedForm form)
    {
        var role = form.RequiredChoice("role", Roles.All.Select(r => r.Code()), Text.RoleMissing);
        var place = form.RequiredChoice("place", (choices ?? []).Select(c => c.Value!), Text.PlaceMissing);
        if (place.Length > 0 && (place == GrantPlaces.Everywhere) != (role == Role.SystemAdministrator.Code()))
        {
            form.Reject("place", Text.PlaceOfAdministrator);
        }
    }
}
