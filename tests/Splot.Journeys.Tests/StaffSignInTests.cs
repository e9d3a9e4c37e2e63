using Microsoft.Playwright;

namespace Splot.Journeys.Tests;

/// <summary>Ways in, with an authenticator that Chromium itself plays, and without scripts.</summary>
public class StaffSignInTests(DemoSite demo)
{
    private static readonly string[] Pages =
    [
        "/en/sign-in", "/pl/sign-in/forgot", "/en/desk/passkeys", "/bg/desk/passkeys/add", "/pl/desk/password", "/en/desk/password/app", "/bg/desk/prove", "/pl/sign-in/reset/unknown", "/en/desk/sessions",
    ];

    [Fact]
    public async Task Passkey_Added_SignsInAndProves()
    {
        await using var site = await StaffSite.StartAsync(demo);
        var page = await site.OpenAsync("/en/join/" + await site.InviteAsync("zofia@example.org"));
        var authenticator = await AuthenticatorAsync(page);
        var codes = await JoinAsync(page);
        await SignOutAsync(page);
        await PasswordAsync(page, codes[0]);

        await page.GotoAsync(site.Address + "/en/desk/passkeys/add");
        await page.FillAsync("input[name=name]", "office computer");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/en/desk/passkeys");
        Assert.Equal("office computer", await page.Locator("tbody th, tbody td").First.InnerTextAsync());

        await SignOutAsync(page);
        await page.GotoAsync(site.Address + "/en/sign-in?to=%2Fen%2Fdesk%2Fprove%3Fto%3D%252Fen%252Fdesk%252Fsessions");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/en/desk/prove?**");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/en/desk/sessions");

        await authenticator.DetachAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Passkey_OfADeviceThatHasNone_SaysSoAndLeavesThePassword()
    {
        await using var site = await StaffSite.StartAsync(demo);
        var page = await site.OpenAsync("/en/sign-in");
        await AuthenticatorAsync(page);

        await page.ClickAsync("form[data-passkey] button");

        await page.Locator("[role=alert]").GetByText("No passkey was shown").WaitForAsync();
        Assert.True(await page.Locator("input[name=password]").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Password_WithoutScripts_SignsInAndShowsNoPasskey()
    {
        await using var site = await StaffSite.StartAsync(demo);
        var page = await site.OpenAsync("/en/join/" + await site.InviteAsync("zofia@example.org"), scripts: false);
        var codes = await JoinAsync(page);
        await SignOutAsync(page);
        await page.GotoAsync(site.Address + "/en/sign-in");
        Assert.False(await page.Locator("form[data-passkey]").IsVisibleAsync());

        await PasswordAsync(page, codes[0]);

        Assert.EndsWith("/en/desk", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_OfSigningIn_HaveNoSeriousAccessibilityFinding()
    {
        await using var site = await StaffSite.StartAsync(demo);
        var page = await site.OpenAsync("/en/join/" + await site.InviteAsync("zofia@example.org"));
        await JoinAsync(page);

        foreach (var address in Pages)
        {
            await page.GotoAsync(site.Address + address);

            Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
            await page.HasNoSeriousFindingAsync();
        }

        await page.Context.CloseAsync();
    }

    /// <summary>Takes up the invitation on the page that is open; gives the recovery codes.</summary>
    private static async Task<IReadOnlyList<string>> JoinAsync(IPage page)
    {
        await page.FillAsync("input[name=password]", StaffSite.Password);
        await page.ClickAsync("main form button");
        var secret = (await page.Locator("code.sp-code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.FillAsync("input[name=code]", StaffSite.CodeNow(secret));
        await page.ClickAsync("main form button");
        return await page.Locator(".sp-codes code").AllInnerTextsAsync();
    }

    private static async Task PasswordAsync(IPage page, string code)
    {
        await page.GotoAsync(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/en/sign-in");
        await page.FillAsync("input[name=email]", "zofia@example.org");
        await page.FillAsync("input[name=password]", StaffSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.FillAsync("input[name=code]", code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/en/desk");
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/en/desk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/en/");
    }

    /// <summary>An authenticator inside Chromium that verifies its owner without asking.</summary>
    private static async Task<ICDPSession> AuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return session;
    }
}
