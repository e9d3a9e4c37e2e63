using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Splot.Data;

namespace Splot.Web.Hosting;

/// <summary>
/// The keys that sign the tokens of forms. They lie in the keys folder, which nodes that share an installation share too, and are
/// sealed with SPLOT_KEY where there is one.
/// </summary>
internal static class Keys
{
    public static void AddKeys(this IServiceCollection services, SplotOptions options)
    {
        var folder = Path.Combine(options.KeysFolder ?? Path.Combine(options.DataFolder, "keys"), "forms");
        services.AddDataProtection().SetApplicationName("splot").PersistKeysToFileSystem(new DirectoryInfo(folder));
        if (options.MasterKey is { } secrets)
        {
            var seals = new FormKeySeals(SealingKey.Derive(secrets, "splot form keys"));
            services.AddSingleton(seals);
            services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new MasterKeyEncryptor(seals));
        }
    }
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
