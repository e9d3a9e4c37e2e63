using System.Net;
using AngleSharp.Dom;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Invite;

public sealed class InviteTests
{
    private const string Email = "zofia@example.org";

    [Theory, EachEngine]
    public async Task Invitation_Mailed_LeadsToTheAccount(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var secret = await app.InvitationAsync(Email);

        var letter = Assert.Single(await app.LettersAsync(Email));

        Assert.Equal("/pl/join/" + secret, letter.Link());
        var browser = new Browser(app);
        await browser.GetAsync(letter.Link());
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Invitation_IsWrittenInTheLanguageOfTheAccount()
    {
        await using var app = await SplotApp.StartAsync();
        await app.InvitationAsync(Email);

        var letter = Assert.Single(await app.LettersAsync(Email));

        Assert.Contains("\r\nContent-Language: pl\r\n", letter, StringComparison.Ordinal);
        Assert.Contains("Dzień dobry, Zofia Wymyślona,", letter, StringComparison.Ordinal);
        Assert.Contains("do 8\u00A0czerwca 2026, 08:00 UTC", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_ToANameOfSeveralLines_WritesOne()
    {
        await using var app = await Staff.StartAsync();
        var administrator = await app.EnterAsync(Role.SystemAdministrator);

        await administrator.SubmitAsync(await administrator.GetAsync("/en/desk/accounts/new"), "/en/desk/accounts/new", ("name", "Zofia\r\n\r\nhttp://evil.example"), ("email", Email), ("language", "en"));
        var role = await administrator.FollowAsync();
        await administrator.SubmitAsync(role, Action(role), ("role", "system-administrator"), ("place", "all"));
        var check = await administrator.FollowAsync();
        await administrator.SubmitAsync(check, Action(check));

        Assert.Equal("/en/desk/accounts?tab=invited&done=invited", administrator.Location);
        Assert.Contains("Zofia http://evil.example", Assert.Single(await app.LettersAsync(Email)), StringComparison.Ordinal);
    }

    private static string Action(IDocument page) => page.QuerySelector("form.sp-stack-l")!.GetAttribute("action")!;
}
