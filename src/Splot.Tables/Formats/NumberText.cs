namespace Splot.Tables;

/// <summary>How a text reads as a number: with a decimal comma, with a decimal point, or either way.</summary>
internal struct NumberReading
{
    public bool IsComma;
    public bool IsPoint;
    public decimal Comma;
    public decimal Point;
    public bool HasPercent;

    /// <summary>ISO code beside the number, empty for an ambiguous sign, null without one.</summary>
    public string? Currency;
    public CellProblem Problem;

    /// <summary>True if both marks give a number and not the same one: what the column, its sisters or a hint must settle.</summary>
    public readonly bool IsOpen => IsComma && IsPoint && Comma != Point;
}

/// <summary>
/// Reads numbers as people write them: grouped in threes by point, comma, blank, no-break blank, narrow no-break blank or apostrophe, currency or percent
/// sign before or behind, minus before or behind, parentheses for minus, <c>,-</c> for no cents. Exact: digits go straight into a decimal. Exponents
/// are not taken: they come from a program that cut the number's last digits.
/// </summary>
internal static class NumberText
{
    private const int MaxDigits = 28;
    private const int MaxLength = 64;

    public static NumberReading Read(ReadOnlySpan<char> text)
    {
        text = Blanks.Trim(text);
        var reading = default(NumberReading);
        if (Blanks.IsNone(text))
        {
            reading.Problem = CellProblem.Empty;
            return reading;
        }

        var first = text.IndexOfAnyInRange('0', '9');
        if (first < 0 || text.Length > MaxLength)
        {
            reading.Problem = CellProblem.NotANumber;
            return reading;
        }

        var last = text.LastIndexOfAnyInRange('0', '9');
        var negative = false;
        var before = text[..first];
        var after = text[(last + 1)..];
        var core = text[first..(last + 1)];
        if (!Surroundings.ReadBefore(before, ref reading, ref negative, out var leadingMark) || !Surroundings.ReadAfter(after, before, ref reading, ref negative, out var noCents))
        {
            reading.Problem = CellProblem.NotANumber;
            return reading;
        }

        Interpret(core, leadingMark, noCents, negative, ref reading);
        return reading;
    }

    private static void Interpret(ReadOnlySpan<char> core, char leadingMark, char noCents, bool negative, ref NumberReading reading)
    {
        Span<char> digits = stackalloc char[MaxLength];
        Span<int> groups = stackalloc int[MaxLength];
        Span<char> marks = stackalloc char[MaxLength];
        var shape = new NumberShape(digits, groups, marks);
        if (leadingMark != default)
        {
            shape.AddMark(leadingMark);
        }

        foreach (var character in core)
        {
            if (char.IsAsciiDigit(character))
            {
                shape.AddDigit(character);
            }
            else if (!shape.AddMark(NumberShape.MarkOf(character)))
            {
                reading.Problem = CellProblem.NotANumber;
                return;
            }
        }

        if (shape.DigitCount > MaxDigits)
        {
            reading.Problem = CellProblem.TooLarge;
            return;
        }

        reading.IsComma = noCents != '.' && shape.TryScale(',', noCents == ',', out var commaScale) && shape.TryValue(commaScale, negative, out reading.Comma);
        reading.IsPoint = noCents != ',' && shape.TryScale('.', noCents == '.', out var pointScale) && shape.TryValue(pointScale, negative, out reading.Point);
        if (!reading.IsComma && !reading.IsPoint)
        {
            reading.Problem = CellProblem.NotANumber;
        }
    }
}

/// <summary>The digits of a number with the marks between their groups.</summary>
internal ref struct NumberShape(Span<char> digits, Span<int> groups, Span<char> marks)
{
    private readonly Span<char> _digits = digits;
    private readonly Span<int> _groups = groups;
    private readonly Span<char> _marks = marks;
    private int _markCount;

    public int DigitCount { get; private set; }

    /// <summary>The class of a mark: point, comma, blank (all kinds), apostrophe; '\0' if it is none.</summary>
    public static char MarkOf(char character) => character switch
    {
        '.' or ',' => character,
        ' ' or '\u00A0' or '\u2007' or '\u2009' or '\u202F' => ' ',
        '\'' or '\u2019' or '\u02BC' or '`' or '´' => '\'',
        _ => '\0',
    };

    public void AddDigit(char digit)
    {
        _digits[DigitCount++] = digit;
        _groups[_markCount]++;
    }

    /// <summary>Ends a group; false if the mark is none, or two follow each other.</summary>
    public bool AddMark(char mark)
    {
        if (mark == '\0' || (_markCount > 0 && _groups[_markCount] == 0))
        {
            return false;
        }

        _marks[_markCount++] = mark;
        return true;
    }

    /// <summary>Digits behind the decimal mark if <paramref name="mark"/> is it; false if the marks do not fit that.</summary>
    public readonly bool TryScale(char mark, bool noDecimals, out int scale)
    {
        scale = 0;
        var grouped = _markCount;
        var at = _marks[.._markCount].IndexOf(mark);
        if (at >= 0)
        {
            if (noDecimals || at != _markCount - 1)
            {
                return false;
            }

            scale = _groups[_markCount];
            grouped = at;
        }

        if (grouped == 0)
        {
            return true;
        }

        // Groups: one to three digits, no leading zero, then threes, all with the same mark.
        if (_groups[0] is 0 or > 3 || _digits[0] == '0')
        {
            return false;
        }

        for (var index = 0; index < grouped; index++)
        {
            if (_marks[index] != _marks[0] || _groups[index + 1] != 3)
            {
                return false;
            }
        }

        return true;
    }

    public readonly bool TryValue(int scale, bool negative, out decimal value)
    {
        UInt128 whole = 0;
        foreach (var digit in _digits[..DigitCount])
        {
            whole = (whole * 10) + (uint)(digit - '0');
        }

        value = 0;
        if (scale > MaxScale || whole >> 96 != 0)
        {
            return false;
        }

        value = new decimal((int)(uint)whole, (int)(uint)(whole >> 32), (int)(uint)(whole >> 64), negative, (byte)scale);
        return true;
    }

    private const int MaxScale = 28;
}
