using System.Numerics;

namespace Splot.Tables;

/// <summary>A word for a month: the languages in which it names each of the twelve.</summary>
internal sealed record MonthWord(string Word, uint[] LanguagesByMonth)
{
    /// <summary>The languages that know the word, one bit each in the order of <see cref="MonthNames.Languages"/>.</summary>
    public uint Languages => LanguagesByMonth.Aggregate(0u, (all, month) => all | month);

    /// <summary>The month it names in some of the languages; 0 if they do not agree or do not know it.</summary>
    public int MonthIn(uint languages)
    {
        var month = 0;
        for (var index = 0; index < LanguagesByMonth.Length; index++)
        {
            if ((LanguagesByMonth[index] & languages) != 0)
            {
                if (month != 0)
                {
                    return 0;
                }

                month = index + 1;
            }
        }

        return month;
    }
}

/// <summary>
/// Names of the months in the official languages of the EU: nominative, genitive and usual abbreviations, without diacritics (words are folded before
/// the look-up), after the Unicode CLDR; Roman numerals in all of them.
/// </summary>
internal static class MonthNames
{
    private const string Table =
        """
        bg януари/яну/ян февруари/фев март/мар април/апр май юни юли август/авг септември/сеп/септ октомври/окт ноември/ное/ноем декември/дек
        cs leden/ledna/led unor/unora/uno brezen/brezna/bre duben/dubna/dub kveten/kvetna/kve cerven/cervna/cvn cervenec/cervence/cvc srpen/srpna/srp zari/zar rijen/rijna/rij listopad/listopadu/lis prosinec/prosince/pro
        da januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov december/dec
        de januar/janner/jan februar/feber/feb marz/maerz/mar/mrz april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov dezember/dez
        el ιανουαριοσ/ιανουαριου/ιαν φεβρουαριοσ/φεβρουαριου/φεβ μαρτιοσ/μαρτιου/μαρ απριλιοσ/απριλιου/απρ μαιοσ/μαιου/μαι ιουνιοσ/ιουνιου/ιουν ιουλιοσ/ιουλιου/ιουλ αυγουστοσ/αυγουστου/αυγ σεπτεμβριοσ/σεπτεμβριου/σεπ/σεπτ οκτωβριοσ/οκτωβριου/οκτ νοεμβριοσ/νοεμβριου/νοε δεκεμβριοσ/δεκεμβριου/δεκ
        en january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
        es enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic
        et jaanuar/jaan veebruar/veebr marts aprill/apr mai juuni juuli august/aug september/sept oktoober/okt november/nov detsember/dets
        fi tammikuu/tammikuuta/tammi/tammik helmikuu/helmikuuta/helmi/helmik maaliskuu/maaliskuuta/maalis/maalisk huhtikuu/huhtikuuta/huhti/huhtik toukokuu/toukokuuta/touko/toukok kesakuu/kesakuuta/kesa/kesak heinakuu/heinakuuta/heina/heinak elokuu/elokuuta/elo/elok syyskuu/syyskuuta/syys/syysk lokakuu/lokakuuta/loka/lokak marraskuu/marraskuuta/marras/marrask joulukuu/joulukuuta/joulu/jouluk
        fr janvier/janv fevrier/fevr mars avril/avr mai juin juillet/juil aout septembre/sept octobre/oct novembre/nov decembre/dec
        ga eanair/ean feabhra/feabh marta aibrean/aib bealtaine/beal meitheamh/meith iuil lunasa/lun mean/mfomh deireadh/dfomh samhain/samhna/samh nollaig/nollag/noll
        hr sijecanj/sijecnja/sij veljaca/veljace/velj ozujak/ozujka/ozu travanj/travnja/tra svibanj/svibnja/svi lipanj/lipnja/lip srpanj/srpnja/srp kolovoz/kolovoza/kol rujan/rujna/ruj listopad/listopada/lis studeni/studenoga/studenog/stu prosinac/prosinca/pro
        hu januar/jan februar/febr marcius/marc aprilis/apr majus/maj junius/jun julius/jul augusztus/aug szeptember/szept oktober/okt november/nov december/dec
        it gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic
        lt sausis/sausio/saus/sau vasaris/vasario/vas kovas/kovo/kov balandis/balandzio/bal geguze/geguzes/geg birzelis/birzelio/birz liepa/liepos/liep rugpjutis/rugpjucio/rugp rugsejis/rugsejo/rugs spalis/spalio/spal lapkritis/lapkricio/lapkr gruodis/gruodzio/gruod
        lv janvaris/janvara/janv februaris/februara/febr marts/marta aprilis/aprila/apr maijs/maija junijs/junija/jun julijs/julija/jul augusts/augusta/aug septembris/septembra/sept oktobris/oktobra/okt novembris/novembra/nov decembris/decembra/dec
        mt jannar/jan frar/fra marzu/mar april/apr mejju/mej gunju/gun lulju/lul awwissu/aww settembru/set ottubru/ott novembru/nov dicembru/dic
        nl januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep/sept oktober/okt november/nov december/dec
        pl styczen/stycznia/sty/stycz luty/lutego/lut marzec/marca/mar kwiecien/kwietnia/kwi/kwiec maj/maja czerwiec/czerwca/cze/czerw lipiec/lipca/lip sierpien/sierpnia/sie/sierp wrzesien/wrzesnia/wrz/wrzes pazdziernik/pazdziernika/paz/pazdz listopad/listopada/lis/listop grudzien/grudnia/gru/grudz
        pt janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez
        ro ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct noiembrie/nov/noi decembrie/dec
        sk januar/januara/jan februar/februara/feb marec/marca/mar april/aprila/apr maj/maja jun/juna jul/jula august/augusta/aug september/septembra/sep oktober/oktobra/okt november/novembra/nov december/decembra/dec
        sl januar/januarja/jan februar/februarja/feb marec/marca/mar april/aprila/apr maj/maja junij/junija/jun julij/julija/jul avgust/avgusta/avg september/septembra/sep oktober/oktobra/okt november/novembra/nov december/decembra/dec
        sv januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sep/sept oktober/okt november/nov december/dec
        """;

