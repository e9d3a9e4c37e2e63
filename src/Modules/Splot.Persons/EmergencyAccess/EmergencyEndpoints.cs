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
        pages.MapPost(Path + "/acts", WatchAsync).WithSignedInForm().For(Acts.WatchEmergencies);
    }

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, Asker asker, OpenInEmergencyHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var why = form.RequiredLines("why", Text.WhyMissing, 500);
        if (!form.IsValid)
        {
            return Page(http, id, form);
        }

        var sees = await asker.ToAsync(Acts.SeePersons, cancellation);
        var unit = asker.RolesFor(Acts.EmergencyAccess).Select(r => r.Unit).FirstOrDefault(u => u is not null);
        var outcome = await handler.HandleAsync(new OpenInEmergency(new PersonId(id), why, unit, sees.Sight, await asker.ToAsync(Acts.EmergencyAccess, cancellation)), cancellation);
        if (outcome is OpenInEmergencyOutcome.Unwatched)
        {
            form.Reject("", Text.Unwatched);
            return Page(http, id, form);
        }

        return outcome switch
        {
            OpenInEmergencyOutcome.Opened => Answers.To(id, "emergency"),
            OpenInEmergencyOutcome.NotNeeded => TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeePersonEndpoints.Of(id)),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> ListAsync(string? done, HttpContext http, Asker asker, WatchEmergenciesHandler handler, NameBook book, TimeProvider clock, CancellationToken cancellation)
    {
        var shape = Shape();
        var query = ListQuery.Read(http.Request, shape);
        var page = await handler.HandleAsync(new ListEmergencies(await asker.ToAsync(Acts.WatchEmergencies, cancellation), query.After, shape.Size, query.Tab == "waiting"), cancellation);
        var names = await book.OfAsync(page.Emergencies.Select(e => e.Organisation), page.Emergencies.SelectMany(e => new[] { e.Account, e.AcknowledgedBy }), cancellation);
        var now = clock.GetUtcNow();
        var lines = new ListPage<EmergencyLine>(
            [
                .. page.Emergencies.Select(e => new EmergencyLine(
                    e.Id, e.Person.Value, names.Person(e.Account)!, names.Place(e.Unit ?? e.Organisation)!, e.Why, PersonWords.Moment(e.Began), PersonWords.Moment(e.EndedAt ?? e.Ends), e.IsOpenAt(now), names.Person(e.AcknowledgedBy))),
            ],
            page.Next);
        return Html.Page<EmergenciesPage>(http, new
        {
            List = await DeskLists.ShowAsync(http, shape, query, lines, null, cancellation),
            Done = done switch { "acknowledge" => Text.DoneNotice, "end" => Text.DoneEnd, "none" => Text.DoneNone, _ => null },
        });
    }

    // Whoever opened a record takes no notice of it themselves: such rows are left as they are.
    private static async Task<IResult> WatchAsync(HttpContext http, IFormCollection fields, Asker asker, WatchEmergenciesHandler handler, CancellationToken cancellation)
    {
        var (form, by, done) = (new PostedForm(fields), await asker.ToAsync(Acts.WatchEmergencies, cancellation), 0);
        var act = form.Choice("act", ["acknowledge", "end"]);
        foreach (var id in form["id"].Values.Distinct(StringComparer.Ordinal).Take(Shape().Size))
        {
            done += act switch
            {
                "acknowledge" when await handler.HandleAsync(new AcknowledgeEmergency(id, by), cancellation) => 1,
                "end" when await handler.HandleAsync(new EndEmergency(id, by), cancellation) => 1,
                _ => 0,
            };
        }

        // Back to the part of the list in which the rows were ticked.
        var query = ListQuery.Read(http.Request, Shape()).Text();
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + (query.Length == 0 ? "?" : query + "&") + "done=" + (done == 0 ? "none" : act));
    }

    private static ListShape<EmergencyLine> Shape() => new()
    {
        Key = "emergencies",
        Path = Path,
        Name = Text.TitleList,
        Id = e => e.Id,
        Open = e => SeePersonEndpoints.Of(e.Person),
        Sort = "-from",
        Tabs = [new ListTab("waiting", Text.TabWaiting), new ListTab("all", Text.TabAll)],
        Acts = [new ListAct("acknowledge", Text.Notice), new ListAct("end", Text.End)],
        Columns =
        [
            new("record", Text.Record, e => e.Unit),
            new("who", Text.Who, e => e.Account),
            new("why", Text.WhyGiven, e => e.Why ?? Text.Erased),
            new("from", Text.From, e => e.Began),
            new("to", Text.To, e => e.Ends),
            new("state", Text.State, e => e.IsOpen ? Text.IsOpen : Text.IsOver),
            new("noticed", Text.NoticedBy, e => e.AcknowledgedBy ?? ""),
        ],
    };

    private static IResult Page(HttpContext http, string id, PostedForm form) => Html.Page<EmergencyPage>(http, new { Person = id, Form = form }, Answers.Status(form));
}

/// <summary>An emergency access as supervisors see it.</summary>
public sealed record EmergencyLine(string Id, string Person, string Account, string Unit, string? Why, string Began, string Ends, bool IsOpen, string? AcknowledgedBy);
