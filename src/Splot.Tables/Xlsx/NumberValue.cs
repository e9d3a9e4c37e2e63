using System.Globalization;

namespace Splot.Tables;

/// <summary>Numbers as workbooks hold them: binary floating point, of which fifteen significant digits are meant.</summary>
internal static class NumberValue
{
    private const int ExactDigits = 15;
    private const double Largest = 7.9e27;

    /// <summary>The number a workbook's text means; false if it is none or beyond any amount.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        if (text.Length is > 0 and <= ExactDigits && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        value = 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && TryRound(number, out value);
    }

    /// <summary>The decimal of fifteen significant digits nearest to the number; false for what is none or beyond any amount.</summary>
    public static bool TryRound(double number, out decimal value)
    {
        value = 0;
        if (!double.IsFinite(number) || Math.Abs(number) > Largest)
        {
            return false;
        }

        // This conversion rounds to fifteen significant digits.
        value = new decimal(number);
        return true;
    }
}
