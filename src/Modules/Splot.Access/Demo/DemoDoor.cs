using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.SignIn;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.Demo;

/// <summary>Lets anybody into the demo in any role. It is registered, and its addresses exist, in a process started with --demo and nowhere else.</summary>
internal sealed class DemoDoor(MainStore store, Sessions sessions, TimeProvider clock) : IDemoDoor
{
    public const string Path = "/demo";

    public IReadOnlyList<(string Role, string Path)> Links { get; } = [.. Roles.All.Select(r => (r.Code(), Path + "/" + r.Code()))];

    /// <summary>Signs in as the demo's account of the role; null where it is not there.</summary>
    public Task<string?> OpenAsync(Role role, string? agent, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var (context, address) = (session.Context<AccessContext>(), DemoAccounts.AddressOf(role));
            var account = await context.Accounts.SingleOrDefaultAsync(a => a.EmailKey == address && a.DisabledAt == null, cancellation);
            if (account is null)
            {
                return null;
            }

            account.Succeed(clock.GetUtcNow());
            session.Record(AccessAudit.SignedIn(account.Id, "demo"));
            return sessions.Begin(context, account.Id, agent);
        },
        cancellation);
}

/// <summary>/{lang}/demo and /{lang}/demo/{role}.</summary>
internal static class DemoDoorEndpoints
{
    public static void MapDemoDoor(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(DemoDoor.Path, (HttpContext http) => Page(http, Roles.All)).For(Acts.SignIn);
        pages.MapGet(DemoDoor.Path + "/{role}", (string role, HttpContext http) => Roles.Parse(role) is { } one ? Page(http, [one]) : TypedResults.NotFound()).For(Acts.SignIn);
        pages.MapPost(DemoDoor.Path + "/{role}", PostAsync).WithAnonymousForm(ShowAgain, FormEndpoints.SignInRateLimitPolicy).For(Acts.SignIn);
    }

    private static async Task<IResult> PostAsync(string role, HttpContext http, DemoDoor door, SignOutHandler former, CancellationToken cancellation)
    {
        if (Roles.Parse(role) is not { } known || await door.OpenAsync(known, http.Request.Headers.UserAgent, cancellation) is not { } secret)
        {
            return TypedResults.NotFound();
        }

        await former.ReplaceAsync(http, secret, cancellation);
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + "/desk");
    }

    private static IResult ShowAgain(HttpContext http, IFormCollection fields, string sentence) => TypedResults.LocalRedirect(http.Request.Path);

    private static IResult Page(HttpContext http, IReadOnlyList<Role> roles)
    {
        var form = http.RequestServices.GetRequiredService<AnonymousForm>();
        var doors = roles.Select(r => (r, form.Token(http, "/" + Languages.Current.Code() + DemoDoor.Path + "/" + r.Code()))).ToList();
        return Html.Page<DemoDoorPage>(http, new { Doors = (IReadOnlyList<(Role, string)>)doors });
    }
}
