using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Splot.Data;

namespace Splot.Web.Hosting;

/// <summary>
/// The keys that sign the tokens of forms and seal the secrets of code apps. They lie in the keys folder, which nodes that share an
/// installation share too, and are sealed with SPLOT_KEY, or else with the master key of the keys folder.
/// </summary>
internal static class Keys
{
    public static void AddKeys(this IServiceCollection services, SplotOptions options)
    {
        var folder = Path.Combine(options.KeysFolder ?? Path.Combine(options.DataFolder, "keys"), "forms");
        if (options is { MasterKey: null, Serve: ServedPart.All })
        {
            services.AddHostedService<MasterKeyFirst>();
        }

        services.AddDataProtection().SetApplicationName("splot").PersistKeysToFileSystem(new DirectoryInfo(folder));
        if (options.MasterKey is { } secrets)
        {
            var seals = new FormKeySeals(SealingKey.Derive(secrets, "splot form keys"));
            services.AddSingleton(seals);
            services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new MasterKeyEncryptor(seals));
        }
        else
        {
            services.AddOptions<KeyManagementOptions>().Configure<FolderSeal, ILogger<FolderKeyEncryptor>>((keys, seal, log) => keys.XmlEncryptor = new FolderKeyEncryptor(seal, log));
        }
    }
}

/// <summary>Sees to it that there is a master key before the framework, at its own start, makes the first key of forms.</summary>
internal sealed class MasterKeyFirst(KeyRing keys) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => keys.ReadyAsync(cancellationToken).AsTask();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Seals keys of forms with the master key of the keys folder.</summary>
internal sealed class FolderKeyEncryptor(FolderSeal seal, ILogger<FolderKeyEncryptor> log) : IXmlEncryptor
{
    public const string Context = "keys/forms";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        if (!seal.CanSeal)
        {
            // A portal by itself has no store to keep a master key for.
            log.LogWarning("The keys of forms lie unsealed in the keys folder; give SPLOT_KEY to seal them.");
            return new(new XElement("unencryptedKey", plaintextElement), typeof(NullXmlDecryptor));
        }

        return new(new XElement("sealed", Convert.ToBase64String(seal.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Context))), typeof(FolderKeyDecryptor));
    }
}

internal sealed class FolderKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<FolderSeal>().Open(Convert.FromBase64String(encryptedElement.Value), FolderKeyEncryptor.Context)));
}

/// <summary>What the keys of forms are sealed with: the first seals, the others are older ones of SPLOT_KEY and still open.</summary>
internal sealed record FormKeySeals(IReadOnlyList<SealingKey> Keys)
{
    public byte[] Seal(byte[] plain) => Keys[0].Seal(plain, string.Empty);

    /// <exception cref="SealException">None of the keys opens it.</exception>
    public byte[] Open(byte[] sealedBytes)
    {
        foreach (var key in Keys.Take(Keys.Count - 1))
        {
            try
            {
                return key.Open(sealedBytes, string.Empty);
            }
            catch (SealException)
            {
                // Perhaps one of the older keys; the last one's refusal is the caller's.
            }
        }

        return Keys[^1].Open(sealedBytes, string.Empty);
    }
}

internal sealed class MasterKeyEncryptor(FormKeySeals seals) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", Convert.ToBase64String(seals.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))), typeof(MasterKeyDecryptor));
}

internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<FormKeySeals>().Open(Convert.FromBase64String(encryptedElement.Value))));
}
