namespace Splot.Tables;

/// <summary>What a number format makes of a number.</summary>
internal enum StyleKind
{
    Number = 0,
    Date = 1,
    Percent = 2,
}

/// <summary>A cell style as far as it says what a number means.</summary>
internal readonly record struct CellStyle(StyleKind Kind, string? Currency);

/// <summary>Reads number formats (ECMA-376 part 1, 18.8.30 and 18.8.31; the same codes in binary workbooks).</summary>
internal static class NumberFormats
{
    /// <summary>The style of a built-in format.</summary>
    public static CellStyle BuiltIn(int id) => id switch
    {
        9 or 10 => new CellStyle(StyleKind.Percent, null),
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new CellStyle(StyleKind.Date, null),
        _ => default,
    };

    /// <summary>The style of a format code: a date if it shows days or years, a percentage if it shows the sign, with the currency it shows.</summary>
    public static CellStyle Of(string code)
    {
        var kind = StyleKind.Number;
        string? currency = null;
        for (var index = 0; index < code.Length; index++)
        {
            switch (code[index])
            {
                case '"':
                    var quoted = Between(code, index + 1, '"');
                    currency ??= CurrencySigns.Find(quoted);
                    index += quoted.Length + 1;
                    break;
                case '[':
                    var bracket = Between(code, index + 1, ']');
                    currency ??= bracket.StartsWith('$') ? CurrencySigns.Find(bracket[1..].Split('-')[0]) : null;
                    index += bracket.Length + 1;
                    break;
                case '\\' or '_' or '*':
                    index++;
                    break;
                case '%':
                    kind = StyleKind.Percent;
                    break;
                case 'y' or 'Y' or 'd' or 'D':
                    kind = StyleKind.Date;
                    break;
                case 'G' when code.AsSpan(index).StartsWith("General", StringComparison.Ordinal):
                    index += 6;
                    break;
                case '€' or '£' or '$':
                    currency ??= CurrencySigns.Find(code.AsSpan(index, 1));
                    break;
            }
        }

        return new CellStyle(kind, string.IsNullOrEmpty(currency) ? null : currency);
    }

    private static string Between(string code, int start, char end)
    {
        var at = code.IndexOf(end, start);
        return at < 0 ? code[start..] : code[start..at];
    }
}
