namespace Splot.Search.Words;

/// <summary>American spellings of a word written the British way: the English dictionary is American, the texts of the Union are British.</summary>
internal static class BritishSpelling
{
    private static readonly (string British, string American)[] Inside =
        [("isation", "ization"), ("yse", "yze"), ("ysing", "yzing"), ("aedi", "edi"), ("naec", "nec"), ("oeuv", "euv"), ("oetus", "etus")];

    private static readonly (string British, string American)[] AtTheEnd =
    [
        ("ise", "ize"), ("ises", "izes"), ("ised", "ized"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("isable", "izable"),
        ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("oural", "oral"), ("ourable", "orable"),
        ("tre", "ter"), ("tres", "ters"), ("ogue", "og"), ("ogues", "ogs"), ("elled", "eled"), ("elling", "eling"), ("eller", "eler"), ("ellers", "elers"),
        ("alled", "aled"), ("alling", "aling"), ("amme", "am"), ("ammes", "ams"),
    ];

    /// <summary>The American spellings to try, none for most words.</summary>
    public static IEnumerable<string> American(string key)
    {
        foreach (var (british, american) in Inside)
        {
            if (key.Contains(british, StringComparison.Ordinal))
            {
                yield return key.Replace(british, american, StringComparison.Ordinal);
            }
        }

        foreach (var (british, american) in AtTheEnd)
        {
            if (key.EndsWith(british, StringComparison.Ordinal))
            {
                yield return key[..^british.Length] + american;
            }
        }
    }
}
