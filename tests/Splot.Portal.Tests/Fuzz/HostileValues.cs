using System.Globalization;
using System.Text;

namespace Splot.Portal.Tests.Fuzz;

/// <summary>Invents what somebody may write into an address: any byte, and what is known to hurt.</summary>
internal sealed class HostileValues(Random random, IReadOnlyList<string> good)
{
    /// <summary>Leaves its text where it was not made harmless: as an element, as an attribute, as a script.</summary>
    public const string Mark = "\"'><splot-x onsplot=\"1\"><script>splot()</script>";

    private static readonly string[] Known =
    [
        Mark, "\" onsplot=\"1", "javascript:splot()", "]]>", "<!--", "</script>", "&lt;", "{{7*7}}", "${7*7}", "@(1)", "'; DROP TABLE portal_operation; --", "' OR '1'='1", "%", "_", "\\", "\0", "|", "||", "/", "//", "..", "../../etc/passwd",
        "none", "NONE", " ", "\t", "\r\nX-Splot: 1", "\uFEFF", "\u202E", "\u2028", "\uFFFE", "e\u0301\u0301\u0301", "ﬁ", "İı", "ß", "𝔘𝔫𝔦", "👩‍👩‍👧", "-1", "0", "1e9", "1e-400", "NaN", "∞", "00000000000000001", "99999999999999999999", "999999999999.99", "12,50",
        "2024-02-30", "0001-01-01", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00", "2024-01-01T24:00:00Z", "٢٠٢٤-٠١-٠١", "1.AAAA", "999999999999.AAAA", "0.-_", "20.", ".", "-", "*", "**", "a*", "\"", "„", "(", ")", "NOT", "AND", "OR", "-(",
        "fund:", "fund:\"", "country:PL", "beneficiary:" + Mark, "ESF+", "PL", "PL81", "2021-2027", "relevance", "-budget", "running", "all", "en", "pl", "title", "id,title", ",,,", "budget.amount", "country", "status,field",
    ];

    private static readonly string[] Pieces = ["(", ")", "-", "\"", "a* ", "NOT ", " OR ", "fund:x ", "%25", "русе ", "ł", ",", "id,", "\u0301", "\uD83D\uDE00", "0", "/"];

    /// <summary>A value, percent-encoded for an address; now and then encoded wrongly.</summary>
    public string Next() => random.Next(12) switch
    {
        0 => Bytes(random.Next(1, 30)),
        1 => "%" + (char)random.Next(33, 127),
        2 => Uri.EscapeDataString(string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 400)))),
        3 => Uri.EscapeDataString(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]))),
        4 => Uri.EscapeDataString(new string((char)random.Next(32, 0xD7FF), random.Next(1, 1200))),
        5 => random.Next().ToString(CultureInfo.InvariantCulture),
        < 8 => Uri.EscapeDataString(good[random.Next(good.Count)]),
        _ => Uri.EscapeDataString(Known[random.Next(Known.Length)]),
    };

    private string Bytes(int count)
    {
        var encoded = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            encoded.Append('%').Append(random.Next(256).ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
