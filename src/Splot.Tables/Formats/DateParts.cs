namespace Splot.Tables;

/// <summary>The figures and the month's name of a date.</summary>
internal struct DateParts
{
    private const string Separators = " .,/-\u00A0\u202F\u2009\u2010\u2011\u2013'’";

    public int Numbers;
    public int Value0;
    public int Value1;
    public int Value2;
    public int Length0;
    public int Length1;
    public int Length2;
    public MonthWord? Month;

    /// <summary>Takes the text apart; false if it holds anything else than a date may.</summary>
    public bool TryRead(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = 1;
            if (char.IsAsciiDigit(text[0]))
            {
                while (length < text.Length && char.IsAsciiDigit(text[length]))
                {
                    length++;
                }

                if (!AddNumber(text[..length]))
                {
                    return false;
                }
            }
            else if (char.IsLetter(text[0]))
            {
                while (length < text.Length && (char.IsLetter(text[length]) || char.GetUnicodeCategory(text[length]) == System.Globalization.UnicodeCategory.NonSpacingMark))
                {
                    length++;
                }

                if (!AddWord(text[..length]))
                {
                    return false;
                }
            }
            else if (!Separators.Contains(text[0], StringComparison.Ordinal))
            {
                return false;
            }

            text = text[length..];
        }

        return Numbers > 0;
    }

    private bool AddNumber(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 8)
        {
            return false;
        }

        var value = int.Parse(digits, System.Globalization.NumberStyles.None, null);
        switch (Numbers++)
        {
            case 0:
                (Value0, Length0) = (value, digits.Length);
                return true;
            case 1:
                (Value1, Length1) = (value, digits.Length);
                return true;
            case 2:
                (Value2, Length2) = (value, digits.Length);
                return true;
            default:
                return false;
        }
    }

    private bool AddWord(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[word.Length];
        var length = 0;
        foreach (var character in word)
        {
            if (char.IsLetter(character))
            {
                folded[length++] = LetterFold.Of(character);
            }
        }

        folded = folded[..length];
        var isFiller = MonthNames.IsFiller(folded);
        if (Month is not null || isFiller)
        {
            return isFiller;
        }

        Month = MonthNames.Find(folded);
        return Month is not null;
    }
}
