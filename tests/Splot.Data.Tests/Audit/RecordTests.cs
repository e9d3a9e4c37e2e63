using Microsoft.EntityFrameworkCore;
using Splot.Data.Tests.Stores;
using Splot.Testing;

namespace Splot.Data.Tests.Audit;

public class RecordTests
{
    private const string RefuseSqlite = "CREATE TRIGGER refuse BEFORE INSERT ON data_audit BEGIN SELECT RAISE(ABORT, 'full'); END";
    private const string RefusePostgres = "CREATE TRIGGER refuse BEFORE INSERT ON data_audit FOR EACH ROW EXECUTE FUNCTION data_audit_refuse()";

    [Theory, EachEngine]
    public async Task Record_WithTheChange_IsKeptWithItsTimeAndEveryField(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.RecordAsync(Auditing.FullEntry("persons.person.read"));

        var row = Assert.Single(await RowsAsync(stores));

        Assert.Equal(stores.Clock.GetUtcNow().ToUnixTimeMilliseconds(), row.At);
        Assert.Equal(("read", "persons.person.read", "account", "7", "8"), (row.Kind, row.Act, row.ActorKind, row.Actor, row.OnBehalfOf));
        Assert.Equal(("persons.person", "12", "3", "Zażalenie № 5"), (row.SubjectKind, row.SubjectId, row.Organisation, row.Reason));
        Assert.Equal(("""{"state":"draft"}""", """{"state":"sent"}""", "12"), (row.Before, row.After, row.Person));
        Assert.Equal([1, 2, 3], row.PersonalBefore);
        Assert.Empty(row.PersonalAfter!);
        Assert.Equal(engine == Engine.Sqlite, row.TransactionId == 0);
    }

    [Theory, EachEngine]
    public async Task Record_SeveralInOneCommand_AllKeptInOrder(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.Main.WriteAsync(
            session =>
            {
                session.Record(Auditing.FullEntry("first"));
                session.Record(new AuditEntry { Kind = AuditKind.SignIn, Act = "second", Actor = AuditActor.Nobody });
                session.Record(new AuditEntry { Kind = AuditKind.Refusal, Act = "third", Actor = AuditActor.Link("9") });
                session.Record(new AuditEntry { Kind = AuditKind.Export, Act = "fourth", Actor = AuditActor.Job("data.clean-up") });
                session.Record(new AuditEntry { Kind = AuditKind.Change, Act = "fifth", Actor = AuditActor.Terminal("anna") });
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.Equal(
            ["read first account 7", "sign-in second nobody ", "refusal third link 9", "export fourth job data.clean-up", "change fifth terminal anna"],
            (await RowsAsync(stores)).Select(r => $"{r.Kind} {r.Act} {r.ActorKind} {r.Actor}"));
    }

    [Theory, EachEngine]
    public async Task Record_CommandIsRolledBack_EntryIsAbsent(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.Main.WriteAsync(
            session =>
            {
                session.Record(Auditing.Entry("never"));
                throw new InvalidOperationException("no");
            },
            CancellationToken.None));
        await stores.RecordAsync("done");

        Assert.Equal(["done"], (await RowsAsync(stores)).Select(r => r.Act));
    }

    [Theory, EachEngine]
    public async Task Record_EntryCannotBeWritten_CommandFailsAndChangesNothing(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        await stores.Main.AddAviaryAsync("north");
        await stores.TamperAsync(engine == Engine.Sqlite ? RefuseSqlite : RefusePostgres);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => stores.Main.WriteAsync(
            async session =>
            {
                await Birds.AddAviary(session, "south");
                session.Record(Auditing.Entry("aviary.added"));
            },
            CancellationToken.None));

        Assert.Equal(1, await stores.Main.CountAviariesAsync());
        Assert.Empty(await RowsAsync(stores));
    }

    [Theory, EachEngine]
    public async Task Record_WhatIsNoEntry_IsABug(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.Main.WriteAsync(
            session =>
            {
                Assert.Throws<ArgumentException>(() => session.Record(Auditing.Entry(" ")));
                Assert.Throws<ArgumentException>(() => session.Record(Auditing.FullEntry("a") with { Person = null }));
                Assert.Throws<ArgumentException>(() => session.Record(Auditing.FullEntry("a") with { SubjectId = null }));
                return Task.CompletedTask;
            },
            CancellationToken.None);
        await stores.Public.WriteAsync(
            session =>
            {
                Assert.Throws<InvalidOperationException>(() => session.Record(Auditing.Entry("a")));
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.Empty(await RowsAsync(stores));
    }

    [Theory, EachEngine]
    public async Task Read_OfAPerson_IsRecordedBeforeItIsHandedOut(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        await stores.Main.AddAviaryAsync("north");

        var count = await stores.Get<AuditReads>().ReadAsync(Birds.CountAviariesAsync, found => [Auditing.FullEntry($"saw {found}")], CancellationToken.None);
        await stores.Get<AuditReads>().ReadAsync(Birds.CountAviariesAsync, _ => [], CancellationToken.None);

        Assert.Equal(1, count);
        Assert.Equal(["saw 1"], (await RowsAsync(stores)).Select(r => r.Act));
    }

    [Theory, EachEngine]
    public async Task Read_CannotBeRecorded_Fails(Engine engine)
    {
        await using var stores = await Birds.StoresAsync(engine);
        await stores.TamperAsync(engine == Engine.Sqlite ? RefuseSqlite : RefusePostgres);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => stores.Get<AuditReads>().ReadAsync(Birds.CountAviariesAsync, _ => [Auditing.FullEntry("saw")], CancellationToken.None));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => stores.Get<AuditReads>().RecordAsync([Auditing.FullEntry("saw")], CancellationToken.None));
    }

    [Theory, EachEngine("UPDATE data_audit SET act = 'other'")]
    [EachEngine("DELETE FROM data_audit")]
    [EachEngine("UPDATE data_audit_seal SET number = 9")]
    [EachEngine("DELETE FROM data_audit_seal")]
    public async Task Entries_ChangedOrRemovedBySql_Refused(Engine engine, string statement)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.RecordAsync("done");
        await stores.SealAsync();

        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => stores.Main.WriteAsync(session => session.ExecuteAsync(statement, [], CancellationToken.None), CancellationToken.None));

        Assert.Contains("The audit is only added to.", refusal.Message, StringComparison.Ordinal);
        Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync());
    }

    [Theory]
    [InlineData("TRUNCATE data_audit")]
    [InlineData("TRUNCATE data_audit_seal")]
    public async Task Entries_Truncated_Refused(string statement)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Postgres);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => stores.Main.WriteAsync(session => session.ExecuteAsync(statement, [], CancellationToken.None), CancellationToken.None));
    }

    private static Task<List<AuditRow>> RowsAsync(TestStore stores) =>
        stores.Main.ReadAsync(session => session.Context<DataContext>().Set<AuditRow>().OrderBy(r => r.Id).ToListAsync(), CancellationToken.None);
}
