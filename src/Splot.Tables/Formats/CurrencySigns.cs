namespace Splot.Tables;

/// <summary>
/// Currency codes, signs and words as they stand beside amounts and in headers. Codes: ISO 4217, those in use in Europe or once used there, and the
/// largest others. <c>kr</c> alone may be SEK, DKK, NOK or ISK: it is accepted beside an amount but names no currency.
/// </summary>
public static class CurrencySigns
{
    private const string Codes =
        "EUR GBP PLN BGN CZK HUF RON SEK DKK NOK ISK CHF HRK USD TRY RSD BAM MKD ALL MDL UAH RUB GEL AMD AZN BYN ILS MAD TND EGP JOD LBP JPY CNY CAD AUD INR BRL ZAR KRW MXN " +
        "LTL LVL EEK SKK SIT MTL CYP ROL BGL DEM FRF ITL ESP PTE ATS BEF NLG LUF FIM IEP GRD XEU";

    private static readonly Dictionary<string, string> Names = Build();

    /// <summary>The longest name known.</summary>
    internal static int LongestName { get; } = Names.Keys.Max(name => name.Length);

    /// <summary>The ISO code for a code, sign or word (<c>€</c>, <c>zł</c>, <c>лв.</c>, <c>Kč</c>), any case; empty for <c>kr</c>; null if it is none.</summary>
    public static string? Find(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.Length > 1 && name[^1] == '.')
        {
            name = name[..^1];
        }

        if (name.IsEmpty || name.Length > LongestName)
        {
            return null;
        }

        Span<char> folded = stackalloc char[name.Length];
        var length = name.ToLowerInvariant(folded);
        return Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out var code) ? code : null;
    }

    // Codes that are words of a headline in capitals, and words that are country codes or abbreviations: not believed in a header.
    private static readonly HashSet<string> HeaderWordsOnly = ["ALL", "TRY", "MAD", "zł", "zl", "złotych", "лв", "лева", "lv", "kč", "euro", "euros", "eura", "евро", "ευρώ", "eiro", "eurų", "lei", "kn", "€", "£", "$"];

    /// <summary>The one currency a header names in any of its words (<c>Total (PLN)</c>, <c>ERDF £m</c>, <c>Wartość w zł</c>); null if none or several.</summary>
    public static string? InHeader(string header)
    {
        string? found = null;
        foreach (var word in HeaderWords.Split(header))
        {
            var isCode = word.Length == 3 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]) && char.IsAsciiLetterUpper(word[2]);
            if (isCode == HeaderWordsOnly.Contains(isCode ? word : word.ToLowerInvariant()))
            {
                continue;
            }

            var code = Find(word);
            if (found is not null && code is not null && found != code)
            {
                return null;
            }

            found ??= code;
        }

        return found;
    }

    private static Dictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>();
        foreach (var code in Codes.Split(' '))
        {
            names[code.ToLowerInvariant()] = code;
        }

        foreach (var entry in (ReadOnlySpan<string>)
            [
                "EUR € euro euros eura evro евро ευρώ ευρω eiro eurų eurot euroa",
                "GBP £ pounds", "PLN zł zl złotych zloty złoty pln", "BGN лв лева lv leva", "CZK kč kc korun", "HUF ft forint", "RON lei leu ron", "HRK kn kuna", "USD $ us$", "CHF sfr fr.",
                "JPY ¥", "LTL lt", "LVL ls", "SKK sk", "TRY ₺ tl", "UAH ₴", "RUB ₽",
            ])
        {
            var words = entry.Split(' ');
            foreach (var word in words[1..])
            {
                names[word] = words[0];
            }
        }

        names["kr"] = string.Empty;
        return names;
    }
}

/// <summary>Splits headers into words, currency signs being words of their own.</summary>
internal static class HeaderWords
{
    public static IEnumerable<string> Split(string header)
    {
        var start = -1;
        for (var index = 0; index <= header.Length; index++)
        {
            var inside = index < header.Length && (char.IsLetterOrDigit(header[index]) || char.IsSymbol(header[index]));
            var sign = inside && char.GetUnicodeCategory(header[index]) == System.Globalization.UnicodeCategory.CurrencySymbol;
            if (start >= 0 && (!inside || sign))
            {
                yield return header[start..index];
                start = -1;
            }

            if (sign)
            {
                yield return header[index].ToString();
            }
            else if (inside && start < 0)
            {
                start = index;
            }
        }
    }
}
