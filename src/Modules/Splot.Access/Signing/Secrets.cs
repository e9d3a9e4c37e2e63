using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Splot.Access.Signing;

/// <summary>Random secrets of cookies and links, and the digests by which they are found again: a store that is read by others opens nothing.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    /// <summary>A new secret of 256 bits, fit for addresses.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The digest that is stored. The secret is random, so a plain hash is enough.</summary>
    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A new id that sorts by the time of its making.</summary>
    public static string NewId(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");
}
