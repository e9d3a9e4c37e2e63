using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Splot.Projects.Editions;

/// <summary>Stands for a text in memory where half a million of them would be too many to keep: equal texts have equal fingerprints, and no two different ones will ever meet.</summary>
internal static class Fingerprint
{
    /// <summary>Half of the text's SHA-256 digest.</summary>
    public static UInt128 Of(string text)
    {
        Span<byte> digest = stackalloc byte[32];
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
