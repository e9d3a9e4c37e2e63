using Splot.Testing;

namespace Splot.Data.Tests.Keys;

public class FolderSealTests
{
    [Fact]
    public async Task Seal_BeforeTheFirstMasterKey_CannotBe()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite);

        Assert.False(stores.Get<FolderSeal>().CanSeal);
        Assert.Empty(KeyRingTests.Files(stores));
    }

    [Fact]
    public async Task Open_AfterANewMasterKey_OpensWhatTheOlderOneSealed()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite);
        var ring = await KeyRingTests.ReadyAsync(stores.Get<KeyRing>());
        var sealedBytes = stores.Get<FolderSeal>().Seal("key of forms"u8, "keys/forms");

        await ring.RotateAsync(CancellationToken.None);

        Assert.Equal("key of forms"u8.ToArray(), new FolderSeal(stores.Options).Open(sealedBytes, "keys/forms"));
    }

    [Fact]
    public async Task Open_InAnotherPlace_IsRefused()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite);
        await KeyRingTests.ReadyAsync(stores.Get<KeyRing>());
        var sealedBytes = stores.Get<FolderSeal>().Seal("key of forms"u8, "keys/forms");

        Assert.Throws<SealException>(() => stores.Get<FolderSeal>().Open(sealedBytes, "keys/others"));
    }
}
