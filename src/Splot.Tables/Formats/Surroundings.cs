namespace Splot.Tables;

/// <summary>What may stand before and behind the digits of a number: sign, parenthesis, currency, percent sign.</summary>
internal static class Surroundings
{
    private const string Minus = "-\u2212\u2013\u2011";

    /// <summary>Reads what stands before the first digit; a decimal mark right before it (<c>.5</c>) is handed out.</summary>
    public static bool ReadBefore(ReadOnlySpan<char> before, ref NumberReading reading, ref bool negative, out char leadingMark)
    {
        leadingMark = default;
        var rest = Blanks.Trim(before);
        if (Take(rest, ref reading, ref negative, signs: true))
        {
            return true;
        }

        if (before.Length > 0 && before[^1] is '.' or ',')
        {
            leadingMark = before[^1];
            return Take(Blanks.Trim(before[..^1]), ref reading, ref negative, signs: true);
        }

        return false;
    }

    /// <summary>Reads what stands behind the last digit; <c>,-</c> and <c>.-</c> (no cents) name the decimal mark.</summary>
    public static bool ReadAfter(ReadOnlySpan<char> after, ReadOnlySpan<char> before, ref NumberReading reading, ref bool negative, out char noCents)
    {
        noCents = default;
        if (after.Length >= 2 && after[0] is ',' or '.' && Minus.Contains(after[1], StringComparison.Ordinal))
        {
            noCents = after[0];
            after = after[1..].TrimStart(Minus);
        }

        else if (after.Length > 0 && after[0] is '-' or '\u2212' && !negative)
        {
            // A minus behind the digits, as bookkeeping programs print it.
            negative = true;
            after = after[1..];
        }

        var rest = Blanks.Trim(after);
        var open = Blanks.Trim(before) is ['(', ..] or [.., '('];
        if (rest.Length > 0 && rest[^1] == ')')
        {
            if (!open)
            {
                return false;
            }

            open = false;
            rest = Blanks.Trim(rest[..^1]);
        }

        return !open && Take(rest, ref reading, ref negative, signs: false);
    }

    /// <summary>Takes signs, at most one currency and a percent sign off the text; false if anything else is left.</summary>
    private static bool Take(ReadOnlySpan<char> rest, ref NumberReading reading, ref bool negative, bool signs)
    {
        var signed = false;
        while (!rest.IsEmpty)
        {
            if (rest[0] is '+' or '(' || Minus.Contains(rest[0], StringComparison.Ordinal))
            {
                if (signed || !signs)
                {
                    return false;
                }

                signed = true;
                negative = rest[0] != '+';
                rest = Blanks.Trim(rest[1..]);
                continue;
            }

            if (rest[0] is '%' or '٪')
            {
                if (reading.HasPercent)
                {
                    return false;
                }

                reading.HasPercent = true;
                rest = Blanks.Trim(rest[1..]);
                continue;
            }

            var word = WordLength(rest);
            if (CurrencySigns.Find(rest[..word]) is not { } currency || (reading.Currency is { Length: > 0 } known && known != currency))
            {
                return false;
            }

            reading.Currency = currency;
            rest = Blanks.Trim(rest[word..]);
        }

        return true;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        if (char.IsLetter(text[0]))
        {
            while (length < text.Length && (char.IsLetter(text[length]) || text[length] == '$'))
            {
                length++;
            }

            if (length < text.Length && text[length] == '.')
            {
                length++;
            }
        }

        return length;
    }
}

/// <summary>White space and stand-ins for nothing.</summary>
internal static class Blanks
{
    /// <summary>Trims white space of all kinds, byte order marks and zero-width characters.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsBlank(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsBlank(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    /// <summary>True for nothing and for the marks people type in its place; <paramref name="text"/> is trimmed.</summary>
    public static bool IsNone(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => true,
        1 => text[0] is '-' or '–' or '—' or '.' or '/' or '?' or 'x' or 'X',
        2 => text is "--" or "**",
        <= 12 => text.Equals("n/a", StringComparison.OrdinalIgnoreCase) || text.Equals("#n/a", StringComparison.OrdinalIgnoreCase) || text.Equals("n.a.", StringComparison.OrdinalIgnoreCase)
            || text.Equals("null", StringComparison.OrdinalIgnoreCase) || text.Equals("brak", StringComparison.OrdinalIgnoreCase) || text.Equals("nd.", StringComparison.OrdinalIgnoreCase)
            || text.Equals("n/d", StringComparison.OrdinalIgnoreCase) || text.Equals("nie dotyczy", StringComparison.OrdinalIgnoreCase) || text.Equals("няма", StringComparison.OrdinalIgnoreCase)
            || text.Equals("н/п", StringComparison.OrdinalIgnoreCase) || text.Equals("н.п.", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || character is '\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u2060';
}
