using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Data.Tests.Keys;

public class KeyRingTests
{
    private const string Context = "persons_key 7";

    [Theory, EachEngine]
    public async Task Open_WhatWasSealed_GivesItBackAlsoInAnotherProcess(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var keys = await ReadyAsync(stores.Get<KeyRing>());
        var closed = keys.Seal("Zdravko"u8, Context);
        await using var other = stores.AnotherProcess();

        Assert.Equal("Zdravko", Encoding.UTF8.GetString(keys.Open(closed, Context)));
        Assert.Equal("Zdravko", Encoding.UTF8.GetString((await ReadyAsync(other.GetRequiredService<KeyRing>())).Open(closed, Context)));
    }

    [Theory, EachEngine]
    public async Task Seal_OpenedByHand_NamesItsKeyFileAndIsBoundToIt(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var keys = await ReadyAsync(stores.Get<KeyRing>());
        var closed = keys.Seal("Zdravko"u8, Context);
        var file = Assert.Single(Files(stores));

        Assert.Equal(1, closed[0]);
        Assert.Equal(Path.GetFileName(file), $"{closed[4]:0000}-{Convert.ToHexStringLower(closed[5..9])}");
        byte[] bound = [.. closed[..9], .. Encoding.UTF8.GetBytes(Context)];
        Assert.Equal("Zdravko"u8.ToArray(), new SealingKey(await File.ReadAllBytesAsync(file)).Open(closed.AsSpan(9), bound));
    }

    [Theory, EachEngine]
    public async Task Open_AnyByteFlippedOrOtherContext_Refused(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var keys = await ReadyAsync(stores.Get<KeyRing>());
        var closed = keys.Seal("Zdravko"u8, Context);

        for (var i = 0; i < closed.Length; i++)
        {
            var changed = closed.ToArray();
            changed[i] ^= 0x80;
            Assert.Throws<SealException>(() => keys.Open(changed, Context));
            Assert.Throws<SealException>(() => keys.Open(closed.AsSpan(0, i), Context));
        }

        Assert.Throws<SealException>(() => keys.Open(closed, "persons_key 8"));
    }

    [Theory, EachEngine]
    public async Task Open_SealedByAnotherInstallation_SaysWhichKeyIsMissing(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await using var foreign = await TestStore.CreateAsync(engine);
        var closed = (await ReadyAsync(foreign.Get<KeyRing>())).Seal("Zdravko"u8, Context);
        var keys = await ReadyAsync(stores.Get<KeyRing>());

        var refusal = Assert.Throws<SealException>(() => keys.Open(closed, Context));

        Assert.Contains(Path.GetFileName(Files(foreign).Single()), refusal.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Ready_FirstUse_MakesOneKeyForItsOwnerOnly(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.Get<KeyRing>().CheckAsync(CancellationToken.None);
        Assert.Empty(Files(stores));
        Assert.Empty(await RowsAsync(stores));

        await ReadyAsync(stores.Get<KeyRing>());

        var file = new FileInfo(Assert.Single(Files(stores)));
        Assert.Equal(32, file.Length);
        Assert.Equal(["check " + file.Name, "index"], (await RowsAsync(stores)).Keys.Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, file.Directory!.UnixFileMode);
        }
    }

    [Theory, EachEngine]
    public async Task Seal_BeforeReady_IsABug(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);

        Assert.Throws<InvalidOperationException>(() => stores.Get<KeyRing>().Seal("x"u8, Context));
    }

    [Theory, EachEngine]
    public async Task Rotate_OldSealsOpenAndNewOnesAreTheNewKeys_InEveryProcess(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await using var running = stores.AnotherProcess();
        var keys = await ReadyAsync(stores.Get<KeyRing>());
        var elsewhere = await ReadyAsync(running.GetRequiredService<KeyRing>());
        var old = keys.Seal("old"u8, Context);
        var digest = keys.Index("pesel", "44051401359");

        await keys.RotateAsync(CancellationToken.None);
        var renewed = keys.Seal("new"u8, Context);

        await using var later = stores.AnotherProcess();
        foreach (var ring in (KeyRing[])[keys, elsewhere, await ReadyAsync(later.GetRequiredService<KeyRing>())])
        {
            Assert.Equal("new"u8.ToArray(), ring.Open(renewed, Context));
            Assert.Equal("old"u8.ToArray(), ring.Open(old, Context));
            Assert.True(ring.IsCurrent(renewed));
            Assert.False(ring.IsCurrent(old));
            Assert.Equal(digest, ring.Index("pesel", "44051401359"));
        }

        Assert.Equal(2, Files(stores).Count);
    }

