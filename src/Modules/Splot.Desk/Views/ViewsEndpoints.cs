using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Desk.Views;

/// <summary>/{lang}/desk/views: keeps and removes views of lists, and leads back to the list.</summary>
internal static class ViewsEndpoints
{
    public const string Path = "/desk/views";
    private const int LongestName = 60;
    private const int LongestQuery = 2000;

    public static void MapViews(this IEndpointRouteBuilder pages)
    {
        pages.MapPost(Path, SaveAsync).WithSignedInForm().For(Acts.UseDesk);
        pages.MapPost(Path + "/drop", DropAsync).WithSignedInForm().For(Acts.UseDesk);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, IFormCollection fields, SavedViews views, ICaller caller, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        if (List(form) is not { } path || form.Text("list", SavedViews.LongestKey) is not { } list || !SavedViews.IsKey(list))
        {
            return TypedResults.BadRequest();
        }

        var (name, query) = (form.RequiredText("name", Text.NameMissing, LongestName), Query(form));
        if (form.IsValid && await views.SaveAsync(caller.Account!.Id, list, name, query, cancellation) == SaveOutcome.TooMany)
        {
            form.Reject("", Text.TooMany(SavedViews.MostInAll));
        }

        return form.IsValid ? Back(path, form) : Html.Page<ViewRefusedPage>(http, new { Form = form, List = list, ListPath = path, Query = query }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> DropAsync(IFormCollection fields, SavedViews views, ICaller caller, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        if (List(form) is not { } path || form.Text("view", 40) is not { } view)
        {
            return TypedResults.BadRequest();
        }

        await views.DropAsync(caller.Account!.Id, view, cancellation);
        return Back(path, form);
    }

    private static IResult Back(string path, PostedForm form) => TypedResults.LocalRedirect("/" + Languages.Current.Code() + path + Query(form));

    /// <summary>The list's address, which is one of the desk's; null for any other.</summary>
    private static string? List(PostedForm form) =>
        form.Text("path", 200) is { } path && path.StartsWith("/desk/", StringComparison.Ordinal) && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-') ? path : null;

    private static string Query(PostedForm form) => form.Text("query", LongestQuery) is { } query && query.StartsWith('?') && !query.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c > '~') ? query : "";
}
