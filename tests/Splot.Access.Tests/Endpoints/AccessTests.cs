using System.Net;
using Microsoft.AspNetCore.Builder;
using Splot.Contracts.Access;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Access.Tests.Endpoints;

/// <summary>What an endpoint gets from naming its act. That every endpoint obeys the table is asked by <c>EveryEndpointTests</c> of the persons, who have the records to ask for.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Endpoint_WithoutAct_IsRefusedToEverybody()
    {
        await using var app = await Staff.StartAsync(mapBare: a => a.MapGet("/{lang}/canary", () => "done"));
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        await browser.GetAsync("/pl/canary");

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task Endpoint_OfASensitiveAct_AsksForAProofOfTheLastTenMinutes()
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet("/{lang}/canary", () => "done").For(Acts.KeepAccounts));
        var browser = await app.EnterAsync(Role.SystemAdministrator);
        await browser.GetAsync("/pl/canary");
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.GetAsync("/pl/canary");

        Assert.Equal((HttpStatusCode.Redirect, "/pl/desk/prove?to=%2Fpl%2Fcanary"), (browser.Status, browser.Location));
    }

    [Theory]
    [InlineData("/api/v1/canary")]
    public async Task Api_AskedByNobody_Answers401(string address)
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet(address, () => "done").For(Acts.SeePersons));
        var browser = new Browser(app);

        await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
    }
}
