namespace Splot.Tables;

/// <summary>
/// The letters beyond ASCII of the EU's official languages with their approximate share of all letters of running text, in parts per 100 000, and
/// the single-byte encodings lists in that language come in (most common first). Shares are rounded from published letter counts;
/// only their order of magnitude matters here.
/// </summary>
internal sealed record LanguageLetters(string Language, string Script, string Shares, string Encodings)
{
    private const string West = "windows-1252 iso-8859-15 ibm850";
    private const string Central = "windows-1250 iso-8859-2 ibm852";
    private const string Baltic = "windows-1257 iso-8859-13";

    public static IReadOnlyList<LanguageLetters> All { get; } =
    [
        new("bg", "Cyrl", "а11700 б1500 в4200 г1500 д3100 е8500 ж700 з2100 и9000 й700 к3600 л3300 м2400 н7200 о8600 п2900 р4900 с4700 т7500 у1500 ф300 х600 ц700 ч1500 ш500 щ550 ъ1700 ь20 ю130 я2000 ѝ20", "windows-1251 iso-8859-5 cp866"),
        new("cs", "Latn", "á870 č460 ď15 é630 ě1220 í1640 ň10 ó25 ř380 š690 ť10 ú45 ů200 ý1000 ž720", Central),
        new("da", "Latn", "æ870 ø940 å1190 é50", West),
        new("de", "Latn", "ä580 ö440 ü1000 ß310", West),
        new("el", "Grek", "α9500 β700 γ1800 δ1700 ε7000 ζ300 η5000 θ1200 ι8000 κ4100 λ2700 μ3300 ν6200 ξ400 ο8500 π4100 ρ4100 σ4500 ς3800 τ8000 υ3700 φ700 χ1200 ψ150 ω1600 ά1500 έ1400 ή1200 ί2000 ό1800 ύ800 ώ700 ϊ20 ϋ5 ΐ5", "windows-1253 iso-8859-7"),
        new("en", "Latn", "é10 è2 ê2 ï2 ö2 ü2 ñ2 ç2", West),
        new("es", "Latn", "á500 é430 í730 ó830 ú170 ñ310 ü12", West),
        new("et", "Latn", "ä970 õ980 ö250 ü600 š20 ž10", "windows-1257 windows-1252 iso-8859-13 iso-8859-15"),
        new("fi", "Latn", "ä3580 ö440 å10", West),
        new("fr", "Latn", "é1500 à490 è270 ê220 ç85 â50 î45 ô25 ù60 û60 ë10 ï6 œ20", West),
        new("ga", "Latn", "á1500 é700 í1300 ó800 ú800", West),
        new("hr", "Latn", "č900 ć600 đ200 š900 ž600", Central),
        new("hu", "Latn", "á3400 é3500 í610 ó1100 ö820 ő960 ú270 ü600 ű200", Central),
        new("it", "Latn", "à640 è260 ì30 ò150 ù170 é50", West),
        new("lt", "Latn", "ą600 č400 ę200 ė1600 į600 š1100 ų1300 ū400 ž800", Baltic),
        new("lv", "Latn", "ā4200 č100 ē1700 ģ100 ī1800 ķ100 ļ300 ņ600 š900 ū500 ž200", Baltic),
        new("mt", "Latn", "ċ700 ġ900 ħ2200 ż500 à100 ù20 ì20", "iso-8859-3"),
        new("nl", "Latn", "ë60 é50 ï30 ö10 è10 ü10", West),
        new("pl", "Latn", "ą1020 ć450 ę1130 ł1750 ń190 ó820 ś680 ź60 ż890", Central),
        new("pt", "Latn", "á120 â560 ã730 à70 ç530 é340 ê450 í130 ó300 ô630 õ40 ú210", West),
        new("ro", "Latn", "ă4000 â900 î1200 ş1300 ţ1100 ș1300 ț1100", "windows-1250 iso-8859-2 iso-8859-16"),
        new("sk", "Latn", "á1700 ä100 č1000 ď200 é800 í1000 ľ300 ĺ10 ň300 ó200 ô200 ŕ10 š800 ť700 ú700 ý900 ž900", Central),
        new("sl", "Latn", "č1400 š900 ž700", Central),
        new("sv", "Latn", "å1340 ä1800 ö1310 é50", West),
    ];

    /// <summary>Natural logarithm of the letter's share, or null if the language does not have it. Capitals are ten times rarer.</summary>
    public IReadOnlyDictionary<char, double> LogShares { get; } = Read(Shares);

    public IReadOnlyList<string> EncodingNames { get; } = Encodings.Split(' ');

    private static Dictionary<char, double> Read(string shares)
    {
        var logs = new Dictionary<char, double>();
        foreach (var entry in shares.Split(' '))
        {
            var share = int.Parse(entry.AsSpan(1), System.Globalization.NumberStyles.None, null) / 100_000d;
            logs[entry[0]] = Math.Log(share);
            var capital = char.ToUpperInvariant(entry[0]);
            logs.TryAdd(capital, Math.Log(share / 10));
        }

        return logs;
    }
}
