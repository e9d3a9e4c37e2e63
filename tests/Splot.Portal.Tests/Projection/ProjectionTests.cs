using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Projection;
using Splot.Portal.RemoveNames;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Projection;

public sealed class ProjectionTests
{
    [Theory, EachEngine]
    public async Task Projection_Twice_WritesOnce(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a"), Given.Operation("b"));
        var changes = await CountAsync(app, "SELECT COUNT(*) FROM portal_change");

        var again = await app.ProjectAsync(1, 2);

        Assert.Equal(new ProjectionResult(2, 0), again);
        Assert.Equal(changes, await CountAsync(app, "SELECT COUNT(*) FROM portal_change"));
    }

    [Theory, EachEngine]
    public async Task Projection_OfOlderPublication_KeepsTheNewer(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        await app.PublishAsync(Given.Published(Given.Operation("a", "New"), publication: 5));

        await app.PublishAsync(Given.Published(Given.Operation("a", "Old"), publication: 4));

        Assert.Equal("New", (string?)(await app.JsonAsync("/api/v1/projects/a"))["title"]!["en"]);
    }

    [Theory, EachEngine]
    public async Task Projection_OfNewerPublication_ReplacesEverything(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a", "First words") with { Fund = "ESF+" });

        await app.PublishAsync(Given.Published(Given.Operation("a", "Second words") with { Fund = "ERDF" }, publication: 2));

        Assert.Equal(["a"], await app.IdsAsync("?q=second&fund=ERDF"));
        Assert.Empty(await app.IdsAsync("?q=first"));
        Assert.Empty(await app.IdsAsync("?fund=ESF%2B"));
        Assert.Equal(1, await CountAsync(app, "SELECT COUNT(*) FROM portal_document"));
    }

    [Theory, EachEngine]
    public async Task Projection_OfSameOperationTwiceInOneRun_WritesTheNewest(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);

        await app.PublishAsync(Given.Published(Given.Operation("a", "One"), 1), Given.Published(Given.Operation("a", "Three"), 3), Given.Published(Given.Operation("a", "Two"), 2));

