using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Hosting;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Indexing;
using Splot.Portal.Tests.Support;
using Splot.Search.Live;
using Splot.Testing;

namespace Splot.Portal.Tests.Indexing;

/// <summary>Building anew, damage and loss of the index, as readers of the portal meet them.</summary>
public sealed class RebuildTests
{
    private const int Count = 600;

    [Theory, EachEngine]
    public async Task Searches_WhileTheIndexIsBuiltAnew_AreAnsweredInFull(Engine engine)
    {
        await using var app = await AppAsync(engine);
        using var ending = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(i => Task.Run(() => ReadOnAsync(app, i, ending.Token))).ToList();

        for (var i = 0; i < 6; i++)
        {
            await app.Get<IndexFollower>().RebuildAsync(null, CancellationToken.None);
        }

        await ending.CancelAsync();
        Assert.All(await Task.WhenAll(readers), answers => Assert.True(answers > 0));
    }

    [Theory, EachEngine]
    public async Task Changes_WhileTheIndexIsBuiltAnew_AreNotLost(Engine engine)
    {
        await using var app = await AppAsync(engine);
        var follower = app.Get<IndexFollower>();
        var building = Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await follower.RebuildAsync(null, CancellationToken.None);
            }
        });

        for (var i = 0; i < 20; i++)
        {
            await app.PublishAsync(
                Given.Published(Given.Operation(Id(Count + i), "Something new")),
                Given.Published(Given.Operation(Id(i), "Something changed"), 2),
                new PublishedOperation { Id = Id(100 + i), Publication = 2 });
        }

        await building;
        await app.CatchUpAsync();
        Assert.Equal(Count, (int)(await app.JsonAsync("/api/v1/projects"))["total"]!);
        Assert.Equal(20, (int)(await app.JsonAsync("/api/v1/projects?q=new"))["total"]!);
        Assert.Equal(20, (int)(await app.JsonAsync("/api/v1/projects?q=changed"))["total"]!);
    }

    [Theory]
    [InlineData("index.json")]
    [InlineData("segment.json")]
    [InlineData("terms")]
    [InlineData("*")]
    public async Task Index_DamagedBetweenTwoRuns_IsBuiltAnewByTheApplicationItself(string file)
    {
        await using var app = await AppAsync(Engine.Sqlite);
        app.Get<PortalIndex>().Search.Flush();
        Assert.True(Damage(app.Get<PortalIndex>().Folder, file) > 0, "There is no such file.");

        await using var next = app.AnotherProcess();
        var index = next.GetRequiredService<PortalIndex>();
        index.Search.Verify();
        Assert.NotEqual(SearchState.Ready, index.Search.Status.State);
        await next.GetRequiredService<IndexFollower>().CatchUpAsync(CancellationToken.None);

        Assert.Equal((SearchState.Ready, (long)Count), (index.Search.Status.State, index.Search.Status.Documents));
        Assert.Null(index.Search.Verify());
    }

    [Fact]
    public async Task Index_FoundDamagedWhileRunning_SaysComeBackAndIsBuiltAnew()
    {
        await using var app = await AppAsync(Engine.Sqlite);
        var index = app.Get<PortalIndex>();
        index.Search.Flush();
        Damage(index.Folder, "*");
        var readiness = app.Services.GetServices<IReadiness>().OfType<IndexReadiness>().Single();
        Assert.NotNull(index.Search.Verify());

        var problem = await app.JsonAsync("/api/v1/projects?q=words", 503);
        var page = await app.Client.GetAsync("/pl/projects");

        Assert.Equal("not-ready", (string?)problem["code"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal("5", Assert.Single(page.Headers.GetValues("Retry-After")));
        Assert.NotNull(await readiness.ReasonNotReadyAsync(CancellationToken.None));

        await app.CatchUpAsync();

        Assert.Equal(Count, (int)(await app.JsonAsync("/api/v1/projects?q=words"))["total"]!);
        Assert.Null(await readiness.ReasonNotReadyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Index_Lost_IsBuiltAnewFromThePublishedStore()
    {
        await using var app = await AppAsync(Engine.Sqlite);
        var folder = app.Get<PortalIndex>().Folder;
        Directory.Delete(folder, recursive: true);

        await using var next = app.AnotherProcess();
        await next.GetRequiredService<IndexFollower>().CatchUpAsync(CancellationToken.None);

        Assert.Equal(Count, next.GetRequiredService<PortalIndex>().Search.Status.Documents);
    }

    [Theory, EachEngine]
    public async Task Index_OfAnotherStore_IsBuiltAnew(Engine engine)
    {
        await using var other = await PortalApp.CreateAsync(engine, Given.Operation("x", "Of another store"), Given.Operation("y", "Of another store"));
        other.Get<PortalIndex>().Search.Flush();
        await using var app = await PortalApp.CreateAsync(engine);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.PublishAsync(Given.Published(Given.Operation("a", "Of this store")));
        Copy(other.Get<PortalIndex>().Folder, app.Get<PortalIndex>().Folder);

        await using var next = app.AnotherProcess();
        await next.GetRequiredService<IndexFollower>().CatchUpAsync(CancellationToken.None);

        Assert.Equal(1, next.GetRequiredService<PortalIndex>().Search.Status.Documents);
    }

    [Theory]
    [EachEngine(false)]
    [EachEngine(true)]
    public async Task Index_OfAStorePutBack_IsBuiltAnew(Engine engine, bool andWrittenSince)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a", "Words"));
        await app.PublishAsync(Given.Published(Given.Operation("b", "Words of later")));
        app.Get<PortalIndex>().Search.Flush();

        // As a backup taken before the second publication would have it.
        await app.Store.WriteAsync(
            async session =>
            {
                foreach (var sql in new[] { "DELETE FROM portal_document WHERE key = 2", "DELETE FROM portal_operation WHERE key = 2", "DELETE FROM portal_change WHERE sequence = 2" })
                {
                    Assert.Equal(1, await session.Command(sql).ExecuteNonQueryAsync());
                }
            },
            CancellationToken.None);
        if (andWrittenSince)
        {
            await app.Store.WriteAsync(session => session.Command("INSERT INTO portal_change (sequence, kind, count, at) VALUES (2, 'labels', 1, 5), (3, 'labels', 1, 6)").ExecuteNonQueryAsync(), CancellationToken.None);
        }

        await app.CatchUpAsync();

        Assert.Equal(["a"], await app.IdsAsync("?q=words"));
        Assert.Equal(1, (int)(await app.JsonAsync("/api/v1/projects"))["total"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Day\":\"2026-0")]
    [InlineData(null)]
    public async Task Index_WithoutAReadableMark_IsBuiltAnew(string? mark)
    {
        await using var app = await AppAsync(Engine.Sqlite);
        app.Get<PortalIndex>().Search.Flush();
        var path = Path.Combine(app.Get<PortalIndex>().Folder, "followed.json");
        File.Delete(path);
        if (mark is not null)
        {
            await File.WriteAllTextAsync(path, mark);
        }

        await using var next = app.AnotherProcess();
        await next.GetRequiredService<IndexFollower>().CatchUpAsync(CancellationToken.None);

        Assert.Equal(Count, next.GetRequiredService<PortalIndex>().Search.Status.Documents);
        Assert.Contains("2026-06-01", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.Delete(to, recursive: true);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task<int> ReadOnAsync(PortalApp app, int reader, CancellationToken ending)
    {
        string[] searches = ["/api/v1/projects?limit=5", "/api/v1/projects?q=words&sort=budget", "/api/v1/projects?country=PL&limit=100"];
        var answers = 0;
        for (; !ending.IsCancellationRequested || answers == 0; answers++)
        {
            Assert.Equal(Count, (int)(await app.JsonAsync(searches[reader]))["total"]!);
        }

        return answers;
    }

    /// <summary>Spoils the files of a name, * for all; returns how many.</summary>
    private static int Damage(string folder, string name)
    {
        var files = Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("lock" or "followed.json")).ToList();
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            stream.Position = stream.Length / 2;
            var present = stream.ReadByte();
            stream.Position = stream.Length / 2;
            stream.WriteByte((byte)(present ^ 0x55));
        }

        return files.Count;
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"op-{number}");

    private static Task<PortalApp> AppAsync(Engine engine) =>
        PortalApp.CreateAsync(engine, [.. Enumerable.Range(0, Count).Select(i => Given.Operation(Id(i), "The same words") with { Budget = Given.Eur(i) })]);
}
