using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>Leads through a <see cref="StepForm"/>. A page is sent, checked, kept and left for the next one; the last sends the whole.</summary>
public static class StepFormEndpoints
{
    /// <summary>The button that keeps what was typed and leaves, whatever is wrong with it.</summary>
    public const string Later = "later";

    private const int LongestId = 64;

    /// <summary>Maps the form's addresses: <paramref name="path"/> for its beginning, below it the pages of each draft.</summary>
    /// <typeparam name="TForm">The form, registered with the services.</typeparam>
    public static void MapStepForm<TForm>(this IEndpointRouteBuilder pages, string path, Act act)
        where TForm : StepForm
    {
        pages.MapGet(path, (HttpContext http, TForm form, CancellationToken cancellation) => BeginAsync(http, form, cancellation)).For(act);
        pages.MapPost(path, (HttpContext http, IFormCollection fields, TForm form, CancellationToken cancellation) => TakeAsync(http, form, fields, null, null, cancellation)).WithSignedInForm().For(act);
        pages.MapGet(path + "/{draft}/{step}", (string draft, string step, HttpContext http, TForm form, CancellationToken cancellation) => ShowAsync(http, form, draft, step, cancellation)).For(act);
        pages.MapPost(path + "/{draft}/{step}", (string draft, string step, HttpContext http, IFormCollection fields, TForm form, CancellationToken cancellation) => TakeAsync(http, form, fields, draft, step, cancellation)).WithSignedInForm().For(act);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, StepForm form, CancellationToken cancellation)
    {
        var posted = new PostedForm(form.Beginning(http.Request.Query));
        var steps = await form.StepsAsync(posted, cancellation);
        return await form.ShowAsync(http, View(form, steps, steps[0].Key, posted, null, 0), cancellation);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, StepForm form, string id, string step, CancellationToken cancellation)
    {
        if (await DraftAsync(http, form, id, cancellation) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        var posted = new PostedForm(draft.Values);
        var steps = await form.StepsAsync(posted, cancellation);
        var reached = Reached(steps, draft.Values);
        var index = IndexOf(steps, step);
        return index < 0 ? TypedResults.NotFound()
            : index > reached ? Go(form, id, KeyAt(steps, reached)) // nobody skips a page that is not right yet
            : await form.ShowAsync(http, View(form, steps, step, posted, draft, reached), cancellation);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, StepForm form, IFormCollection fields, string? id, string? step, CancellationToken cancellation)
    {
        var draft = id is null ? null : await DraftAsync(http, form, id, cancellation);
        if (id is not null && draft is null)
        {
            return TypedResults.NotFound();
        }

        var values = Merge(draft?.Values, fields);
        var posted = new PostedForm(values);
        var steps = await form.StepsAsync(posted, cancellation);
        var index = IndexOf(steps, step ?? steps[0].Key);
        if (index < 0)
        {
            return TypedResults.NotFound();
        }

        if (index == steps.Count)
        {
            return await SendAsync(http, form, steps, draft!, cancellation);
        }

        var kept = await KeepAsync(http, form, draft?.Id, values, cancellation);
        if (fields.ContainsKey(Later))
        {
            return TypedResults.LocalRedirect("/" + Languages.Current.Code() + "/desk?done=kept");
        }

        steps[index].Read(posted);
        if (posted.IsValid)
        {
            return Go(form, kept, KeyAt(steps, Math.Min(index + 1, Reached(steps, values))));
        }

        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return await form.ShowAsync(http, View(form, steps, steps[index].Key, posted, new Draft(kept, values, now), Reached(steps, values)), cancellation);
    }

    private static async Task<IResult> SendAsync(HttpContext http, StepForm form, IReadOnlyList<FormStep> steps, Draft draft, CancellationToken cancellation)
    {
        var reached = Reached(steps, draft.Values);
        if (reached < steps.Count)
        {
            return Go(form, draft.Id, KeyAt(steps, reached));
        }

        var (drafts, account) = Keeping(http);
        if (!await drafts.ClaimAsync(account, draft.Id, cancellation))
        {
            return TypedResults.Conflict(); // the first click is still being answered
        }

        try
        {
            var posted = new PostedForm(draft.Values);
            foreach (var step in steps)
            {
                step.Read(posted);
            }

            if (await form.SendAsync(http, posted, cancellation) is { } answer)
            {
                await drafts.DropAsync(account, draft.Id, CancellationToken.None);
                return answer;
            }

            await drafts.ReleaseAsync(account, draft.Id, CancellationToken.None);
            return await form.ShowAsync(http, View(form, steps, StepForm.Check, posted, draft, reached), cancellation);
        }
        catch
        {
            await drafts.ReleaseAsync(account, draft.Id, CancellationToken.None);
            throw;
        }
    }

    private static Task<Draft?> DraftAsync(HttpContext http, StepForm form, string id, CancellationToken cancellation)
    {
        var (drafts, account) = Keeping(http);
        return id.Length > LongestId ? Task.FromResult<Draft?>(null) : drafts.FindAsync(account, form.Key, id, cancellation);
    }

    private static Task<string> KeepAsync(HttpContext http, StepForm form, string? id, IReadOnlyDictionary<string, IReadOnlyList<string>> values, CancellationToken cancellation)
    {
        var (drafts, account) = Keeping(http);
        return drafts.SaveAsync(account, form.Key, form.Path, values, id, cancellation);
    }

    private static (IDrafts Drafts, string Account) Keeping(HttpContext http) =>
        (http.RequestServices.GetRequiredService<IDrafts>(), http.RequestServices.GetRequiredService<ICaller>().Account!.Id);

    /// <summary>What was typed before, with what this page sent in its place. A page names its fields, so that a box that was unticked is empty too.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Merge(IReadOnlyDictionary<string, IReadOnlyList<string>>? before, IFormCollection fields)
    {
        var values = before is null ? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) : new Dictionary<string, IReadOnlyList<string>>(before, StringComparer.Ordinal);
        foreach (var name in fields[StepFrame.FieldNames].SelectMany(n => (n ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            values.Remove(name);
        }

        foreach (var (name, sent) in fields.Where(f => f.Key is not (StepFrame.FieldNames or Later) && !f.Key.StartsWith("__", StringComparison.Ordinal)))
        {
            values[name] = [.. sent.Select(v => v ?? "")];
        }

        return values;
    }

    /// <summary>How many pages are right, from the first on. Each is read with errors of its own.</summary>
    private static int Reached(IReadOnlyList<FormStep> steps, IReadOnlyDictionary<string, IReadOnlyList<string>> values) => steps.TakeWhile(step =>
    {
        var form = new PostedForm(values);
        step.Read(form);
        return form.IsValid;
    }).Count();

    private static int IndexOf(IReadOnlyList<FormStep> steps, string key) => key == StepForm.Check ? steps.Count : steps.Index().FirstOrDefault(s => s.Item.Key == key, (-1, null!)).Index;

    private static string KeyAt(IReadOnlyList<FormStep> steps, int index) => index == steps.Count ? StepForm.Check : steps[index].Key;

    private static StepView View(StepForm form, IReadOnlyList<FormStep> steps, string key, PostedForm posted, Draft? draft, int reached) =>
        new([.. steps.Select(s => (s.Key, s.Title)), (StepForm.Check, Text.CheckAnswers)], key, posted, form.Path, draft?.Id, draft?.SavedAt, reached);

    private static IResult Go(StepForm form, string draft, string step) => TypedResults.LocalRedirect("/" + Languages.Current.Code() + form.Path + "/" + draft + "/" + step);
}
