using System.Diagnostics;
using Npgsql;
using Splot.Data;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Searching;

/// <summary>PostgreSQL's driver tells of each statement, so that is where they are counted; the code is the same on both engines.</summary>
public sealed class StatementTests
{
    // Each page after the first: the overview is counted once for all of them.
    [Theory]
    [InlineData("/en/projects?q=everything&country=BG", 1)]
    [InlineData("/en/projects/bg-2021-everything", 2)]
    [InlineData("/en/projects/bg-2021-everything/history", 2)]
    [InlineData("/en/beneficiaries/bg-org-77", 1)]
    [InlineData("/en/", 2)]
    [InlineData("/en/map", 2)]
    [InlineData("/en/regions/BG323", 3)]
    [InlineData("/en/programmes/2021bg05sfpr002", 3)]
    [InlineData("/en/themes/theme-77", 2)]
    [InlineData("/en/about", 0)]
    [InlineData("/api/v1/projects", 1)]
    [InlineData("/api/v1/projects/bg-2021-everything", 1)]
    [InlineData("/api/v1/projects.csv", 2)]
    [InlineData("/api/v1/projects.geojson", 2)]
    [InlineData("/api/v1/projects/bg-2021-everything.ttl", 1)]
    [InlineData("/en/data/coverage", 2)]
    [InlineData("/data/BG-2021-2027.csv", 3)]
    [InlineData("/data/BG-2021-2027-art49.csv", 3)]
    [InlineData("/sitemap.xml", 1)]
    [InlineData("/sitemap-1.xml", 2)]
    public async Task Page_ReadsTheStore_InFewStatements(string address, int most)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Postgres);
        await app.PublishAsync(Everything.Published);
        await app.ProjectTerritoryAsync();
        await app.SettleAsync();
        await app.Client.GetStringAsync("/en/");

        Assert.Equal(most, await CountAsync(app, () => app.Client.GetStringAsync(address)));
    }

    [Fact]
    public async Task CoveragePage_WithNothingNew_CountsNothing()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Postgres);
        await app.PublishAsync(Everything.Published);
        await app.Client.GetStringAsync("/en/data");
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        // The index and the suggestions read meanwhile; nobody counts.
        Assert.Equal(0, await CountAsync(app, () => app.Client.GetStringAsync("/en/data/coverage"), "GROUP BY list"));
        Assert.Equal(0, await CountAsync(app, () => app.Client.GetStringAsync("/en/data"), "GROUP BY list"));
    }

    private static async Task<int> CountAsync(PortalApp app, Func<Task<string>> work, string about = "")
    {
        var count = 0;
        var database = new NpgsqlConnectionStringBuilder(app.Store.Target.Location).Database;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // What follows the store behind readers asks it too, but in no request.
                if (activity.Parent is not null && activity.GetTagItem("db.namespace") as string == database && activity.GetTagItem("db.query.text") is string text && text.TrimStart().StartsWith("SELECT", StringComparison.Ordinal) && text.Contains(about, StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref count);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return count;
    }
}
