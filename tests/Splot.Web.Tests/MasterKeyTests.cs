using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Testing;
using Splot.Ui;
using Splot.Web.Hosting;

namespace Splot.Web.Tests;

public sealed class MasterKeyTests
{
    private static readonly PathString Address = new("/pl/canary");

    [Fact]
    public async Task FormKeys_WithMasterKey_AreSealedOnDisk()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { MasterKey = "correct horse" });
        var token = Token(app);

        Assert.True(app.Services.GetRequiredService<AnonymousForm>().IsGood(Address, token));
        Assert.DoesNotContain("<masterKey", await KeyFileAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormKeys_WithoutMasterKeyGiven_AreSealedWithTheKeysFolders()
    {
        await using var app = await SplotApp.StartAsync();
        var token = Token(app);

        Assert.True(app.Services.GetRequiredService<AnonymousForm>().IsGood(Address, token));
        Assert.DoesNotContain("<masterKey", await KeyFileAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormKeys_AfterANewMasterKey_StillOpenInAnotherProcess()
    {
        using var keys = new TemporaryFolder();
        await using var one = await SplotApp.StartAsync(options: o => o with { KeysFolder = keys.Location });
        var token = Token(one);
        await one.Services.GetRequiredService<KeyRing>().RotateAsync(CancellationToken.None);

        await using var other = await SplotApp.StartAsync(options: o => o with { KeysFolder = keys.Location, Serve = ServedPart.Portal });

        Assert.True(other.Services.GetRequiredService<AnonymousForm>().IsGood(Address, token));
    }

    [Fact]
    public async Task Canary_FormKeysOfAPortalWithoutMasterKey_AreReadableOnDisk()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { Serve = ServedPart.Portal });
        Token(app);

        Assert.Contains("<masterKey", await KeyFileAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_OfOneNode_IsGoodOnAnotherWithTheSameKeys()
    {
        using var keys = new TemporaryFolder();
        await using var one = await SplotApp.StartAsync(options: o => o with { MasterKey = "correct horse", KeysFolder = keys.Location });
        var token = Token(one);
        await using var other = await SplotApp.StartAsync(options: o => o with { MasterKey = "correct horse", KeysFolder = keys.Location });

        Assert.True(other.Services.GetRequiredService<AnonymousForm>().IsGood(Address, token));
    }

    [Fact]
    public void SealedBytes_WithAnotherMasterKey_StayClosed()
    {
        var closed = Seals("one").Seal([1, 2, 3]);

        Assert.Equal([1, 2, 3], Seals("one").Open(closed));
        Assert.Equal([1, 2, 3], Seals("three;two;one").Open(closed));
        Assert.ThrowsAny<CryptographicException>(() => Seals("two;three").Open(closed));
    }

    private static FormKeySeals Seals(string secrets) => new(SealingKey.Derive(secrets, "splot form keys"));

    private static string Token(SplotApp app) => app.Services.GetRequiredService<AnonymousForm>().Token(Address);

    private static async Task<string> KeyFileAsync(SplotApp app) =>
        await File.ReadAllTextAsync(Assert.Single(Directory.EnumerateFiles(Path.Combine(app.Services.GetRequiredService<SplotOptions>().DataFolder, "keys", "forms"), "key-*.xml")));
}
