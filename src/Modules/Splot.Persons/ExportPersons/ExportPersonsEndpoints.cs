using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.SeePersons;
using Splot.Ui;

namespace Splot.Persons.ExportPersons;

/// <summary>/{lang}/desk/persons/export: asks why, and gives the list of persons as a file.</summary>
internal static class ExportPersonsEndpoints
{
    public const string Path = SeePersonsEndpoints.Path + "/export";

    public static void MapExportPersons(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async (HttpContext http, SeePersonsModel model, CancellationToken cancellation) => Page(http, await model.ShapeAsync(cancellation), new PostedForm())).For(Acts.ExportPersons);
        pages.MapPost(Path, PostAsync).WithSignedInForm().For(Acts.ExportPersons);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, Asker asker, ExportPersonsHandler export, SeePersonsModel model, CancellationToken cancellation)
    {
        var (form, shape) = (new PostedForm(fields), await model.ShapeAsync(cancellation));
        var why = form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500);
        var format = form.RequiredChoice("format", ["csv", "xlsx"], Text.ChooseFormat);
        if (!form.IsValid)
        {
            return Page(http, shape, form);
        }

        var query = ListQuery.Read(http.Request, shape);
        var by = await asker.ToAsync(Acts.ExportPersons, cancellation, why);
        return DeskLists.Export(http, shape, query, format, async (after, token) =>
        {
            var part = await export.HandleAsync(new ExportPersons(SeePersonsModel.Filter(query), by, after, DeskLists.ExportSize), token);
            return new ListPage<PersonLine>(await model.LinesAsync(part.Rows, token), part.Next);
        });
    }

    private static IResult Page(HttpContext http, ListShape<PersonLine> shape, PostedForm form) =>
        Html.Page<ExportPersonsPage>(http, new { Form = form, Query = ListQuery.Read(http.Request, shape).Text() }, Answers.Status(form));
}
