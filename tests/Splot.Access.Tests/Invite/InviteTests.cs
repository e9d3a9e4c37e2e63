using System.Net;
using Splot.Access.Tests.Support;
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
}
