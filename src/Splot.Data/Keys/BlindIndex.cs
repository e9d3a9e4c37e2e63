using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Splot.Data;

/// <summary>
/// A keyed digest by which an encrypted value can be looked up: HMAC-SHA256 under a key of the purpose's own, so that equal values of two
/// purposes cannot be seen to be equal.
/// </summary>
internal sealed class BlindIndex(byte[] key)
{
    private readonly ConcurrentDictionary<string, byte[]> purposes = new(StringComparer.Ordinal);

    public byte[] Of(string purpose, string value) => HMACSHA256.HashData(Key(purpose), Encoding.UTF8.GetBytes(value));

    private byte[] Key(string purpose) =>
        purposes.GetOrAdd(purpose, static (name, root) => HKDF.Expand(HashAlgorithmName.SHA256, root, SealingKey.Length, Encoding.UTF8.GetBytes(name)), key);
}
