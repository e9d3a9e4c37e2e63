using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Demo;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Access.Tests.Refusals;

public sealed class RefusalTests
{
    [Theory, EachEngine]
    public async Task Refusal_OfSomebodySignedIn_IsKeptInTheAuditWithTheActAlone(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var browser = await app.EnterAsync(Role.Trainer);

        await browser.GetAsync("/pl/canary?who=Zofia");

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Equal(["account publish"], await RefusalsAsync(app));
    }

    [Fact]
    public async Task Refusal_OfAStranger_IsNoEntry()
    {
        await using var app = await StartAsync(Engine.Sqlite);

        await new Browser(app).GetAsync("/pl/canary");

        Assert.Empty(await RefusalsAsync(app));
    }

    [Fact]
    public async Task Answer_ToWhoMay_IsNoEntry()
    {
        await using var app = await StartAsync(Engine.Sqlite);
        var browser = await app.EnterAsync(Role.Publisher);

        await browser.GetAsync("/pl/canary");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Empty(await RefusalsAsync(app));
    }

    [Theory]
    [InlineData(Role.UnitHead, "/en/desk/accounts/nobody", HttpStatusCode.NotFound)]
    [InlineData(Role.UnitHead, "/en/desk/nowhere", HttpStatusCode.NotFound)]
    [InlineData(Role.SocialWorker, "/en/desk/accounts", HttpStatusCode.Forbidden)]
    public async Task Refusal_AtTheDesk_StaysAtTheDesk(Role role, string address, HttpStatusCode status)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(role);

        var page = await browser.GetAsync(address);

        Assert.Equal((status, true), (browser.Status, page.QuerySelector("body.sp-desk .sp-nav a[href='/en/desk']") is not null));
        Assert.Equal("My work", page.QuerySelector("main .sp-error a[href='/en/desk']")!.TextContent);
    }

    private static async Task<SplotApp> StartAsync(Engine engine)
    {
        var app = await SplotApp.StartAsync(engine, o => o with { Demo = true }, map: a => a.MapGet("/{lang}/canary", () => "done").For(Acts.Publish));
        await app.Services.GetRequiredService<DemoAccounts>().LoadAsync(CancellationToken.None);
        return app;
    }

    private static Task<List<string>> RefusalsAsync(SplotApp app) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        async session =>
        {
            var found = new List<string>();
            await using var command = session.Command("SELECT actor_kind, subject_id FROM data_audit WHERE act = 'access.refused' ORDER BY id");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.Add(reader.GetString(0) + " " + reader.GetString(1));
            }

            return found;
        },
        CancellationToken.None);
}
