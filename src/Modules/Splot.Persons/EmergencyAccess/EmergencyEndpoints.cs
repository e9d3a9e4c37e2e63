using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.EmergencyAccess;

/// <summary>/{lang}/desk/persons/{id}/emergency: opens another unit's record for three hours. /{lang}/desk/emergency: what supervisors are told of.</summary>
internal static class EmergencyEndpoints
{
    public const string Below = "/emergency";
    public const string Path = "/desk/emergency";

    public static void MapEmergency(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, (string id, HttpContext http) => Page(http, id, new PostedForm())).For(Acts.EmergencyAccess);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostAsync).WithSignedInForm().For(Acts.EmergencyAccess);
        pages.MapGet(Path, ListAsync).For(Acts.WatchEmergencies);
        pages.MapPost(Path, WatchAsync).WithSignedInForm().For(Acts.WatchEmergencies);
    }

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, Asker asker, OpenInEmergencyHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var why = form.RequiredText("why", Text.WhyMissing, 500);
        if (!form.IsValid)
        {
            return Page(http, id, form);
        }

        var sees = await asker.ToAsync(Acts.SeePersons, cancellation);
        var unit = asker.RolesFor(Acts.EmergencyAccess).Select(r => r.Unit).FirstOrDefault(u => u is not null);
        var outcome = await handler.HandleAsync(new OpenInEmergency(new PersonId(id), why, unit, sees.Sight, await asker.ToAsync(Acts.EmergencyAccess, cancellation)), cancellation);
        return outcome switch
        {
            OpenInEmergencyOutcome.Opened => Answers.To(id, "emergency"),
            OpenInEmergencyOutcome.NotNeeded => TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeePersonEndpoints.Of(id)),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> ListAsync(string? after, HttpContext http, Asker asker, WatchEmergenciesHandler handler, NameBook book, TimeProvider clock, CancellationToken cancellation)
    {
        var page = await handler.HandleAsync(new ListEmergencies(await asker.ToAsync(Acts.WatchEmergencies, cancellation), string.IsNullOrEmpty(after) ? null : after), cancellation);
        var names = await book.OfAsync(page.Emergencies.Select(e => e.Organisation), page.Emergencies.SelectMany(e => new[] { e.Account, e.AcknowledgedBy }), cancellation);
        var now = clock.GetUtcNow();
        return Html.Page<EmergenciesPage>(http, new
        {
            Lines = (IReadOnlyList<EmergencyLine>)[.. page.Emergencies.Select(e => new EmergencyLine(
                e.Id, e.Person.Value, names.Person(e.Account)!, names.Place(e.Unit ?? e.Organisation)!, e.Why, PersonWords.Moment(e.Began), PersonWords.Moment(e.EndedAt ?? e.Ends),
                e.IsOpenAt(now), names.Person(e.AcknowledgedBy), e.Account == asker.Account))],
            page.Next,
        });
    }

    private static async Task<IResult> WatchAsync(IFormCollection fields, Asker asker, WatchEmergenciesHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var (emergency, by) = (form.Text("emergency", 40) ?? "", await asker.ToAsync(Acts.WatchEmergencies, cancellation));
        var done = form.Choice("do", ["acknowledge", "end"]) switch
        {
            "acknowledge" => await handler.HandleAsync(new AcknowledgeEmergency(emergency, by), cancellation),
            "end" => await handler.HandleAsync(new EndEmergency(emergency, by), cancellation),
            _ => false,
        };
        return done ? TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path) : Results.NotFound();
    }

    private static IResult Page(HttpContext http, string id, PostedForm form) => Html.Page<EmergencyPage>(http, new { Person = id, Form = form }, Answers.Status(form));
}

/// <summary>An emergency access as supervisors see it.</summary>
public sealed record EmergencyLine(string Id, string Person, string Account, string Unit, string? Why, string Began, string Ends, bool IsOpen, string? AcknowledgedBy, bool IsOwn);
