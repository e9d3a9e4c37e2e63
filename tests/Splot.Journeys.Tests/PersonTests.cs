using Microsoft.Playwright;
using Splot.Contracts.Access;

namespace Splot.Journeys.Tests;

/// <summary>A person's whole way at the desk in a real browser: entered despite a warning, merged, in an emergency, with a request; and what their pages look like to those who do not see or have a phone.</summary>
public class PersonTests(DemoSite demo)
{
    [Fact]
    public async Task Person_WithoutScripts_IsEnteredDespiteTheWarningAndMergedAway()
    {
        var page = await EnterAsync(Role.UnitHead, "en", scripts: false);
        await OpenFirstAsync(page, "/en/desk/persons");
        var known = await page.Locator("h1").InnerTextAsync();
        var number = await page.Locator("main dl").First.InnerTextAsync();
        await FillAsync(page, known, number);
        Assert.True(await page.Locator("main input[name=despite]").IsVisibleAsync());
        await page.CheckAsync("main input[name=despite]");
        await page.ClickAsync("main form.sp-stack-l .govuk-button");
        Assert.Contains("done=entered", page.Url, StringComparison.Ordinal);

        await page.ClickAsync("main .sp-doors a[href$='/duplicates']");
        await page.Locator("main a[href*='/merge?with=']").First.ClickAsync();
        await page.CheckAsync("input[name=same][value=yes]");
        await page.Locator("input[name=stays]").Last.CheckAsync();
        await page.FillAsync("input[name=why]", "the same identity card");
        await page.ClickAsync("main form.sp-stack button.govuk-button");

        Assert.Contains("done=merged", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("main .sp-doors a[href$='/history']");
        Assert.True(await page.Locator("main a[href*='/undo?merge=']").First.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Emergency_WithKeysOnly_IsOpenedAndSeenByTheHead()
    {
        var beyond = await FirstAsync(Role.UnitHead, "/en/desk/persons?unit=demo-team-2");
        var page = await EnterAsync(Role.SocialWorker, "en");
        await page.GotoAsync(demo.Address + beyond + "/emergency");
        await page.TabToAsync("[name=why]");
        await page.Keyboard.TypeAsync("Ambulance on its way");
        await page.TabToAsync("main form.sp-stack button.govuk-button");
        await page.EnterAsync();
        Assert.Contains("done=emergency", page.Url, StringComparison.Ordinal);
        await page.HasNoSeriousFindingAsync();
        await page.Context.CloseAsync();

        var head = await EnterAsync(Role.UnitHead, "en");
        await head.TabToAsync("a[href='/en/desk/emergency']");
        await head.EnterAsync();
        Assert.Contains("Ambulance on its way", await head.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await ExamineAsync(head, "/bg/desk/emergency?tab=all");
        await head.Context.CloseAsync();
    }

    [Fact]
    public async Task Request_WithKeysOnly_IsRecordedForAPerson()
    {
        var page = await EnterAsync(Role.DataProtectionOfficer, "en");
        await OpenFirstAsync(page, "/en/desk/persons");
        var person = new Uri(page.Url).AbsolutePath;
        await page.TabToAsync("main .sp-doors a[href$='/request']");
        await page.EnterAsync();
        await page.TabToAsync("input[name=kind]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("input[name=received-day]");
        await page.Keyboard.TypeAsync("1");
        await page.TabToAsync("input[name=received-month]");
        await page.Keyboard.TypeAsync("6");
        await page.TabToAsync("input[name=received-year]");
        await page.Keyboard.TypeAsync("2026");
        await page.TabToAsync("main form.sp-stack button.govuk-button");
        await page.EnterAsync();
        Assert.Contains("done=received", page.Url, StringComparison.Ordinal);

        await ExamineAsync(page, new Uri(page.Url).AbsolutePath, person.Replace("/en/", "/bg/", StringComparison.Ordinal) + "/request", person.Replace("/en/", "/pl/", StringComparison.Ordinal) + "/erase", person + "/seen", "/pl/desk/persons/export");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_OfPersonsAndClauses_HaveNoSeriousFindingAndFitAPhone()
    {
        var page = await EnterAsync(Role.UnitHead, "pl");
        await OpenFirstAsync(page, "/pl/desk/persons?unit=demo-team-2");
        var one = new Uri(page.Url).AbsolutePath;
        var others = await page.GotoAsync(demo.Address + "/pl/desk/persons?unit=demo-team-1");
        Assert.Equal(200, others!.Status);
        var other = (await page.Locator("main table a[href*='/desk/persons/']").First.GetAttributeAsync("href"))!.Split('/')[^1];

        await ExamineAsync(
            page, one, one + "?with=traits", one + "/correct", one.Replace("/pl/", "/bg/", StringComparison.Ordinal) + "/history", one + "/consents", one + "/merge?with=" + other, one + "/restrict", one.Replace("/pl/", "/en/", StringComparison.Ordinal) + "/hand-over",
            "/bg/desk/hand-over", "/bg/desk/clauses", "/pl/desk/clauses/new", "/en/desk/clauses/demo-welfare/persons-served", "/bg/desk/clauses/demo-welfare/persons-served/1/bg", "/pl/desk/purposes", "/en/desk/purposes/new", "/bg/desk/nothing-here");
        await page.Context.CloseAsync();
    }

    private static async Task OpenFirstAsync(IPage page, string list)
    {
        await page.GotoAsync(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + list);
        await page.Locator("main table a[href*='/desk/persons/']").First.ClickAsync();
    }

    private async Task<string> FirstAsync(Role role, string list)
    {
        var page = await EnterAsync(role, "en");
        await OpenFirstAsync(page, list);
        var address = new Uri(page.Url).AbsolutePath;
        await page.Context.CloseAsync();
        return address;
    }

    /// <summary>The pages of the form, with the name and the birth date of somebody who is known.</summary>
    private static async Task FillAsync(IPage page, string name, string facts)
    {
        var born = System.Text.RegularExpressions.Regex.Match(facts, @"(?<day>\d{1,2})\s+(?<month>[A-Z][a-z]+)\s+(?<year>\d{4})", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var date = DateOnly.Parse(born.Groups["day"].Value + " " + born.Groups["month"].Value + " " + born.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture);
        await page.GotoAsync(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/en/desk/persons/new");
        if (await page.Locator("main input[name=where]").CountAsync() > 0)
        {
            await page.Locator("main input[name=where]").First.CheckAsync();
            await page.ClickAsync("main form.sp-stack-l .govuk-button");
        }

        await page.FillAsync("input[name=firstNames]", name[..name.LastIndexOf(' ')]);
        await page.FillAsync("input[name=surnames]", name[(name.LastIndexOf(' ') + 1)..]);
        await page.FillAsync("input[name=birthDate-day]", date.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("input[name=birthDate-month]", date.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("input[name=birthDate-year]", date.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.ClickAsync("main form.sp-stack-l .govuk-button");
        await page.ClickAsync("main form.sp-stack-l .govuk-button");
        Assert.EndsWith("/check", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>Wide and on a phone.</summary>
    private async Task ExamineAsync(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await page.SetViewportSizeAsync(1280, 900);
            var answer = await page.GotoAsync(demo.Address + address);
            Assert.Equal((address, address.EndsWith("nothing-here", StringComparison.Ordinal) ? 404 : 200), (address, answer!.Status));
            await page.HasNoSeriousFindingAsync();
            await page.SetViewportSizeAsync(320, 640);
            await page.FitsAsync();
        }
    }

    private async Task<IPage> EnterAsync(Role role, string language, bool scripts = true)
    {
        var page = await demo.OpenAsync($"/{language}/demo/{role.Code()}", 1280, scripts: scripts);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync($"**/{language}/desk");
        return page;
    }
}
