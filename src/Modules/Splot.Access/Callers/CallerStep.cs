using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.Callers;

/// <summary>The step of the pipeline that finds out who asks. Requests without our cookie cost no statement, those with it three.</summary>
internal static class CallerStep
{
    public static async Task FindAsync(HttpContext http, RequestDelegate next)
    {
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.FindAsync(http, http.RequestAborted) is { } session)
        {
            var store = http.RequestServices.GetRequiredService<MainStore>();
            var today = DateOnly.FromDateTime(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).DayNumber;
            var known = await store.ReadAsync(
                async s =>
                {
                    var account = await s.Context<AccessContext>().Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == session.AccountId && a.DisabledAt == null, http.RequestAborted);
                    return account is null ? default : (Account: account, Roles: await HeldRoles.OfAsync(s, account.Id, today, http.RequestAborted));
                },
                http.RequestAborted);
            if (known.Account is not null)
            {
                http.RequestServices.GetRequiredService<Caller>().Know(session, known.Account, known.Roles);
                // The framework ties the tokens of forms to this name: to the person, so that a form that stands open can be sent after they have signed in again.
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, known.Account.Id)], "session"));
            }
        }

        await next(http);
    }
}
