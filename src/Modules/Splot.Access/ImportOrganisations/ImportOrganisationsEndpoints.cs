using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Splot.Access.KeepOrganisations;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.SeeOrganisations;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.ImportOrganisations;

/// <summary>/{lang}/desk/organisations/import: a list is sent, looked at, and then stored.</summary>
internal static class ImportOrganisationsEndpoints
{
    public const string Path = SeeOrganisationsEndpoints.Path + "/import";
    private const int LongestName = 200;
    private const int FormBytes = 64 << 10; // what stands around the file

    public static void MapImportOrganisations(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (HttpContext http) => Page(http, new PostedForm())).For(Acts.KeepOrganisations);
        pages.MapPost(Path, SendAsync).WithSignedInForm().WithMetadata(new RequestSizeLimitAttribute(SentLists.MostBytes + FormBytes)).For(Acts.KeepOrganisations);
        pages.MapGet(Path + "/{list}", GetAsync).For(Acts.KeepOrganisations);
        pages.MapPost(Path + "/{list}", StoreAsync).WithSignedInForm().For(Acts.KeepOrganisations);
        pages.MapGet(Path + "/{list}/report.json", ReportAsync).For(Acts.KeepOrganisations);
    }

    private static async Task<IResult> SendAsync(HttpContext http, IFormCollection fields, SentLists lists, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var kind = form.Choice(Fields.Kind, OrganisationKind.All);
        var country = form.Choice(Fields.Country, FactsForm.Countries) ?? "PL";
        var file = fields.Files["file"];
        if (file is not { Length: > 0 })
        {
            form.Reject("file", Text.FileMissing);
        }
        else if (file.Length > SentLists.MostBytes)
        {
            form.Reject("file", Text.FileTooLarge(Languages.Current.Size(SentLists.MostBytes)));
        }

        if (!form.IsValid)
        {
            return Page(http, form);
        }

        using var content = new MemoryStream();
        await file!.CopyToAsync(content, cancellation);
        var id = await lists.LookAsync(NameOf(file.FileName), content.ToArray(), kind, country, cancellation);
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + "/" + id);
    }

    private static async Task<IResult> GetAsync(string list, HttpContext http, SentLists lists, CancellationToken cancellation) =>
        await lists.FindAsync(list, cancellation) is { } found
            ? Html.Page<ReportPage>(http, new { List = list, Report = ReportView.Of(found.Report) })
            : TypedResults.NotFound();

    private static async Task<IResult> StoreAsync(string list, SentLists lists, CancellationToken cancellation) =>
        await lists.StoreAsync(list, cancellation) || await lists.FindAsync(list, cancellation) is not null
            ? TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + "/" + list)
            : TypedResults.NotFound();

    private static async Task<IResult> ReportAsync(string list, SentLists lists, CancellationToken cancellation) =>
        await lists.FindAsync(list, cancellation) is { } found ? TypedResults.File(Encoding.UTF8.GetBytes(found.Report), "application/json", "report.json") : TypedResults.NotFound();

    private static IResult Page(HttpContext http, PostedForm form) => Html.Page<ImportOrganisationsPage>(http, new { Form = form }, KeepAnswers.Status(form));

    // Browsers of old send whole paths; what no store can hold is dropped.
    private static string NameOf(string sent)
    {
        var name = new string([.. sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}