    [Theory, EachEngine]
    public async Task Check_KeyFileLost_SaysSoBeforeAnythingIsWritten(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine);
        await stores.MigrateAsync();
        await ReadyAsync(stores.Get<KeyRing>());
        var file = Files(stores).Single();
        File.Delete(file);
        await using var next = stores.AnotherProcess(Canary.CanaryContext.Add); // it has migrations to apply

        var lost = await Assert.ThrowsAsync<RequirementException>(() => next.GetRequiredService<Preparation>().MigrateAsync(CancellationToken.None));

        Assert.Contains(Path.GetFileName(file), lost.Message, StringComparison.Ordinal);
        Assert.Equal(lost.Message, Failures.Sentence(lost));
        Assert.Empty(Files(stores));
        Assert.False(await next.GetRequiredService<Migrator>().IsCurrentAsync(next.GetRequiredService<MainStore>(), CancellationToken.None));
        await Assert.ThrowsAsync<RequirementException>(async () => await next.GetRequiredService<KeyRing>().ReadyAsync(CancellationToken.None));
        Assert.Empty(Files(stores));
    }

    [Theory, EachEngine]
    public async Task Check_OldKeyLostAfterRotation_Noticed(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await ReadyAsync(stores.Get<KeyRing>());
        var first = Files(stores).Single();
        await stores.Get<KeyRing>().RotateAsync(CancellationToken.None);
        File.Delete(first);
        await using var next = stores.AnotherProcess();

        var lost = await Assert.ThrowsAsync<RequirementException>(() => next.GetRequiredService<KeyRing>().CheckAsync(CancellationToken.None));

        Assert.Contains(Path.GetFileName(first), lost.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Check_KeyFileDamaged_NamesIt(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await ReadyAsync(stores.Get<KeyRing>());
        var file = Files(stores).Single();
        await File.WriteAllBytesAsync(file, new byte[32]);
        await using var next = stores.AnotherProcess();

        var damaged = await Assert.ThrowsAsync<RequirementException>(() => next.GetRequiredService<KeyRing>().CheckAsync(CancellationToken.None));

        Assert.Contains(file, damaged.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Check_RowOfAnotherStore_Noticed(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var keys = await ReadyAsync(stores.Get<KeyRing>());
        await stores.Main.WriteAsync(session => session.ExecuteAsync("UPDATE data_key SET sealed = @x WHERE name = 'index'", [("x", keys.Seal(new byte[32], "data_key check"))], CancellationToken.None), CancellationToken.None);
        await using var next = stores.AnotherProcess();

        var foreign = await Assert.ThrowsAsync<RequirementException>(() => next.GetRequiredService<KeyRing>().CheckAsync(CancellationToken.None));

        Assert.Contains("'index'", foreign.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Ready_TwoProcessesMakeTheFirstKeyAtOnce_EachOpensWhatTheOtherSealed(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await using var other = stores.AnotherProcess();
        var one = stores.Get<KeyRing>();
        var two = other.GetRequiredService<KeyRing>();

        await Task.WhenAll(Task.Run(() => ReadyAsync(one)), Task.Run(() => ReadyAsync(two)));

        Assert.Equal("a"u8.ToArray(), two.Open(one.Seal("a"u8, Context), Context));
        Assert.Equal("b"u8.ToArray(), one.Open(two.Seal("b"u8, Context), Context));
        Assert.Equal(one.Index("pesel", "1"), two.Index("pesel", "1"));
        await using var later = stores.AnotherProcess();
        await later.GetRequiredService<KeyRing>().CheckAsync(CancellationToken.None);
    }

    [Theory, EachEngine]
    public async Task Ready_AnotherNodeWithoutTheKeysFolder_RefusedAndLeavesNothing(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        using var elsewhere = new TemporaryFolder();
        await ReadyAsync(stores.Get<KeyRing>());
        var before = await RowsAsync(stores);
        using var stranger = new KeyRing(stores.Main, stores.Options with { KeysFolder = elsewhere.Location }, stores.Clock);

        await Assert.ThrowsAsync<RequirementException>(async () => await stranger.ReadyAsync(CancellationToken.None));

        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), (await RowsAsync(stores)).Keys.Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Location));
    }

    internal static async Task<KeyRing> ReadyAsync(KeyRing keys)
    {
        await keys.ReadyAsync(CancellationToken.None);
        return keys;
    }

    internal static IReadOnlyList<string> Files(TestStore stores)
    {
        var folder = Path.Combine(stores.Options.DataFolder, "keys", "master");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    internal static Task<IReadOnlyDictionary<string, byte[]>> RowsAsync(TestStore stores) =>
        stores.Main.ReadAsync(session => KeyTable.ReadAsync(session, CancellationToken.None), CancellationToken.None);
}
