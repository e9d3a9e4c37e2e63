using System.Globalization;
using System.Text.RegularExpressions;
using Splot.Kernel;

namespace Splot.Portal.Searching;

/// <summary>Reads euro amounts of addresses (50000.00) and, on pages, of readers (50 000,00 · 50,000.00).</summary>
internal static partial class Amounts
{
    /// <summary>Cents; null for what is no amount from 0 up to a million million with at most two decimals.</summary>
    public static long? ReadCents(string text, SearchSurface surface)
    {
        var plain = surface.IsPage && !Plain().IsMatch(text) ? Unhabit(text, surface.Language) : text;
        return plain is not null && Plain().IsMatch(plain)
            ? decimal.ToInt64(decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100m)
            : null;
    }

    /// <summary>An amount as it stands in addresses: no group marks, decimals only where there are cents.</summary>
    public static string Write(long cents) => (cents / 100m).ToString(cents % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>An amount as JSON and exports have it: a decimal point and always two decimals.</summary>
    public static string Full(decimal euro) => euro.ToString("0.00", CultureInfo.InvariantCulture);

    // Groups are taken only where they are groups of three; what could mean two things is refused.
    private static string? Unhabit(string text, Language language)
    {
        var bare = text.Replace("€", "", StringComparison.Ordinal).Trim();
        var pattern = language == Language.English ? English() : Continental();
        return pattern.Match(bare) is { Success: true } match
            ? new string([.. match.Groups["whole"].Value.Where(char.IsAsciiDigit)]) + (match.Groups["cents"].Success ? "." + match.Groups["cents"].Value : "")
            : null;
    }

    [GeneratedRegex(@"^[0-9]{1,12}(\.[0-9]{1,2})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}([, \u00A0\u202F][0-9]{3})+|[0-9]+)(\.(?<cents>[0-9]{1,2}))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}([ \u00A0\u202F][0-9]{3})+|[0-9]+)(,(?<cents>[0-9]{1,2}))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Continental();
}