    private const string RomanNumerals = "i ii iii iv v vi vii viii ix x xi xii";

    // Words that go with a date and say nothing: year, day, of, ordinal endings, the second word of two Irish months.
    private const string Fillers = "de del di of the den ta st nd rd th er er. º ª г год година года r roku rok m d gada gads fomhair mi na le";

    private static readonly HashSet<string> FillerWords = [.. Fillers.Split(' ')];

    /// <summary>All languages' bits.</summary>
    public const uint AllLanguages = (1u << 24) - 1;

    private static readonly Dictionary<string, MonthWord> Words = Build(out LanguageList);

    private static readonly string[] LanguageList;

    /// <summary>ISO 639-1 codes in the order of their bits.</summary>
    public static IReadOnlyList<string> Languages => LanguageList;

    /// <summary>The bits of a language (a tag's first part); 0 if it is not one of the EU's.</summary>
    public static uint BitOf(string? language)
    {
        var index = Array.IndexOf(LanguageList, language?.Split('-', '_')[0].ToLowerInvariant());
        return index < 0 ? 0 : 1u << index;
    }

    /// <summary>The codes of some languages.</summary>
    public static IEnumerable<string> CodesOf(uint languages)
    {
        for (; languages != 0; languages &= languages - 1)
        {
            yield return LanguageList[BitOperations.TrailingZeroCount(languages)];
        }
    }

    /// <summary>The month a folded word names, or null.</summary>
    public static MonthWord? Find(ReadOnlySpan<char> folded) =>
        Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var word) ? word : null;

    /// <summary>True for words that may stand in a date without a meaning of their own.</summary>
    public static bool IsFiller(ReadOnlySpan<char> folded) => FillerWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    private static Dictionary<string, MonthWord> Build(out string[] languages)
    {
        var words = new Dictionary<string, MonthWord>();
        var codes = new List<string>();
        foreach (var line in Table.Split('\n'))
        {
            var fields = line.Split(' ');
            for (var month = 1; month < fields.Length; month++)
            {
                foreach (var word in fields[month].Split('/'))
                {
                    // The table is stored folded but for letters that only folding itself knows how to write.
                    Add(words, LetterFold.Of(word), month - 1, 1u << codes.Count);
                }
            }

            codes.Add(fields[0]);
        }

        foreach (var (index, roman) in RomanNumerals.Split(' ').Index())
        {
            Add(words, roman, index, AllLanguages);
        }

        languages = [.. codes];
        return words;
    }

    private static void Add(Dictionary<string, MonthWord> words, string word, int month, uint languages)
    {
        if (!words.TryGetValue(word, out var known))
        {
            words[word] = known = new MonthWord(word, new uint[12]);
        }

        known.LanguagesByMonth[month] |= languages;
    }
}
