using System.Text;

namespace Splot.Tables;

/// <summary>How well an encoding makes the bytes beyond ASCII read as text of a language: a log-likelihood, the higher the better.</summary>
internal static class EncodingScore
{
    // Natural logarithms of rough shares among characters of a text.
    private const double CommonSign = -8.5;
    private const double ForeignLetter = -11.5;
    private const double RareSign = -13;
    private const double MixedScripts = -6;
    private const double CapitalInsideWord = -2;
    private const double SignInsideWord = -4;
    private const double LetterAtDigit = -3;

    // ASCII letters speak against a language rich in others, but only so much per letter beyond ASCII: codes and addresses are ASCII everywhere.
    private const int AsciiPerOther = 20;

    private const string CommonSigns = "–—‘’‚“”„«»…•€£§°·\u00A0\u00AD®™©№´";
    private const string SignsAtLetters = "–—‘’‚“”„«»…•€£§°·\u00A0\u00AD®™©№´";

    /// <summary>The 256 characters of a single-byte encoding; '\0' where the encoding knows none or a control character (0x80 and up).</summary>
    public static char[] Map(Encoding encoding)
    {
        var map = new char[256];
        var one = new byte[1];
        for (var value = 0; value < map.Length; value++)
        {
            one[0] = (byte)value;
            try
            {
                var text = encoding.GetString(one);
                map[value] = text.Length == 1 && (value < 0x80 || !char.IsControl(text[0]) || text[0] == '\u0085') ? text[0] : '\0';
                if (value >= 0x80 && char.IsControl(map[value]))
                {
                    map[value] = '\0';
                }
            }
            catch (DecoderFallbackException)
            {
                map[value] = '\0';
            }
        }

        return map;
    }

    /// <summary>The first byte of the file that the encoding does not know; -1 if it knows all.</summary>
    public static int FirstUnknown(char[] map, ByteStatistics statistics)
    {
        var first = -1;
        for (var value = 0x80; value < 256; value++)
        {
            var offset = statistics.FirstOffset[value];
            if (map[value] == '\0' && offset >= 0 && (first < 0 || offset < statistics.FirstOffset[first]))
            {
                first = value;
            }
        }

        return first;
    }

    public static double Of(char[] map, LanguageLetters language, ByteStatistics statistics)
    {
        double score = 0;
        long others = 0;
        for (var second = 0; second < 256; second++)
        {
            for (var first = 0; first < 256; first++)
            {
                var count = (first | second) < 0x80 ? 0 : statistics.Pairs(first, second);
                if (count == 0)
                {
                    continue;
                }

                if (second >= 0x80)
                {
                    others += count;
                    score += count * Alone(map[second], language);
                }

                score += count * Together(map[first], map[second], first >= 0x80, second >= 0x80);
            }
        }

        return score + (Math.Min(statistics.AsciiLetters, others * AsciiPerOther) * AsciiLetter(language));
    }

    private static double AsciiLetter(LanguageLetters language)
    {
        var rest = 1d;
        foreach (var (letter, log) in language.LogShares)
        {
            rest -= char.IsLower(letter) ? Math.Exp(log) : 0;
        }

        return Math.Max(Math.Log(Math.Max(rest, 0.0001)), -0.1);
    }

    private static double Alone(char character, LanguageLetters language)
    {
        if (language.LogShares.TryGetValue(character, out var log))
        {
            return log;
        }

        if (char.IsLetter(character) && character is not ('ª' or 'º' or 'ƒ' or 'ˇ'))
        {
            return ScriptOf(character) == ScriptOf(language) || language.Script == "Latn" == (ScriptOf(character) == 0) ? ForeignLetter : ForeignLetter + MixedScripts;
        }

        return CommonSigns.Contains(character, StringComparison.Ordinal) ? CommonSign : RareSign;
    }

    private static double Together(char first, char second, bool firstOther, bool secondOther)
    {
        var firstLetter = char.IsLetter(first);
        var secondLetter = char.IsLetter(second);
        if (firstLetter && secondLetter)
        {
            var penalty = ScriptOf(first) != ScriptOf(second) ? MixedScripts : 0;
            return penalty + (char.IsLower(first) && char.IsUpper(second) ? CapitalInsideWord : 0);
        }

        if (firstLetter == secondLetter)
        {
            return 0;
        }

        var (sign, signOther) = firstLetter ? (second, secondOther) : (first, firstOther);
        if (char.IsAsciiDigit(sign))
        {
            return LetterAtDigit;
        }

        return signOther && !SignsAtLetters.Contains(sign, StringComparison.Ordinal) ? SignInsideWord : 0;
    }

    private static int ScriptOf(char character) => character switch
    {
        >= '\u0370' and <= '\u03FF' => 1,
        >= '\u0400' and <= '\u04FF' => 2,
        _ => 0,
    };

    private static int ScriptOf(LanguageLetters language) => language.Script switch
    {
        "Grek" => 1,
        "Cyrl" => 2,
        _ => 0,
    };
}
