using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Persons.Asking;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.FindPersons;
using Splot.Persons.ListPersons;
using Splot.Ui;

namespace Splot.Persons.SeePersons;

/// <summary>/{lang}/desk/persons: the persons within reach, and finding one. What is sought is sent in a form: no name stands in an address.</summary>
internal static class SeePersonsEndpoints
{
    public const string Path = "/desk/persons";

    public static void MapSeePersons(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.SeePersons);
        pages.MapPost(Path, PostAsync).WithSignedInForm().For(Acts.SeePersons);
    }

    /// <summary>The filter that an address or a form names; what is not known is left out.</summary>
    public static PersonFilter Filter(string? unit, string? keeper, string? state) => new(
        string.IsNullOrEmpty(unit) ? null : unit,
        string.IsNullOrEmpty(keeper) ? null : keeper,
        Enum.TryParse<PersonState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : PersonState.Any);

    private static async Task<IResult> GetAsync(
        HttpContext http, string? unit, string? keeper, string? state, string? after, Asker asker, ListPersonsHandler list, SeePersonsModel model, CancellationToken cancellation)
    {
        var filter = Filter(unit, keeper, state);
        var page = await list.HandleAsync(new ListPersons.ListPersons(filter, await asker.ToAsync(Acts.SeePersons, cancellation), string.IsNullOrEmpty(after) ? null : after), cancellation);
        var view = await model.OfAsync(filter, page.Persons, cancellation);
        return Html.Page<SeePersonsPage>(http, new { Model = view with { Total = page.Total, IsFirst = string.IsNullOrEmpty(after), After = page.Next }, Form = new PostedForm() });
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, Asker asker, FindPersonsHandler find, FindElsewhereHandler elsewhere, SeePersonsModel model, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var text = form.RequiredText("q", Text.SearchMissing, 200);
        if (!form.IsValid)
        {
            return Html.Page<SeePersonsPage>(http, new { Model = await model.OfAsync(new PersonFilter(), [], cancellation) with { Searched = true }, Form = form }, StatusCodes.Status422UnprocessableEntity);
        }

        var see = await asker.ToAsync(Acts.SeePersons, cancellation);
        var found = await find.HandleAsync(new FindPersons.FindPersons(text, see), cancellation);
        IReadOnlyList<ElsewhereRecord> others = found.Persons.Count == 0 && asker.May(Acts.EmergencyAccess)
            ? await elsewhere.HandleAsync(new FindElsewhere(text, see.Sight, await asker.ToAsync(Acts.EmergencyAccess, cancellation)), cancellation)
            : [];
        var view = await model.OfAsync(new PersonFilter(), found.Persons, cancellation, others);
        return Html.Page<SeePersonsPage>(http, new { Model = view with { Searched = true, More = found.More }, Form = form });
    }
}
