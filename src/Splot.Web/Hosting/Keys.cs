using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Splot.Data;

namespace Splot.Web.Hosting;

/// <summary>
/// The keys that sign the tokens of forms. They lie in the keys folder, which nodes that share an installation share too, and are
/// encrypted with the master key where there is one.
/// </summary>
internal static class Keys
{
    public static void AddKeys(this IServiceCollection services, SplotOptions options)
    {
        var folder = Path.Combine(options.KeysFolder ?? Path.Combine(options.DataFolder, "keys"), "forms");
        services.AddDataProtection().SetApplicationName("splot").PersistKeysToFileSystem(new DirectoryInfo(folder));
        if (options.MasterKey is { } key)
        {
            services.AddSingleton(new MasterKey(key));
            services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new MasterKeyEncryptor(new MasterKey(key)));
        }
    }
}

/// <summary>A key derived from the installation's master key for one purpose.</summary>
internal sealed class MasterKey(string text)
{
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(text), 32, info: "splot form keys"u8.ToArray());

    public byte[] Encrypt(byte[] plain)
    {
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var sealedBytes = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var nonce = sealedBytes.AsSpan(0, AesGcm.NonceByteSizes.MaxSize);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(nonce.Length + AesGcm.TagByteSizes.MaxSize), sealedBytes.AsSpan(nonce.Length, AesGcm.TagByteSizes.MaxSize));
        return sealedBytes;
    }

    /// <summary>Throws <see cref="CryptographicException"/> when the bytes were sealed with another key.</summary>
    public byte[] Decrypt(byte[] sealedBytes)
    {
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var start = AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize;
        var plain = new byte[sealedBytes.Length - start];
        aes.Decrypt(sealedBytes.AsSpan(0, AesGcm.NonceByteSizes.MaxSize), sealedBytes.AsSpan(start), sealedBytes.AsSpan(AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize), plain);
        return plain;
    }
}

internal sealed class MasterKeyEncryptor(MasterKey key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", Convert.ToBase64String(key.Encrypt(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))), typeof(MasterKeyDecryptor));
}

internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<MasterKey>().Decrypt(Convert.FromBase64String(encryptedElement.Value))));
}
