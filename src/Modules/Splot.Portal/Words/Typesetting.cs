using System.Text.RegularExpressions;

namespace Splot.Portal.Words;

/// <summary>Keeps together on one line what a language's typesetters keep together; only on pages, never in data that are taken along.</summary>
internal static partial class Typesetting
{
    private const string NoBreak = "\u00A0";

    /// <summary>
    /// Polish: a word of one letter stays with the next one, a day with its month. Bulgarian: a year with its г., a day with its month. Other languages stay as they are.
    /// </summary>
    public static string Of(string text, string language) => language switch
    {
        "pl" => AfterPolishLetter().Replace(AfterDay().Replace(text, NoBreak), NoBreak),
        "bg" => AfterBulgarianYear().Replace(AfterDay().Replace(text, NoBreak), NoBreak),
        _ => text,
    };

    [GeneratedRegex(@"(?<=(?:^|[\s(„])[aiouwz]) (?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterPolishLetter();

    [GeneratedRegex(@"(?<=\d{4}) (?=г\.)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterBulgarianYear();

    [GeneratedRegex(@"(?<=(?:^|\D)\d{1,2}) (?=\p{Ll}{3,} \d{4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterDay();
}
