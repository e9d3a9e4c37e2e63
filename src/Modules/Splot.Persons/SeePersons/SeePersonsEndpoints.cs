using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.FindPersons;
using Splot.Persons.ListPersons;
using Splot.Ui;

namespace Splot.Persons.SeePersons;

/// <summary>/{lang}/desk/persons: the persons within reach; /{lang}/desk/persons/find: finding one. What is sought is sent in a form: no name stands in an address.</summary>
internal static class SeePersonsEndpoints
{
    public const string Path = "/desk/persons";
    public const string Find = Path + "/find";

    public static void MapSeePersons(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.SeePersons);
        pages.MapGet(Find, (HttpContext http) => FindPage(http, new PostedForm(), [], more: false, [])).For(Acts.SeePersons);
        pages.MapPost(Find, FindAsync).WithSignedInForm().For(Acts.SeePersons);
    }

    private static async Task<IResult> GetAsync(string? done, HttpContext http, Asker asker, ListPersonsHandler list, SeePersonsModel model, CancellationToken cancellation)
    {
        var shape = await model.ShapeAsync(cancellation);
        var query = ListQuery.Read(http.Request, shape);
        var page = await list.HandleAsync(new ListPersons.ListPersons(SeePersonsModel.Filter(query), await asker.ToAsync(Acts.SeePersons, cancellation), query.After, shape.Size, !query.Descending), cancellation);
        var rows = new ListPage<PersonLine>(await model.LinesAsync(page.Persons, cancellation), page.Next);
        return Html.Page<SeePersonsPage>(http, new { List = await DeskLists.ShowAsync(http, shape, query, rows, page.Total, cancellation), CanEnter = asker.May(Acts.KeepPersons), CanHandOver = asker.May(Acts.HandOver), Done = done switch { "none" => Text.NoneTicked, "erased" => Text.Erased, _ => null } });
    }

    private static async Task<IResult> FindAsync(HttpContext http, IFormCollection fields, Asker asker, FindPersonsHandler find, FindElsewhereHandler elsewhere, SeePersonsModel model, NameBook book, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var text = form.RequiredText("q", Text.SearchMissing, 200);
        if (!form.IsValid)
        {
            return FindPage(http, form, [], more: false, []);
        }

        var see = await asker.ToAsync(Acts.SeePersons, cancellation);
        var found = await find.HandleAsync(new FindPersons.FindPersons(text, see), cancellation);
        IReadOnlyList<ElsewhereRecord> others = found.Persons.Count == 0 && asker.May(Acts.EmergencyAccess)
            ? await elsewhere.HandleAsync(new FindElsewhere(text, see.Sight, await asker.ToAsync(Acts.EmergencyAccess, cancellation)), cancellation)
            : [];
        var names = await book.OfAsync(others.Select(o => o.Organisation), [], cancellation);
        return FindPage(http, form, await model.LinesAsync(found.Persons, cancellation), found.More, [.. others.Select(o => new ElsewhereLine(o.Person.Value, names.Place(o.Unit ?? o.Organisation)!))]);
    }

    private static IResult FindPage(HttpContext http, PostedForm form, IReadOnlyList<PersonLine> found, bool more, IReadOnlyList<ElsewhereLine> elsewhere) =>
        Html.Page<FindPersonsPage>(http, new { Form = form, Found = found, More = more, Elsewhere = elsewhere }, Answers.Status(form));
}
