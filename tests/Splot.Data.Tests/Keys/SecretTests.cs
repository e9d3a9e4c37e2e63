using Splot.Testing;

namespace Splot.Data.Tests.Keys;

/// <summary>Master keys from SPLOT_KEY.</summary>
public class SecretTests
{
    private const string Context = "persons_key 7";

    [Theory, EachEngine]
    public async Task Seal_UnderASecret_NeedsNoFile(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var closed = (await RingAsync(stores, "correct horse")).Seal("Zdravko"u8, Context);

        Assert.Empty(KeyRingTests.Files(stores));
        Assert.Equal("Zdravko"u8.ToArray(), (await RingAsync(stores, "correct horse")).Open(closed, Context));
    }

    [Theory, EachEngine]
    public async Task Check_AnotherSecretOrNone_Refused(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await RingAsync(stores, "correct horse");

        foreach (var secret in (string?[])["battery staple", null])
        {
            var refusal = await Assert.ThrowsAsync<RequirementException>(() => RingAsync(stores, secret));
            Assert.Contains("SPLOT_KEY", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Empty(KeyRingTests.Files(stores));
    }

    [Theory, EachEngine]
    public async Task Secret_NewOneInFront_SealsAndTheOldOneOpens(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var before = await RingAsync(stores, "correct horse");
        var old = before.Seal("old"u8, Context);

        var keys = await RingAsync(stores, "battery staple; correct horse");
        var renewed = keys.Seal("new"u8, Context);

        Assert.Equal("old"u8.ToArray(), keys.Open(old, Context));
        Assert.False(keys.IsCurrent(old));
        Assert.True(keys.IsCurrent(renewed));
        Assert.Equal(before.Index("pesel", "1"), keys.Index("pesel", "1"));
        Assert.Equal("new"u8.ToArray(), (await RingAsync(stores, "correct horse;battery staple")).Open(renewed, Context));
        await Assert.ThrowsAsync<RequirementException>(() => RingAsync(stores, "battery staple"));
    }

    [Theory, EachEngine]
    public async Task Secret_GivenToAStoreWithFiles_SealsAndTheFilesOpen(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        var old = (await RingAsync(stores, null)).Seal("old"u8, Context);

        var keys = await RingAsync(stores, "correct horse");

        Assert.Equal("old"u8.ToArray(), keys.Open(old, Context));
        Assert.False(keys.IsCurrent(old));
        await Assert.ThrowsAsync<RequirementException>(() => keys.RotateAsync(CancellationToken.None));
        await Assert.ThrowsAsync<RequirementException>(() => RingAsync(stores, null)); // the secret may no longer be left out
    }

    private static Task<KeyRing> RingAsync(TestStore stores, string? secret) =>
        KeyRingTests.ReadyAsync(new KeyRing(stores.Main, stores.Options with { MasterKey = secret }, stores.Clock));
}
