using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.ReportError;
using Splot.Testing;

namespace Splot.Portal.Tests.ReportError;

public sealed class ReportErrorTests
{
    private const string Words = "The end is a year too early.\r\nThe contract says 2029.";

    [Fact]
    public async Task Link_OnAPage_LeadsToTheFormAboutIt()
    {
        await using var app = await SplotApp.StartAsync();
        using var projects = await app.PageAsync("/pl/projects?country=PL");
        using var form = await app.PageAsync(projects.QuerySelector("footer a[href*='/report']")!.GetAttribute("href")!);

        Assert.Equal("/pl/projects", form.QuerySelector("main p a")!.GetAttribute("href"));
        Assert.Equal("/projects", form.QuerySelector("input[name=about]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/projects?q=a")]
    [InlineData("projects")]
    [InlineData("/ a")]
    [InlineData("")]
    public async Task About_ThatIsNoPageOfOurs_IsLeftOut(string about)
    {
        await using var app = await SplotApp.StartAsync();
        using var form = await app.PageAsync("/en/report?about=" + Uri.EscapeDataString(about));

        Assert.Null(form.QuerySelector("input[name=about]"));
        Assert.Null(form.QuerySelector("main p a"));
    }

    [Fact]
    public async Task Form_Answered_IsNeverStoredAndKeptFromSearchEngines()
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri("/en/report", UriKind.Relative));
        using var form = await SplotApp.ParseAsync(answer);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("noindex", form.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory, EachEngine]
    public async Task Report_Whole_IsKeptAndThanked(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        using var answer = await SendAsync(app, ("kind", "data"), ("about", "/projects/a"), ("text", Words));

        Assert.Equal((HttpStatusCode.Redirect, "/pl/report/sent"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var report = Assert.Single(await ReportsAsync(app));
        Assert.Equal(("data", "/projects/a", Words.ReplaceLineEndings("\n"), "pl"), (report.Kind, report.About, report.Text, report.Language));
        Assert.Equal(app.Clock.GetUtcNow().ToUnixTimeMilliseconds(), report.At.ToUnixTimeMilliseconds());
        Assert.Equal(DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(180), report.LastDay);
    }

    [Theory]
    [InlineData("en", "Thank you, the report is here")]
    [InlineData("pl", "Dziękujemy, zgłoszenie dotarło")]
    [InlineData("bg", "Благодарим, съобщението пристигна")]
    public async Task Thanks_InALanguage_SpeakIt(string language, string title)
    {
        await using var app = await SplotApp.StartAsync();
        using var page = await app.PageAsync("/" + language + "/report/sent");

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Report_WithoutKind_KeepsWhatWasTypedAndNothingElse()
    {
        await using var app = await SplotApp.StartAsync();
        using var page = await FormAgainAsync(app, HttpStatusCode.UnprocessableEntity, ("about", "/projects/a"), ("text", Words));

        Assert.Equal(["#kind"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal(Words.ReplaceLineEndings("\n"), page.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal("/projects/a", page.QuerySelector("input[name=about]")!.GetAttribute("value"));
        Assert.StartsWith("Błąd: ", page.Title, StringComparison.Ordinal);
        Assert.Empty(await ReportsAsync(app));
    }

    [Fact]
    public async Task Report_WithBlankText_KeepsTheChoice()
    {
        await using var app = await SplotApp.StartAsync();
        using var page = await FormAgainAsync(app, HttpStatusCode.UnprocessableEntity, ("kind", "access"), ("text", " \r\n "));

        Assert.Equal(["#text"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal("access", page.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Empty(await ReportsAsync(app));
    }

    [Fact]
    public async Task Report_WithTooLongText_KeepsAllOfIt()
    {
        await using var app = await SplotApp.StartAsync();
        using var page = await FormAgainAsync(app, HttpStatusCode.UnprocessableEntity, ("kind", "site"), ("text", new string('x', 4001)));

        Assert.Equal(4001, page.QuerySelector("textarea")!.TextContent.Length);
    }

    [Fact]
    public async Task Report_FromAFormTooOld_KeepsWhatWasTyped()
    {
        await using var app = await SplotApp.StartAsync();
        using var page = await FormAgainAsync(app, HttpStatusCode.UnprocessableEntity, ("kind", "data"), ("text", Words), (Ui.AnonymousForm.Field, "old"));

        Assert.NotNull(page.QuerySelector(".govuk-error-summary"));
        Assert.Contains("2029", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await ReportsAsync(app));
    }

    [Theory, EachEngine]
    public async Task Reports_OverAnHoursMeasure_AreRefusedUntilItIsOver(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var handler = app.Services.GetRequiredService<ReportErrorHandler>();
        for (var i = 0; i < ReportErrorHandler.MostInAnHour; i++)
        {
            await handler.HandleAsync(new ErrorReport("data", null, "x", Language.English), CancellationToken.None);
        }

        using var page = await FormAgainAsync(app, HttpStatusCode.TooManyRequests, ("kind", "data"), ("text", Words));
        Assert.Contains("2029", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromHours(1));
        using var later = await SendAsync(app, ("kind", "data"), ("text", Words));
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Theory, EachEngine]
    public async Task Reports_AfterTheirLastDay_AreRemoved(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddPortal());
        var handler = stores.Get<ReportErrorHandler>();
        var desk = stores.Get<ReportDesk>();
        await handler.HandleAsync(new ErrorReport("data", null, "first", Language.English), CancellationToken.None);
        stores.Clock.Advance(TimeSpan.FromDays(1));
        await handler.HandleAsync(new ErrorReport("data", null, "second", Language.English), CancellationToken.None);

        stores.Clock.Advance(TimeSpan.FromDays(ReportErrorHandler.DaysKept - 1));
        Assert.Equal(0, await desk.RemoveOldAsync(CancellationToken.None));
        stores.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await desk.RemoveOldAsync(CancellationToken.None));
        Assert.Equal("second", Assert.Single(await desk.ListAsync(0, 10, CancellationToken.None)).Text);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task PortalAlone_WithoutAStoreToWriteTo_NamesWhomToWriteTo(string language)
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { Serve = ServedPart.Portal, Operator = new SiteOperator { Email = "office@example.eu" } });
        using var page = await app.PageAsync("/" + language + "/report?about=/projects");

        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
        Assert.NotNull(page.QuerySelector("main a[href='mailto:office@example.eu']"));
        using var refused = await SendAsync(app, ("kind", "data"), ("text", Words));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    private static Task<IReadOnlyList<Report>> ReportsAsync(SplotApp app) => app.Services.GetRequiredService<ReportDesk>().ListAsync(0, 1000, CancellationToken.None);

    private static async Task<IDocument> FormAgainAsync(SplotApp app, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(app, fields);
        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return await SplotApp.ParseAsync(answer);
    }

    /// <summary>As a browser sends the Polish form: with the token that stood in it, unless the fields bring another.</summary>
    private static async Task<HttpResponseMessage> SendAsync(SplotApp app, params (string Name, string Value)[] fields)
    {
        var token = app.Services.GetRequiredService<Ui.AnonymousForm>().Token("/pl/report");
        var sent = fields.Any(f => f.Name == Ui.AnonymousForm.Field) ? fields : [.. fields, (Ui.AnonymousForm.Field, token)];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/pl/report", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(sent.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await app.Client.SendAsync(request);
    }
}
