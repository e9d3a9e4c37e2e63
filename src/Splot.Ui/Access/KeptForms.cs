using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>
/// Nothing typed is lost. A form that is sent after the proof of who sits there has run out is kept on the server, sealed, for an hour, for the account and the address that it was
/// sent to, and can be sent once it was proved again. A form that is sent after the session has ended goes back to the browser that sent it, to be sent again from there;
/// so does one from a page that was open for too long. None of this is done for what another site sends, for passwords and codes, or for files.
/// </summary>
public static class KeptForms
{
    /// <summary>Where what was kept is shown and sent, without its language.</summary>
    public const string Path = "/desk/kept";

    /// <summary>Name of the hidden field that names what is sent after it was kept.</summary>
    public const string Field = "__kept";

    /// <summary>The longest form that is kept.</summary>
    public const long MostBytes = 256 * 1024;

    private const string AddressKey = "__address";
    private const string SecretsKey = "__secrets";
    private const int LongestId = 64;

    /// <summary>Fields of passwords, codes and answers of passkeys; a test looks for fields that are missing here.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["password", "present", "code", "state", "credential"];

    /// <summary>What was kept of an account; null where it was sent, thrown away, is somebody else's or an hour old.</summary>
    public static async Task<KeptForm?> FindAsync(IDrafts drafts, string account, string id, CancellationToken cancellation)
    {
        if (id.Length > LongestId || await drafts.FindAsync(account, IDrafts.SentForm, id, cancellation) is not { } draft)
        {
            return null;
        }

        var typed = draft.Values.Where(v => !v.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(v => v.Value.Select(text => KeyValuePair.Create(v.Key, text)));
        return new KeptForm(draft.Id, draft.Values[AddressKey][0], [.. typed], draft.Values.ContainsKey(SecretsKey));
    }

    /// <summary>Keeps the form and leads to the page of proving, which leads on to what was kept. What cannot be kept is answered with the status alone.</summary>
    internal static async Task KeepAsync(HttpContext http, string account)
    {
        if (await ReadAsync(http) is not { } fields)
        {
            return;
        }

        // Another site must not leave a form here for somebody to send.
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            await GiveBackAsync(http, fields);
            return;
        }

        string address = http.Request.Path + http.Request.QueryString;
        var values = fields.Where(f => !IsSecret(f.Key) && !f.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")], StringComparer.Ordinal);
        values[AddressKey] = [address];
        if (fields.Any(f => IsSecret(f.Key)))
        {
            values[SecretsKey] = [];
        }

        var drafts = http.RequestServices.GetRequiredService<IDrafts>();
        var before = IdIn(fields) is { } sent && await drafts.FindAsync(account, IDrafts.SentForm, sent, http.RequestAborted) is not null ? sent : null; // the new proof ran out too
        var id = await drafts.SaveAsync(account, IDrafts.SentForm, http.Request.Path, values, before, http.RequestAborted);
        var here = "/" + Languages.Current.Code();
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = here + AccessGate.ProvePath + "?to=" + Uri.EscapeDataString(here + Path + "/" + id);
    }

    /// <summary>Hands a form back that was sent after the session had ended: its own token is good again once the same person is signed in. Without anything typed the status alone says enough.</summary>
    internal static async Task HandBackAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } fields || fields.All(f => IsSecret(f.Key) || f.Key.StartsWith("__", StringComparison.Ordinal)))
        {
            return;
        }

        string address = http.Request.Path + http.Request.QueryString;
        var typed = fields.Where(f => !IsSecret(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")));
        await Html.Page<HandedBackPage>(http, new { Address = address, Fields = (IReadOnlyList<KeyValuePair<string, string>>)[.. typed] }, StatusCodes.Status401Unauthorized).ExecuteAsync(http);
    }

    /// <summary>
    /// The step of the pipeline after the look at a form's token. A form of somebody signed in whose token is not good any more, since the page was open for too long, goes back to the
    /// browser that sent it, to be sent again with a token of today. What another site sends goes on to its refusal.
    /// </summary>
    public static async Task GiveBackAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            || http.GetEndpoint()?.Metadata.GetMetadata<FormProtection>() is not { Kind: FormProtectionKind.SignedIn }
            || http.RequestServices.GetRequiredService<ICaller>().Account is null
            || !FormEndpoints.IsOwn(http))
        {
            await next(http);
            return;
        }

        // The finding was heard; as long as it stands, the framework lets nobody read the form.
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        await GiveBackAsync(http, await ReadAsync(http));
    }

    /// <summary>Drops what was kept once it has been sent and was not refused.</summary>
    internal static async Task<object?> SentAsync(HttpContext http, object? answer)
    {
        if (answer is not IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest } && http.Request.HasFormContentType
            && IdIn(await http.Request.ReadFormAsync(http.RequestAborted)) is { } id
            && http.RequestServices.GetRequiredService<ICaller>().Account is { } account)
        {
            await http.RequestServices.GetRequiredService<IDrafts>().DropAsync(account.Id, id, CancellationToken.None);
        }

        return answer;
    }

    private static Task GiveBackAsync(HttpContext http, IFormCollection? fields)
    {
        var token = http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        string address = http.Request.Path + http.Request.QueryString;
        var typed = fields?.Where(f => f.Key != token && !IsSecret(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        return Html.Page<OutdatedFormPage>(http, new { Address = address, Fields = (IReadOnlyList<KeyValuePair<string, string>>?)typed }, StatusCodes.Status400BadRequest).ExecuteAsync(http);
    }

    /// <summary>What one of our own pages sent; null where it did not, where it is too long, and where a file is with it.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (http.Request is not { HasFormContentType: true, ContentLength: <= MostBytes } || !FormEndpoints.IsOwn(http))
        {
            return null;
        }

        try
        {
            var fields = await http.Request.ReadFormAsync(http.RequestAborted);
            return fields.Files.Any(f => f.Length > 0) ? null : fields;
        }
        catch (InvalidDataException)
        {
            return null; // more fields than any form of ours has
        }
    }

    private static string? IdIn(IFormCollection fields) => fields[Field] is [{ Length: > 0 and <= LongestId } id] ? id : null;

    private static bool IsSecret(string field) => Secrets.Contains(field, StringComparer.Ordinal);
}

/// <summary>A form that was kept until it was proved again who sits there.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Address">Where it goes, with its language.</param>
/// <param name="Fields">What was typed.</param>
/// <param name="LacksSecrets">Passwords or codes were typed too, and not kept.</param>
public sealed record KeptForm(string Id, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool LacksSecrets);
