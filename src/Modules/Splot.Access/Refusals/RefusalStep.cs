using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Ui;

namespace Splot.Access.Refusals;

/// <summary>
/// Keeps in the audit that the gate refused somebody who is signed in what their roles do not open: which act, never which address. Whoever is not
/// signed in is nobody in particular and stands in the log only.
/// </summary>
internal static class RefusalStep
{
    public static async Task RecordAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var caller = http.RequestServices.GetRequiredService<ICaller>();
        if (http.Response.StatusCode == StatusCodes.Status403Forbidden && caller.Account is { } account && http.GetEndpoint()?.Metadata.GetMetadata<AccessNeed>() is { Act: var act } && !caller.May(act))
        {
            await http.RequestServices.GetRequiredService<MainStore>().WriteAsync(
                session =>
                {
                    session.Record(Entry(account.Id, act));
                    return Task.CompletedTask;
                },
                CancellationToken.None); // who tried is kept although they did not wait for the answer
        }
    }

    private static AuditEntry Entry(string account, Act act) => new()
    {
        Kind = AuditKind.Refusal,
        Act = "access.refused",
        Actor = AuditActor.Account(account),
        SubjectKind = "act",
        SubjectId = act.Code,
    };
}
