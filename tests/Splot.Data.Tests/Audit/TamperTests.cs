using Microsoft.EntityFrameworkCore;
using Splot.Testing;

namespace Splot.Data.Tests.Audit;

/// <summary>What a database owner may do to the audit, and how the check names it.</summary>
public class TamperTests
{
    /// <summary>Every column of an entry and its seal, with a value that it does not have in the entry "c".</summary>
    private static readonly (string Column, string Value)[] Columns =
    [
        ("data_audit.transaction_id", "1"), ("data_audit.at", "5"), ("data_audit.kind", "'change'"), ("data_audit.act", "'C'"), ("data_audit.actor_kind", "'job'"),
        ("data_audit.actor", "'70'"), ("data_audit.actor", "NULL"), ("data_audit.on_behalf_of", "NULL"), ("data_audit.subject_kind", "'x'"), ("data_audit.subject_id", "''"),
        ("data_audit.organisation", "NULL"), ("data_audit.reason", "'Zażalenie № 6'"), ("data_audit.before", "NULL"), ("data_audit.after", "'{}'"), ("data_audit.person", "'13'"),
        ("data_audit.personal_before", "NULL"), ("data_audit.personal_after", "NULL"), ("data_audit_seal.sealed_at", "5"), ("data_audit_seal.hash", "(SELECT hash FROM data_audit_seal WHERE number = 2)"),
    ];

