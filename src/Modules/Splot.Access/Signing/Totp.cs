using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Splot.Access.Signing;

/// <summary>
/// Codes from an app on a telephone: RFC 6238 with SHA-1, six digits and half a minute, as all such apps have them. A code of the half-minute
/// before or after is taken too, for clocks differ; the half-minute is given back so that each code serves once.
/// </summary>
internal static class Totp
{
    private const int SecretBytes = 20;
    private const int Digits = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>A new secret, in Base32 as apps take it.</summary>
    public static string NewSecret() => Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The half-minute whose code this is, later than <paramref name="usedStep"/>; null where it is none.</summary>
    public static long? Check(string secret, string typed, long usedStep, DateTimeOffset now)
    {
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        var key = Decode(secret);
        var current = StepAt(now);
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (step > usedStep && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(CodeOf(key, step))))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The code of an instant.</summary>
    public static string CodeAt(string secret, DateTimeOffset now) => CodeOf(Decode(secret), StepAt(now));

    /// <summary>The address that apps read from a picture.</summary>
    public static string Address(string secret, string site, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(email)}?secret={secret}&issuer={Uri.EscapeDataString(site)}";

    private static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    private static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 fixes SHA-1; apps know nothing else
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var at = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[at..]) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            buffer = (buffer << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString();
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>(secret.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var letter in secret)
        {
            buffer = (buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
