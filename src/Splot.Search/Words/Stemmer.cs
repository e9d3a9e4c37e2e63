namespace Splot.Search.Words;

/// <summary>
/// Light stemming by rules, on keys (lower case, without diacritics, Latin): takes off the longest ending that leaves enough of the word, then evens out
/// what inflection changes before the ending. For words that no dictionary knows. A stem is a label, not a word.
/// </summary>
internal sealed class Stemmer
{
    private const int Least = 3;

    private readonly string[] endings;
    private readonly Func<string, string> evenOut;

    private Stemmer(string endings, string likelyEndings, Func<string, string> evenOut)
    {
        this.endings = [.. endings.Split(' ').OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];
        LikelyEndings = ["", .. likelyEndings.Split(' ')];
        this.evenOut = evenOut;
    }

    /// <summary>Polish.</summary>
    public static Stemmer Polish { get; } = new(
        "iego iemu iej ich imi im ego emu ej ych ymi ym iami iach iom ami ach om owi ow iem em iu ia ie ii a e i o u y",
        "a e o y i ie ia",
        EvenOutPolish);

    /// <summary>Bulgarian in Latin letters.</summary>
    public static Stemmer Bulgarian { get; } = new(
        "ishtata ishta ovete evete iyata iyat iite ieto ata yata eto oto ite ete iya ie yat at ya ove eve ii a e i o vam vash vame vate vat",
        "a e o ya iya i",
        EvenOutBulgarian);

    /// <summary>English.</summary>
    public static Stemmer English { get; } = new("ings ing edly ed es s ly", "e y", EvenOutEnglish);

    /// <summary>Endings that base forms of words often have, the likeliest first.</summary>
    public IReadOnlyList<string> LikelyEndings { get; }

    /// <summary>The word without its ending, nothing evened out.</summary>
    public string WithoutEnding(string key)
    {
        foreach (var ending in endings)
        {
            if (key.Length - ending.Length >= Least && key.EndsWith(ending, StringComparison.Ordinal))
            {
                return key[..^ending.Length];
            }
        }

        return key;
    }

    /// <summary>The stem of a word, or of what <see cref="WithoutEnding"/> left of it.</summary>
    public string Even(string start) => start.Length > Least ? evenOut(start) : start;

    // komputerze: komputer, urzedzie: urzad-, cudzoziemiec: cudzoziemc-, sciezek: sciezk-
    private static string EvenOutPolish(string start)
    {
        var even = start.EndsWith("rz", StringComparison.Ordinal) ? start[..^1]
            : start.EndsWith("dz", StringComparison.Ordinal) ? start[..^1]
            : start.EndsWith("iec", StringComparison.Ordinal) ? start[..^3] + "c"
            : start.EndsWith("ek", StringComparison.Ordinal) || start.EndsWith("ec", StringComparison.Ordinal) ? start[..^2] + start[^1]
            : start;
        return even.EndsWith('i') ? even[..^1] : even;
    }

    // uchenitsi: uchenik, pedagozi: pedagog, sotsialen: sotsialn-, filtar: filtr-, zaetostta: zaetost, muzey: muze-
    private static string EvenOutBulgarian(string start)
    {
        var even = start.EndsWith("ts", StringComparison.Ordinal) ? start[..^2] + "k"
            : start.EndsWith("tt", StringComparison.Ordinal) || start.EndsWith('y') ? start[..^1]
            : start.EndsWith('z') && !start.EndsWith("zh", StringComparison.Ordinal) ? start[..^1] + "g"
            : start;
        return even.Length > 4 && !IsVowel(even[^3]) && even[^2] is 'e' or 'a' && even[^1] is 'n' or 'r' or 'l' or 'k'
            ? even[..^2] + even[^1]
            : even;
    }

    // planning: plan-, organise: organiz-, activiti: activity, labour: labor
    private static string EvenOutEnglish(string start)
    {
        var even = start.Length > 4 && start[^1] == start[^2] && !IsVowel(start[^1]) && start[^1] is not ('l' or 's' or 'z') ? start[..^1] : start;
        even = even.EndsWith('e') ? even[..^1] : even.EndsWith('i') ? even[..^1] + "y" : even;
        return even.Length > 5 && even.EndsWith("is", StringComparison.Ordinal) ? even[..^1] + "z"
            : even.Length > 4 && even.EndsWith("our", StringComparison.Ordinal) ? even[..^2] + "r"
            : even;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