    [Theory, EachEngine]
    public async Task Verify_AnyColumnChanged_NamesTheEntry(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync("CREATE TABLE kept AS SELECT * FROM data_audit WHERE id = 3", "CREATE TABLE kept_seal AS SELECT * FROM data_audit_seal WHERE number = 3");
        foreach (var (column, value) in Columns)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            var (key, kept) = table == "data_audit" ? ("id", "kept") : ("number", "kept_seal");
            await stores.TamperAsync($"UPDATE {table} SET {name} = {value} WHERE {key} = 3");

            var broken = Assert.IsType<AuditVerification.Broken>(await stores.VerifyAsync());

            Assert.Equal((3L, AuditDamage.Changed, 2L), (broken.Number, broken.Damage, broken.Checked));
            Assert.Equal("Entry 3 (id 3) was changed: it or its seal is not what was sealed.", broken.Sentence);
            await stores.TamperAsync($"UPDATE {table} SET {name} = (SELECT {name} FROM {kept}) WHERE {key} = 3");
            Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync());
        }
    }

    [Fact]
    public void Columns_OfThisTest_AreAllThereAre()
    {
        var columns = typeof(AuditRow).GetProperties().Select(p => "data_audit." + SnakeCase.Of(p.Name))
            .Concat(typeof(AuditSealRow).GetProperties().Select(p => "data_audit_seal." + SnakeCase.Of(p.Name)));

        // The ids and the place have tests of their own.
        Assert.Equal(["data_audit.id", "data_audit_seal.number", "data_audit_seal.entry_id"], columns.Except(Columns.Select(c => c.Column), StringComparer.Ordinal));
    }

    // An entry's length is in what is hashed, so text cannot move from one column to the next.
    [Theory, EachEngine]
    public async Task Verify_TextMovedToTheNextColumn_Named(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync("UPDATE data_audit SET subject_kind = 'persons.person1', subject_id = '2' WHERE id = 4");

        await BrokenAsync(stores, 4, AuditDamage.Changed);
    }

    [Theory]
    [EachEngine(1, "DELETE FROM data_audit WHERE id = 1", AuditDamage.Missing)]
    [EachEngine(3, "DELETE FROM data_audit WHERE id = 3", AuditDamage.Missing)]
    [EachEngine(3, "DELETE FROM data_audit_seal WHERE number = 3", AuditDamage.Missing)]
    [EachEngine(3, "UPDATE data_audit SET id = 300 WHERE id = 3", AuditDamage.Missing)]
    [EachEngine(3, "UPDATE data_audit_seal SET number = 30 WHERE number = 3", AuditDamage.Missing)]
    [EachEngine(3, "UPDATE data_audit_seal SET entry_id = 300 WHERE number = 3", AuditDamage.Missing)]
    [EachEngine(0, "UPDATE data_audit_seal SET number = 0 WHERE number = 1", AuditDamage.Inserted)]
    public async Task Verify_OneStatement_NamesTheEntry(Engine engine, long number, string statement, AuditDamage damage)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync(statement);

        await BrokenAsync(stores, number, damage);
    }

    [Theory, EachEngine]
    public async Task Verify_EntryAndSealRemovedFromTheMiddle_NamesIt(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync("DELETE FROM data_audit WHERE id = 3", "DELETE FROM data_audit_seal WHERE number = 3");

        await BrokenAsync(stores, 3, AuditDamage.Missing);
    }

    [Theory, EachEngine]
    public async Task Verify_RemovedAndTheRestNumberedAnew_NamesTheFirstThatDoesNotFit(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync(
            "DELETE FROM data_audit WHERE id = 3", "DELETE FROM data_audit_seal WHERE number = 3",
            "UPDATE data_audit_seal SET number = 1 - number WHERE number > 3", "UPDATE data_audit_seal SET number = -number WHERE number < 0");

        await BrokenAsync(stores, 3, AuditDamage.Changed);
    }

    [Theory, EachEngine]
    public async Task Verify_TailCutOff_AnchorsTell(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync(
            "UPDATE data_audit_head SET number = 3, hash = (SELECT hash FROM data_audit_seal WHERE number = 3), last_id = 3",
            "DELETE FROM data_audit WHERE id > 3",
            "DELETE FROM data_audit_seal WHERE number > 3");

        var broken = await BrokenAsync(stores, 4, AuditDamage.CutOff);

        Assert.Contains("entry 5 was anchored at 2026-06-01 08:00:00 UTC", broken.Sentence, StringComparison.Ordinal);
        await stores.RecordAsync("new"); // nor does going on hide it
        await stores.SealAsync();
        await BrokenAsync(stores, 5, AuditDamage.CutOff);
        await stores.RecordAsync("newer", "newest");
        await stores.SealAsync();
        await BrokenAsync(stores, 5, AuditDamage.Rewritten);
    }

    [Theory, EachEngine]
    public async Task Verify_TailCutOffAndAnchorsGone_HeadTells(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        File.Delete(Path.Combine(stores.Options.DataFolder, "keys", "audit.anchor"));
        await stores.TamperAsync("DELETE FROM data_audit WHERE id > 3", "DELETE FROM data_audit_seal WHERE number > 3");

        await BrokenAsync(stores, 4, AuditDamage.CutOff);
    }

    [Theory, EachEngine]
    public async Task Verify_EverythingRemoved_CutOff(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync("DELETE FROM data_audit", "DELETE FROM data_audit_seal", "DELETE FROM data_audit_head");

        await BrokenAsync(stores, 1, AuditDamage.CutOff);
    }

    [Theory, EachEngine]
    public async Task Verify_EntryInsertedBehindTheSealing_Named(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync("INSERT INTO data_audit (id, transaction_id, at, kind, act, actor_kind) VALUES (-5, 1, 5, 'change', 'forged', 'nobody')");

        var broken = await BrokenAsync(stores, 0, AuditDamage.Inserted);

        Assert.Contains("id -5", broken.Sentence, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Verify_ForgedEntryInTheMiddleWithASealThatFits_Named(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await ForgeAsync(stores, 2, fitting: true);

        await BrokenAsync(stores, 2, AuditDamage.Inserted);
    }

    [Theory, EachEngine]
    public async Task Verify_ForgedEntryInTheMiddleWithAnySeal_Named(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await ForgeAsync(stores, 3, fitting: false);

        await BrokenAsync(stores, 3, AuditDamage.Inserted);
    }

    [Theory]
    [EachEngine(2, 3, "entry_id")]
    [EachEngine(2, 5, "entry_id")]
    [EachEngine(2, 3, "number")]
    [EachEngine(2, 5, "number")]
    public async Task Verify_TwoSealsExchanged_Named(Engine engine, long one, long other, string column)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync(
            $"UPDATE data_audit_seal SET {column} = -{one} WHERE {column} = {one}",
            $"UPDATE data_audit_seal SET {column} = {one} WHERE {column} = {other}",
            $"UPDATE data_audit_seal SET {column} = {other} WHERE {column} = -{one}");

        await BrokenAsync(stores, one, AuditDamage.Reordered);
    }

    [Theory]
    [EachEngine(2, 3)]
    [EachEngine(1, 5)]
    public async Task Verify_ContentsOfTwoEntriesExchanged_Named(Engine engine, long one, long other)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync($"UPDATE data_audit SET id = -1 WHERE id = {one}", $"UPDATE data_audit SET id = {one} WHERE id = {other}", $"UPDATE data_audit SET id = {other} WHERE id = -1");

        await BrokenAsync(stores, one, AuditDamage.Reordered);
    }

    [Theory, EachEngine]
    public async Task Verify_ChainWrittenAnewFromAChangedEntry_AnchorsTell(Engine engine)
    {
        await using var stores = await SealedAsync(engine);
        await stores.TamperAsync("UPDATE data_audit SET reason = NULL WHERE id = 2");
        await WriteAnewAsync(stores);

        var broken = await BrokenAsync(stores, 3, AuditDamage.Rewritten); // 3 is the first place after 2 that was anchored

        Assert.Contains("it or one before it was replaced", broken.Sentence, StringComparison.Ordinal);
        File.Delete(Path.Combine(stores.Options.DataFolder, "keys", "audit.anchor"));
        Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync()); // without anchors nobody could tell
    }

    [Theory, EachEngine]
    public async Task Verify_KeyOfThePersonIsErased_ChainIsWhole(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var keys = await Keys.KeyRingTests.ReadyAsync(stores.Get<KeyRing>());
        var own = SealingKey.New();
        await stores.TamperAsync("CREATE TABLE person_key (sealed TEXT)");
        await stores.Main.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO person_key VALUES (@sealed)", [("sealed", Convert.ToHexString(keys.Seal(own.Export(), "person_key 12")))], CancellationToken.None);
                session.Record(Auditing.FullEntry("renamed") with { PersonalBefore = own.Seal("Zdravko"u8, "audit 12"), PersonalAfter = own.Seal("Zdravka"u8, "audit 12") });
            },
            CancellationToken.None);
        await stores.SealAsync();

        await stores.TamperAsync("DELETE FROM person_key");

        Assert.Equal(1, Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync()).Checked);
    }

    /// <summary>Entries a to e, anchored after the third and the fifth.</summary>
    private static async Task<TestStore> SealedAsync(Engine engine)
    {
        var stores = await TestStore.CreateAsync(engine);
        await stores.RecordAsync("a", "b", "c");
        await stores.SealAsync();
        await stores.RecordAsync("d", "e");
        await stores.SealAsync();
        Assert.IsType<AuditVerification.Whole>(await stores.VerifyAsync());
        return stores;
    }

    private static async Task<AuditVerification.Broken> BrokenAsync(TestStore stores, long number, AuditDamage damage)
    {
        var broken = Assert.IsType<AuditVerification.Broken>(await stores.VerifyAsync());
        Assert.Equal((number, damage), (broken.Number, broken.Damage));
        return broken;
    }

    private static async Task ForgeAsync(TestStore stores, long place, bool fitting)
    {
        await stores.TamperAsync(
            $"UPDATE data_audit_seal SET number = -(number + 1) WHERE number >= {place}",
            "UPDATE data_audit_seal SET number = -number WHERE number < 0",
            "INSERT INTO data_audit (id, transaction_id, at, kind, act, actor_kind) VALUES (300, 1, 5, 'change', 'forged', 'nobody')");
        var entry = (await RowsAsync(stores)).Single(r => r.Act == "forged");
        var before = await stores.Main.ReadAsync(session => session.Context<DataContext>().Set<AuditSealRow>().SingleAsync(s => s.Number == place - 1), CancellationToken.None);
        var hash = fitting ? new AuditHash().Of(before.Hash, place, 6, entry) : new byte[32];
        await stores.Main.WriteAsync(
            session => session.ExecuteAsync("INSERT INTO data_audit_seal (number, entry_id, sealed_at, hash) VALUES (@number, 300, 6, @hash)", [("number", place), ("hash", hash)], CancellationToken.None),
            CancellationToken.None);
    }

    private static async Task WriteAnewAsync(TestStore stores)
    {
        var seals = await stores.Main.ReadAsync(session => session.Context<DataContext>().Set<AuditSealRow>().OrderBy(s => s.Number).ToListAsync(), CancellationToken.None);
        var entries = (await RowsAsync(stores)).ToDictionary(r => r.Id);
        var hash = AuditHash.Beginning;
        foreach (var seal in seals)
        {
            hash = new AuditHash().Of(hash, seal.Number, seal.SealedAt, entries[seal.EntryId]);
            await stores.Main.WriteAsync(
                session => session.ExecuteAsync("UPDATE data_audit_seal SET hash = @hash WHERE number = @number", [("hash", hash), ("number", seal.Number)], CancellationToken.None),
                CancellationToken.None);
        }
    }

    private static Task<List<AuditRow>> RowsAsync(TestStore stores) =>
        stores.Main.ReadAsync(session => session.Context<DataContext>().Set<AuditRow>().ToListAsync(), CancellationToken.None);
}