        Assert.Equal("Three", (string?)(await app.JsonAsync("/api/v1/projects/a"))["title"]!["en"]);
    }

    [Theory, EachEngine]
    public async Task Projection_OfManyRows_CutsThemIntoShortTransactions(Engine engine)
    {
        var operations = Enumerable.Range(0, 3_000).Select(i => Given.Operation(string.Create(CultureInfo.InvariantCulture, $"op-{i}"))).ToArray();

        await using var app = await PortalApp.CreateAsync(engine, operations);

        Assert.Equal(3_000, (int)(await app.JsonAsync("/api/v1/projects"))["total"]!);
        Assert.InRange(await CountAsync(app, "SELECT COUNT(*) FROM portal_change"), 2, 60);
        Assert.Equal(3_000, await CountAsync(app, "SELECT SUM(count) FROM portal_change"));
    }

    [Theory, EachEngine]
    public async Task Projection_EveryWrite_CarriesItsChange(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a"), Given.Operation("b"));
        await app.PublishAsync(Given.Published(Given.Operation("b", "Other"), 2));

        Assert.Equal(1, await CountAsync(app, "SELECT COUNT(*) FROM portal_operation WHERE change = (SELECT MAX(sequence) FROM portal_change)"));
    }

    [Theory, EachEngine]
    public async Task Projection_OfWhatWasNeverPublic_LeavesNoTrace(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);

        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 1 });

        await app.JsonAsync("/api/v1/projects/a", 404);
        Assert.Equal(0, await CountAsync(app, "SELECT COUNT(*) FROM portal_change"));
    }

    [Theory, EachEngine]
    public async Task Projection_OfWithdrawal_ClearsTheDocument(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a", "Secret words"));

        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 2, WithdrawnReason = "Published by mistake." });

        Assert.Empty(await app.IdsAsync("?q=secret"));
        Assert.Equal(0, await CountAsync(app, "SELECT COUNT(*) FROM portal_document"));
        Assert.Equal("Published by mistake.", (string?)(await app.JsonAsync("/api/v1/projects/a", 410))["detail"]);
    }

    [Theory, EachEngine]
    public async Task Projection_AfterWithdrawal_BringsItBack(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a"));
        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 2 });

        await app.PublishAsync(Given.Published(Given.Operation("a"), 3));

        await app.JsonAsync("/api/v1/projects/a");
    }

    [Theory, EachEngine]
    public async Task Rebuild_RemovesWhatIsGone_AndRestoresTheRest(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a"), Given.Operation("b", "Kept"), Given.Operation("c"));
        await ExecuteAsync(app, "DELETE FROM portal_document WHERE key = 2");
        app.Source.Remove(1);

        var (written, removed) = await app.Get<Rebuild>().RunAsync(app.Source, null, CancellationToken.None);

        Assert.Equal(new ProjectionResult(2, 2), written);
        Assert.Equal(1, removed);
        await app.CatchUpAsync();
        Assert.Equal(["b"], await app.IdsAsync("?q=kept"));
        Assert.Equal(["b", "c"], (await app.IdsAsync("")).Order(StringComparer.Ordinal));
        await app.JsonAsync("/api/v1/projects/a", 404);
        Assert.Equal(1, await CountAsync(app, "SELECT COUNT(*) FROM portal_change WHERE kind = 'removed' AND operation_id = 'a'"));
    }

    [Theory, EachEngine]
    public async Task Rebuild_FromAnOlderMainStore_FollowsIt(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        await app.PublishAsync(Given.Published(Given.Operation("a", "Newer"), 9));
        app.Source.Set(1, Given.Published(Given.Operation("a", "Restored"), 3));

        await app.Get<Rebuild>().RunAsync(app.Source, null, CancellationToken.None);

        Assert.Equal("Restored", (string?)(await app.JsonAsync("/api/v1/projects/a"))["title"]!["en"]);
    }

    [Theory, EachEngine]
    public async Task Rebuild_KeepsKeys(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("b"), Given.Operation("a"));
        var key = await CountAsync(app, "SELECT key FROM portal_operation WHERE id = 'a'");

        await app.Get<Rebuild>().RunAsync(app.Source, null, CancellationToken.None);

        Assert.Equal(key, await CountAsync(app, "SELECT key FROM portal_operation WHERE id = 'a'"));
    }

    [Theory, EachEngine]
    public async Task Consumer_OnEvent_ProjectsTheRange(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        app.Source.Set(10, Given.Published(Given.Operation("a")));
        app.Source.Set(11, Given.Published(Given.Operation("b")));

        await app.Get<OperationsConsumer>().HandleAsync(new Delivery(1, OperationsChanged.Name, """{"fromKey":10,"toKey":10,"aggregate":"operations"}"""), CancellationToken.None);
        await app.CatchUpAsync();

        Assert.Equal(["a"], await app.IdsAsync(""));
    }

    [Theory, EachEngine]
    public async Task PersonName_AfterItsLastDay_IsNowhere(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        await app.PublishAsync(Person("a", new DateOnly(2026, 6, 2)));
        Assert.Equal("Zofia Wymyślona", (string?)(await app.JsonAsync("/api/v1/projects/a"))["beneficiary"]!["name"]);
        Assert.Empty(await app.IdsAsync("?q=wymyslona"));

        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Zofia Wymyślona", (string?)(await app.JsonAsync("/api/v1/projects/a"))["beneficiary"]!["name"]);
        app.Clock.Advance(TimeSpan.FromDays(1));

        Assert.DoesNotContain("Wymyślona", await app.Client.GetStringAsync("/api/v1/projects/a"), StringComparison.Ordinal);
        Assert.DoesNotContain("Wymyślona", await app.Client.GetStringAsync("/api/v1/projects"), StringComparison.Ordinal);
        Assert.True((bool)(await app.JsonAsync("/api/v1/projects/a"))["beneficiary"]!["naturalPerson"]!);
    }

    [Theory, EachEngine]
    public async Task RemoveNames_AfterTheLastDay_EmptiesTheColumn(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        await app.PublishAsync(Person("a", new DateOnly(2026, 6, 1)), Person("b", new DateOnly(2026, 6, 2)));
        app.Clock.Advance(TimeSpan.FromDays(1));

        var removed = await app.Get<RemoveNamesHandler>().RemoveAsync(CancellationToken.None);

        Assert.Equal(1, removed);
        Assert.Equal(1, await CountAsync(app, "SELECT COUNT(*) FROM portal_operation WHERE person_name IS NOT NULL AND id = 'b'"));
        Assert.Equal(1, await CountAsync(app, "SELECT COUNT(*) FROM portal_change WHERE kind = 'names'"));
        Assert.Equal(0, await app.Get<RemoveNamesHandler>().RemoveAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task PersonName_BroughtAgainAfterItsDay_StaysOut(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);

        await app.PublishAsync(Person("a", new DateOnly(2026, 5, 31)));

        Assert.Equal(1, await CountAsync(app, "SELECT COUNT(*) FROM portal_operation WHERE person_name IS NULL"));
    }

    private static PublishedOperation Person(string id, DateOnly until) =>
        Given.Published(Given.Operation(id) with { Beneficiary = new PartyDocument { NaturalPerson = true } }) with { PersonName = "Zofia Wymyślona", PersonNameUntil = until };

    private static Task<long> CountAsync(PortalApp app, string sql) => app.Store.ReadAsync(
        async session => Convert.ToInt64(await session.Command(sql).ExecuteScalarAsync(), CultureInfo.InvariantCulture),
        CancellationToken.None);

    private static Task ExecuteAsync(PortalApp app, string sql) => app.Store.WriteAsync(session => session.Command(sql).ExecuteNonQueryAsync(), CancellationToken.None);
}
