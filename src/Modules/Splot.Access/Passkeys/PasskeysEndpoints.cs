using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.Passkeys;

/// <summary>/{lang}/desk/passkeys: one's own passkeys. Whoever changes them proves first who they are.</summary>
internal static class PasskeysEndpoints
{
    public const string Path = "/desk/passkeys";
    public const string AddPath = Path + "/add";
    public const string QuestionPath = AddPath + "/question";

    public static void MapPasskeys(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.UseDesk);
        pages.MapGet(AddPath, (HttpContext http) => AddPage(http, new PostedForm())).For(Acts.KeepSignIn);
        pages.MapGet(QuestionPath, AskAsync).For(Acts.KeepSignIn);
        pages.MapPost(AddPath, PostAddAsync).WithSignedInForm().For(Acts.KeepSignIn);
        pages.MapGet(Path + "/{id}", GetOneAsync).For(Acts.KeepSignIn);
        pages.MapPost(Path + "/{id}", PostNameAsync).WithSignedInForm().For(Acts.KeepSignIn);
        pages.MapPost(Path + "/{id}/remove", PostRemoveAsync).WithSignedInForm().For(Acts.KeepSignIn);
    }

    private static async Task<IResult> GetAsync(HttpContext http, KeepPasskeysHandler handler, CancellationToken cancellation) =>
        Html.Page<PasskeysPage>(http, new { Passkeys = await handler.ListAsync(cancellation) });

    private static async Task<IResult> AskAsync(HttpContext http, KeepPasskeysHandler handler, CancellationToken cancellation) =>
        PasskeyAnswers.Question(http, await handler.AskAsync(http, cancellation));

    private static async Task<IResult> PostAddAsync(HttpContext http, IFormCollection fields, KeepPasskeysHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var name = form.RequiredText("name", Text.NameMissing, KeepPasskeysHandler.LongestName);
        if (!form.IsValid)
        {
            return AddPage(http, form);
        }

        var (state, credential) = PasskeyAnswers.Read(fields);
        switch (await handler.AddAsync(name, state, credential, http, cancellation))
        {
            case AddPasskeyOutcome.Added:
                return ToList();
            case AddPasskeyOutcome.Refused:
                form.Reject("", Text.Refused);
                return AddPage(http, form);
            case AddPasskeyOutcome.TooMany:
                form.Reject("", Text.TooMany(KeepPasskeysHandler.Most));
                return AddPage(http, form);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> GetOneAsync(string id, HttpContext http, KeepPasskeysHandler handler, CancellationToken cancellation) =>
        await handler.FindAsync(id, cancellation) is { } passkey
            ? OnePage(http, new PostedForm(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["name"] = [passkey.Name] }), passkey)
            : TypedResults.NotFound();

    private static async Task<IResult> PostNameAsync(string id, HttpContext http, IFormCollection fields, KeepPasskeysHandler handler, CancellationToken cancellation)
    {
        if (await handler.FindAsync(id, cancellation) is not { } passkey)
        {
            return TypedResults.NotFound();
        }

        var form = new PostedForm(fields);
        var name = form.RequiredText("name", Text.NameMissing, KeepPasskeysHandler.LongestName);
        if (!form.IsValid)
        {
            return OnePage(http, form, passkey);
        }

        return await handler.RenameAsync(id, name, cancellation) ? ToList() : TypedResults.NotFound();
    }

    private static async Task<IResult> PostRemoveAsync(string id, KeepPasskeysHandler handler, CancellationToken cancellation) =>
        await handler.RemoveAsync(id, cancellation) ? ToList() : TypedResults.NotFound();

    private static IResult ToList() => TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path);

    private static IResult AddPage(HttpContext http, PostedForm form) =>
        Html.Page<AddPasskeyPage>(http, new { Form = form }, form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult OnePage(HttpContext http, PostedForm form, OwnPasskey passkey) =>
        Html.Page<PasskeyPage>(http, new { Form = form, Passkey = passkey }, form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
