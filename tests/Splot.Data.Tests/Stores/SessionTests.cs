using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts;
using Splot.Data.Tests.Canary;
using Splot.Testing;

namespace Splot.Data.Tests.Stores;

public class SessionTests
{
    [Theory, EachEngine]
    public async Task Write_ContextChanged_ReadSessionFindsRow(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);

        await stores.Main.AddAviaryAsync("a");

        Assert.Equal(1, await stores.Main.CountAviariesAsync());
    }

    [Theory, EachEngine]
    public async Task Write_ContextAndEvent_CommitTogether(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);

        await stores.Main.WriteAsync(
            session =>
            {
                session.Publish(new BirdHatched("a"));
                return Birds.AddAviary(session, "a");
            },
            CancellationToken.None);

        Assert.Equal((1, 1), await CountAsync(stores.Main));
    }

    [Theory, EachEngine]
    public async Task Write_WorkThrows_NeitherContextNorEventKept(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);

        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.Main.WriteAsync(
            async session =>
            {
                session.Publish(new BirdHatched("a"));
                await Birds.AddAviary(session, "a");
                await session.SaveAsync(CancellationToken.None);
                throw new InvalidOperationException("The work failed.");
            },
            CancellationToken.None));

        Assert.Equal((0, 0), await CountAsync(stores.Main));
    }

    [Theory, EachEngine]
    public async Task Write_SecondContextRefused_FirstContextRolledBack(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);

        await Assert.ThrowsAsync<DbUpdateException>(() => stores.Main.WriteAsync(
            session =>
            {
                session.Context<DataContext>().Add(new ConsumerRow { Name = "kept?" });
                session.Context<CanaryContext>().Add(new Bird { Name = "Pip", Sex = "neither", Aviary = "none" });
                return Task.CompletedTask;
            },
            CancellationToken.None));

        Assert.False(await stores.Main.ReadAsync(session => session.Context<DataContext>().Set<ConsumerRow>().AnyAsync(), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Write_AfterFailure_NextOneSucceeds(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        await Assert.ThrowsAnyAsync<DbException>(() => stores.Main.WriteAsync(session => session.ExecuteAsync("oops", [], CancellationToken.None), CancellationToken.None));

        await stores.Main.AddAviaryAsync("a");

        Assert.Equal(1, await stores.Main.CountAviariesAsync());
    }

    [Theory, EachEngine]
    public async Task Write_RowPointsNowhere_ForeignKeyRefuses(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);

        await Assert.ThrowsAsync<DbUpdateException>(() => stores.Main.WriteAsync(
            session =>
            {
                session.Context<CanaryContext>().Add(new Bird { Name = "Pip", Sex = "f", Aviary = "none" });
                return Task.CompletedTask;
            },
            CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Read_StatementThatWrites_Refused(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        await using var session = await stores.Main.OpenReadAsync(CancellationToken.None);

        await Assert.ThrowsAnyAsync<DbException>(() => session.ExecuteAsync("INSERT INTO canary_aviary (code) VALUES ('a')", [], CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Write_OnConnectionThatReadBefore_Allowed(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        for (var i = 0; i < 5; i++)
        {
            await stores.Main.CountAviariesAsync();
            await using var connection = await stores.Main.OpenAsync(CancellationToken.None);
            await connection.ExecuteAsync(null, "INSERT INTO canary_aviary (code) VALUES (@code)", [("code", $"a{i}")], CancellationToken.None);
        }

        Assert.Equal(5, await stores.Main.CountAviariesAsync());
    }

    [Theory, EachEngine]
    public async Task Read_OthersCommitBetweenStatements_SnapshotStays(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        await using var session = await stores.Main.OpenReadAsync(CancellationToken.None);
        var before = await Birds.CountAviariesAsync(session);

        await stores.Main.AddAviaryAsync("a");

        Assert.Equal(before, await Birds.CountAviariesAsync(session));
    }

    [Theory, EachEngine]
    public async Task Read_WhileWriterIsAtWork_DoesNotWait(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);

        var seen = await stores.Main.WriteAsync(
            async session =>
            {
                await Birds.AddAviary(session, "a");
                await session.SaveAsync(CancellationToken.None);
                return await stores.Main.CountAviariesAsync();
            },
            CancellationToken.None);

        Assert.Equal(0, seen);
    }

    [Theory, EachEngine]
    public async Task Like_OtherCase_DoesNotMatch(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        await stores.Main.AddAviaryAsync("Abc");

        var found = await stores.Main.ReadAsync(s => s.Context<CanaryContext>().Set<Aviary>().CountAsync(a => EF.Functions.Like(a.Code, "a%")), CancellationToken.None);

        Assert.Equal(0, found);
    }

    [Theory, EachEngine]
    public async Task Stores_TwoTests_ShareNothing(Engine engine)
    {
        await using var one = await Birds.StoresAsync(engine);
        await using var other = await Birds.StoresAsync(engine);

        await one.Main.AddAviaryAsync("a");

        Assert.Equal(0, await other.Main.CountAviariesAsync());
    }

    private static Task<(int Aviaries, int Events)> CountAsync(Store store) => store.ReadAsync(
        async session => (await Birds.CountAviariesAsync(session), await session.Context<DataContext>().Set<OutboxRow>().CountAsync()),
        CancellationToken.None);
}

internal sealed record BirdHatched(string Aviary) : IEvent
{
    public static string Name => "canary.bird-hatched";

    public string Aggregate => Aviary;
}
