using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.ReadHistory;
using Splot.Persons.ReadPerson;
using Splot.Persons.SeePersons;
using Splot.Ui;

namespace Splot.Persons.SeePerson;

/// <summary>/{lang}/desk/persons/{id}: one person.</summary>
internal static class SeePersonEndpoints
{
    public const string Path = SeePersonsEndpoints.Path + "/{id}";

    public static void MapSeePerson(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.SeePersons);
        pages.MapGet(Path + "/history", HistoryAsync).For(Acts.SeePersons);
    }

    /// <summary>The address of a person's page, or of one below it.</summary>
    public static string Of(string person, string below = "") => SeePersonsEndpoints.Path + "/" + person + below;

    private static async Task<IResult> GetAsync(string id, string? done, string? with, HttpContext http, Asker asker, ReadPersonHandler read, SeePersonModel model, CancellationToken cancellation)
    {
        var traits = with == "traits" && asker.May(Acts.SeeTraits) ? (await asker.ToAsync(Acts.SeeTraits, cancellation)).Sight : null;
        return await read.HandleAsync(new ReadPerson.ReadPerson(new PersonId(id), await asker.SeeingAsync(cancellation), traits), cancellation) is ReadPersonOutcome.Found found
            ? Html.Page<SeePersonPage>(http, new { Model = await model.OfAsync(found, cancellation), Done = done })
            : Results.NotFound();
    }

    private static async Task<IResult> HistoryAsync(string id, string? with, HttpContext http, Asker asker, ReadHistoryHandler read, PersonHistoryModel model, CancellationToken cancellation)
    {
        var traits = with == "traits" && asker.May(Acts.SeeTraits) ? (await asker.ToAsync(Acts.SeeTraits, cancellation)).Sight : null;
        return await read.HandleAsync(new ReadHistory.ReadHistory(new PersonId(id), await asker.SeeingAsync(cancellation), traits), cancellation) is { } history
            ? Html.Page<PersonHistoryPage>(http, new { Person = id, Model = await model.OfAsync(history, cancellation), CanAskTraits = traits is null && asker.May(Acts.SeeTraits) })
            : Results.NotFound();
    }
}
