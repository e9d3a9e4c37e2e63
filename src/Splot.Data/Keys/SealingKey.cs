using System.Security.Cryptography;
using System.Text;

namespace Splot.Data;

/// <summary>
/// A key of 32 bytes that seals with AES-256-GCM: nobody without it can read what is sealed, and no byte of that can be changed, nor can
/// it be moved to where another context is expected, without <see cref="Open(ReadOnlySpan{byte}, string)"/> noticing. Nonces are drawn at random, so one key is
/// good for some four thousand million seals (NIST SP 800-38D, 8.3). For keys of one person, one file, one purpose; what the
/// installation itself seals goes through <see cref="KeyRing"/>.
/// </summary>
public sealed class SealingKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    /// <summary>Bytes that sealing adds: nonce and tag.</summary>
    public const int Overhead = NonceLength + TagLength;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] key;

    /// <summary>The key of these bytes.</summary>
    /// <exception cref="ArgumentException">They are not 32.</exception>
    public SealingKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException("A key has 32 bytes.", nameof(bytes));
        }

        key = bytes.ToArray();
    }

    /// <summary>A new key, drawn at random.</summary>
    public static SealingKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>
    /// The keys that a secret from outside (SPLOT_KEY) stands for, derived for one purpose by HKDF-SHA256. Several secrets are separated
    /// by semicolons: the first seals, the others still open.
    /// </summary>
    public static IReadOnlyList<SealingKey> Derive(string secrets, string purpose) =>
    [
        .. secrets.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(secret => new SealingKey(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Length, info: Encoding.UTF8.GetBytes(purpose)))),
    ];

    /// <summary>The key's bytes, to be sealed with another key and kept.</summary>
    public byte[] Export() => [.. key];

    /// <summary>Seals: nonce (12 bytes), tag (16), then as many bytes as came in. The context is not kept; opening needs the same.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, string context) => Seal(plain, Encoding.UTF8.GetBytes(context));

    /// <summary>Opens what <see cref="Seal(ReadOnlySpan{byte}, string)"/> made.</summary>
    /// <exception cref="SealException">The bytes were changed, or sealed with another key or for another context.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string context) => Open(sealedBytes, Encoding.UTF8.GetBytes(context));

    internal byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        using var aes = new AesGcm(key, TagLength);
        var sealedBytes = new byte[Overhead + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(NonceLength, TagLength), context);
        return sealedBytes;
    }

    internal byte[] Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context)
    {
        if (sealedBytes.Length < Overhead)
        {
            throw new SealException("What should be sealed is too short to be.");
        }

        using var aes = new AesGcm(key, TagLength);
        var plain = new byte[sealedBytes.Length - Overhead];
        try
        {
            aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[Overhead..], sealedBytes.Slice(NonceLength, TagLength), plain, context);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealException("What is sealed was changed, or belongs to another key or place.");
        }
    }

    /// <summary>Four bytes by which a key is told from others, and a changed key file from a whole one. They say nothing of the key.</summary>
    internal uint Print() => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(key, "splot key print"u8));
}
