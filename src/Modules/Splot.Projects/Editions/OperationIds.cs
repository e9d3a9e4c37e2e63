using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Splot.Kernel;

namespace Splot.Projects.Editions;

/// <summary>
/// Public ids of operations: derived from country, period and local code, or (without a code) from list, beneficiary, title and start,
/// with a running number among equals, so that the same lists give the same ids in a new database.
/// </summary>
internal sealed class OperationIds
{
    // 64 bits are enough: should two different ids ever meet, the second one gets a number that it would not need.
    private readonly HashSet<ulong> given = [];
    private readonly Dictionary<string, int> again = new(StringComparer.Ordinal);

    /// <summary>The id for a code; equal codes within an edition are numbered in the order of the rows.</summary>
    public string ForCode(string? country, string? period, string code, out bool repeated) =>
        Number(Join(country, period, Slug(code)), out repeated);

    /// <summary>The id for an operation without a code. A name that the list says is a natural person's must not be passed.</summary>
    public string ForTitle(string? country, string? period, string list, string? beneficiary, string? title, DateOnly? start)
    {
        var seed = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list}\n{beneficiary}\n{title}\n{start:yyyy-MM-dd}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextFold.Fold(seed)))).AsSpan(0, 16);
        return Number(Join(country, period, digest.ToString()), out _);
    }

    /// <summary>Lower-case Latin letters, digits, dots and single hyphens.</summary>
    internal static string Slug(string text)
    {
        var latin = Transliteration.ToLatin(CodeText.Normalise(text));
        var slug = new StringBuilder(latin.Length);
        foreach (var letter in TextFold.Fold(latin))
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '.')
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-', '.');
    }

    private static string Join(string? country, string? period, string rest)
    {
        var parts = new[] { country?.ToLowerInvariant(), period?.Length >= 4 ? period[..4] : null, rest.Length == 0 ? "unnamed" : rest };
        return string.Join('-', parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private string Number(string id, out bool repeated)
    {
        repeated = !given.Add((ulong)Fingerprint.Of(id));
        if (!repeated)
        {
            return id;
        }

        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(again, id, out var known);
        count = known ? count + 1 : 2;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}..{count}");
    }
}
