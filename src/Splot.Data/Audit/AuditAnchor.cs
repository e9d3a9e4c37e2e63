using System.Globalization;

namespace Splot.Data;

/// <summary>The head of the chain at one moment, as it is written outside the database: <c>120 5f…c0 2026-06-01T08:00:05.000Z</c>.</summary>
internal sealed record AuditAnchor(long Number, byte[] Hash, DateTimeOffset At)
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Convert.ToHexStringLower(Hash)} {At.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture)}");

    /// <summary>Reads a line; null for one that is torn or no anchor.</summary>
    public static AuditAnchor? Parse(string line)
    {
        if (line.Split(' ') is not [var number, { Length: 2 * AuditHash.Length } hash, var at]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || !hash.All(char.IsAsciiHexDigitLower)
            || !DateTime.TryParseExact(at, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return null;
        }

        return new AuditAnchor(place, Convert.FromHexString(hash), new DateTimeOffset(time, TimeSpan.Zero));
    }
}
