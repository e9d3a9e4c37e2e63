using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Invite;
using Splot.Access.Signing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Testing;

namespace Splot.Access.Tests.Support;

/// <summary>Short ways to people with accounts.</summary>
internal static class People
{
    public const string Password = "kucyk w cichym deszczu";

    public static async Task<string> InvitationAsync(this SplotApp app, string email, Role role = Role.SystemAdministrator) =>
        (await app.Services.GetRequiredService<InviteHandler>().HandleAsync(new InviteAccount(email, "Zofia Wymyślona", Language.Polish, role, null, null, null), CancellationToken.None)).Secret;

    /// <summary>Takes up an invitation through its pages; gives the secret of the app and the recovery codes.</summary>
    public static async Task<(string App, IReadOnlyList<string> Codes)> JoinAsync(this SplotApp app, Browser browser, string invitation)
    {
        var address = "/en/join/" + invitation;
        var setUp = await browser.SubmitAsync(await browser.GetAsync(address), address, ("password", Password));
        var secret = setUp.QuerySelector("code.sp-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var done = await browser.SubmitAsync(setUp, address, ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));
        return (secret, [.. done.QuerySelectorAll(".sp-codes code").Select(c => c.TextContent)]);
    }

    /// <summary>The first step of signing in; the page that asks for the code, or the first one again.</summary>
    public static async Task<IDocument> PasswordAsync(this Browser browser, string email, string password, string to = "") =>
        await browser.SubmitAsync(await browser.GetAsync("/en/sign-in" + to), "/en/sign-in", ("email", email), ("password", password));
}
