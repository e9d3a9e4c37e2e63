using Splot.Data;
using Splot.Testing;

namespace Splot.Portal.Tests.Accessibility;

public sealed class AccessibilityTests
{
    // The ids by which statements are looked up automatically in Poland.
    private static readonly string[] Ids =
    [
        "a11y-deklaracja", "a11y-wstep", "a11y-podmiot", "a11y-url", "a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-status", "a11y-data-sporzadzenie", "a11y-audytor",
        "a11y-kontakt", "a11y-osoba", "a11y-email", "a11y-telefon", "a11y-procedura", "a11y-architektura", "a11y-aplikacje",
    ];

    private static readonly SiteOperator Office = new()
    {
        Name = "Office of Examples",
        Page = new Uri("https://office.example.eu/access"),
        Contact = "Digital unit",
        Email = "digital@example.eu",
        Phone = "+48 22 000 00 00",
        SiteSince = new DateOnly(2026, 1, 31),
        SiteUpdated = new DateOnly(2026, 6, 1),
        StatementDate = new DateOnly(2026, 3, 30),
    };

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task Statement_OfAKnownOperator_HasEveryPartOnce(string language)
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { Operator = Office });
        using var page = await app.PageAsync("/" + language + "/accessibility");

        Assert.All(Ids, id => Assert.Single(page.QuerySelectorAll("#" + id)));
        Assert.Equal("Office of Examples", page.GetElementById("a11y-podmiot")!.TextContent);
        Assert.Equal(("2026-01-31", "2026-06-01", "2026-03-30"), (Day("a11y-data-publikacja"), Day("a11y-data-aktualizacja"), Day("a11y-data-sporzadzenie")));
        Assert.Equal(("Digital unit", "mailto:digital@example.eu", "tel:+48220000000"), (page.GetElementById("a11y-osoba")!.TextContent, Link("a11y-email"), Link("a11y-telefon")));
        Assert.Equal("https://office.example.eu/access", page.QuerySelector("#a11y-architektura a")!.GetAttribute("href"));

        string? Day(string id) => page.QuerySelector($"time#{id}")!.GetAttribute("datetime");
        string? Link(string id) => page.GetElementById(id)!.GetAttribute("href");
    }

    [Theory]
    [InlineData("en", "not given yet", "The body that runs this site has not given its name yet.")]
    [InlineData("pl", "jeszcze nie podano", "Podmiot, który prowadzi ten serwis, nie podał jeszcze swojej nazwy.")]
    [InlineData("bg", "още не е посочено", "Организацията, която поддържа този сайт, още не е посочила името си.")]
    public async Task Statement_OfAnUnknownOperator_SaysWhatIsNotGiven(string language, string absent, string nobody)
    {
        await using var app = await SplotApp.StartAsync();
        using var page = await app.PageAsync("/" + language + "/accessibility");

        Assert.All(Ids, id => Assert.Single(page.QuerySelectorAll("#" + id)));
        Assert.All(["a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-data-sporzadzenie", "a11y-osoba", "a11y-email", "a11y-telefon"], id => Assert.Equal(absent, page.GetElementById(id)!.TextContent));
        Assert.Equal(nobody, page.GetElementById("a11y-podmiot")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("time, main a[href^='mailto:'], main a[href^='tel:']"));
    }

    [Fact]
    public async Task Pages_EverywhereOnTheSite_LeadToTheStatement()
    {
        await using var app = await SplotApp.StartAsync();
        using var page = await app.PageAsync("/pl/projects");

        Assert.Equal("Deklaracja dostępności", page.QuerySelector("footer a[href='/pl/accessibility']")!.TextContent);
        Assert.Equal("/pl/accessibility", page.QuerySelector("meta[name='deklaracja-dostępności']")!.GetAttribute("content"));
    }
}
