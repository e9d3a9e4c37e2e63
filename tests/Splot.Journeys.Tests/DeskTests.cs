using Microsoft.Playwright;
using Splot.Contracts.Access;

namespace Splot.Journeys.Tests;

/// <summary>The desk in a real browser: each role's first minutes, keys only, a phone, no scripts.</summary>
public class DeskTests(DemoSite demo)
{
    private static readonly string[] Languages = ["pl", "bg", "en"];

    public static TheoryData<Role, string> EveryRole => [.. Roles.All.Select((role, place) => (role, Languages[place % Languages.Length]))];

    [Theory, MemberData(nameof(EveryRole))]
    public async Task Role_InItsFirstMinutes_OpensEverythingThatItsDeskOffers(Role role, string language)
    {
        var page = await EnterAsync(role, language, width: 320, scripts: false);
        var doors = await page.Locator(".sp-doors a").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        Assert.NotEmpty(doors);

        foreach (var door in doors)
        {
            var answer = await page.GotoAsync(demo.Address + door);
            Assert.Equal((door, 200), (door, answer!.Status));
            Assert.Equal((door, 1), (door, await page.Locator("h1").CountAsync()));
            await page.FitsAsync();
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(Role.UnitHead, "/pl/desk", "/bg/desk/accounts", "/en/desk/accounts/new")]
    [InlineData(Role.SystemAdministrator, "/pl/desk/audit")]
    [InlineData(Role.SocialWorker, "/bg/desk/substitutions", "/en/desk/find", "/pl/desk/persons", "/bg/desk/persons/new")]
    [InlineData(Role.DataProtectionOfficer, "/en/desk/requests")]
    public async Task Pages_OfTheDesk_HaveNoSeriousAccessibilityFindingAndFitAPhone(Role role, params string[] addresses)
    {
        var page = await EnterAsync(role, "pl", width: 320);

        foreach (var address in addresses)
        {
            Assert.Equal((address, 200), (address, (await page.GotoAsync(demo.Address + address))!.Status));
            await page.FitsAsync();
            await page.HasNoSeriousFindingAsync();
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task UnitHead_WithKeysOnly_InvitesAColleague()
    {
        var page = await EnterAsync(Role.UnitHead, "en", width: 1440);
        await page.TabToAsync("a[href='/en/desk/accounts']");
        await page.EnterAsync();
        await page.TabToAsync("main a[href='/en/desk/accounts/new']");
        await page.EnterAsync();
        await page.TabToAsync("#name");
        await page.Keyboard.TypeAsync("Pelagia Niezwykła");
        await page.TabToAsync("#email");
        await page.Keyboard.TypeAsync("pelagia@niezwykla.example");
        await page.TabToAsync("input[name=language]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("main form .govuk-button");
        await page.EnterAsync();
        await page.TabToAsync("input[name=role]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToAsync("select[name=place]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToAsync("main form.sp-stack-l .govuk-button");
        await page.EnterAsync();
        Assert.EndsWith("/check", page.Url, StringComparison.Ordinal);

        await page.TabToAsync("main form.sp-stack-l .govuk-button");
        await page.EnterAsync();

        Assert.Contains("pelagia@niezwykla.example", await page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Form_LeftOnAPhoneWithoutScripts_IsTakenUpAgainFromTheDesk()
    {
        var page = await EnterAsync(Role.SystemAdministrator, "pl", width: 390, scripts: false);
        await page.GotoAsync(demo.Address + "/pl/desk/accounts/new");
        await page.FillAsync("#name", "Ambroży Niedokończony");
        await page.ClickAsync("button[name=later]");
        await page.Locator(".sp-found a").First.ClickAsync();

        Assert.Equal("Ambroży Niedokończony", await page.InputValueAsync("#name"));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> EnterAsync(Role role, string language, int width, bool scripts = true)
    {
        var page = await demo.OpenAsync($"/{language}/demo/{role.Code()}", width, scripts: scripts);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync($"**/{language}/desk");
        return page;
    }
}
