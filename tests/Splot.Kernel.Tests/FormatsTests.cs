namespace Splot.Kernel.Tests;

public sealed class FormatsTests
{
    [Theory]
    [InlineData(Language.English, "EUR", 6_200_901.17, "€6,200,901.17")]
    [InlineData(Language.Polish, "EUR", 6_200_901.17, "6 200 901,17 €")]
    [InlineData(Language.Bulgarian, "EUR", 6_200_901.17, "6 200 901,17 €")]
    [InlineData(Language.English, "BGN", 771_009, "BGN 771,009.00")]
    [InlineData(Language.Polish, "BGN", 771_009, "771 009,00 BGN")]
    [InlineData(Language.Bulgarian, "BGN", 771_009, "771 009,00 лв.")]
    [InlineData(Language.English, "PLN", 8_427_144, "PLN 8,427,144.00")]
    [InlineData(Language.Polish, "PLN", 8_427_144, "8 427 144,00 PLN")]
    [InlineData(Language.Polish, "EUR", 1_292, "1 292,00 €")]
    [InlineData(Language.English, "EUR", -0.5, "−€0.50")]
    [InlineData(Language.Polish, "EUR", -12.5, "−12,50 €")]
    [InlineData(Language.English, "PLN", -12.5, "−PLN 12.50")]
    [InlineData(Language.English, "JPY", 1_500, "JPY 1,500.00")]
    [InlineData(Language.English, "KWD", 1.234, "KWD 1.234")]
    [InlineData(Language.Polish, "EUR", 0, "0,00 €")]
    public void Money_Amount_IsInTheHabitOfTheLanguage(Language language, string currency, double amount, string expected) =>
        Assert.Equal(NoBreak(expected), language.Money(new Money((decimal)amount, Currency.Parse(currency))));

    [Theory]
    [InlineData(Language.English, 6_200_901.17, "€6.2 M")]
    [InlineData(Language.Polish, 6_200_901.17, "6,2 mln €")]
    [InlineData(Language.Bulgarian, 6_200_901.17, "6,2 млн. €")]
    [InlineData(Language.English, 2_431_000_000, "€2.43 bn")]
    [InlineData(Language.Polish, 2_431_000_000, "2,43 mld €")]
    [InlineData(Language.Bulgarian, 2_431_000_000, "2,43 млрд. €")]
    [InlineData(Language.English, 394_210.64, "€394,211")]
    [InlineData(Language.Polish, 394_210.64, "394 211 €")]
    [InlineData(Language.English, 999_999.49, "€999,999")]
    [InlineData(Language.English, 999_999.50, "€1.0 M")]
    [InlineData(Language.English, 999_949_999.99, "€999.9 M")]
    [InlineData(Language.English, 999_950_000, "€1.00 bn")]
    [InlineData(Language.English, -6_200_901.17, "−€6.2 M")]
    [InlineData(Language.English, -0.3, "€0")]
    [InlineData(Language.English, -0.5, "−€1")]
    public void CompactMoney_Amount_IsShort(Language language, double amount, string expected) =>
        Assert.Equal(NoBreak(expected), language.CompactMoney(Money.Eur((decimal)amount)));

    [Theory]
    [InlineData(Language.English, 0.8252, "82.52%")]
    [InlineData(Language.Polish, 0.8252, "82,52%")]
    [InlineData(Language.Bulgarian, 0.85, "85,00%")]
    [InlineData(Language.Polish, 12.345678, "1 234,57%")]
    public void Percent_Fraction_HasTwoDecimals(Language language, double fraction, string expected) =>
        Assert.Equal(NoBreak(expected), language.Percent((decimal)fraction));

    [Theory]
    [InlineData(Language.English, -1_234.56, 1, "−1,234.6")]
    [InlineData(Language.Bulgarian, 1_234.25, 1, "1 234,3")]
    [InlineData(Language.English, -0.004, 2, "0.00")]
    public void Decimal_Number_RoundsHalfAwayFromZero(Language language, double number, int decimals, string expected) =>
        Assert.Equal(NoBreak(expected), language.Decimal((decimal)number, decimals));

    [Theory]
    [InlineData(Language.English, 1_292, "1,292")]
    [InlineData(Language.Polish, 1_292, "1292")]
    [InlineData(Language.Bulgarian, 12_920, "12 920")]
    [InlineData(Language.Polish, -1_234_567, "−1 234 567")]
    [InlineData(Language.English, -5, "−5")]
    public void FormatCount_Count_GroupsAsTheLanguageDoes(Language language, long count, string expected) =>
        Assert.Equal(NoBreak(expected), language.FormatCount(count));

    [Theory]
    [InlineData(Language.English, "1 January 2024")]
    [InlineData(Language.Polish, "1 stycznia 2024")]
    [InlineData(Language.Bulgarian, "1 януари 2024 г.")]
    public void LongDate_Day_IsInWords(Language language, string expected) =>
        Assert.Equal(expected, language.LongDate(new DateOnly(2024, 1, 1)).Replace('\u00A0', ' '));

    [Theory]
    [InlineData(Language.English, "01/04/2023")]
    [InlineData(Language.Polish, "01.04.2023")]
    [InlineData(Language.Bulgarian, "01.04.2023")]
    public void NumericDate_Day_IsInFigures(Language language, string expected) => Assert.Equal(expected, language.NumericDate(new DateOnly(2023, 4, 1)));

    [Theory]
    [InlineData(Language.English, "October 2024")]
    [InlineData(Language.Polish, "październik 2024")]
    [InlineData(Language.Bulgarian, "октомври 2024 г.")]
    public void Month_Day_IsInWords(Language language, string expected) => Assert.Equal(NoBreak(expected), language.Month(new DateOnly(2024, 10, 31)));

    [Theory]
    [InlineData(Language.English, "Jan 2024")]
    [InlineData(Language.Polish, "sty 2024")]
    [InlineData(Language.Bulgarian, "ян. 2024")]
    public void ShortMonth_Day_IsShort(Language language, string expected) => Assert.Equal(NoBreak(expected), language.ShortMonth(new DateOnly(2024, 1, 31)));

    [Theory]
    [InlineData(Language.English, 0, "0 B")]
    [InlineData(Language.English, 999, "999 B")]
    [InlineData(Language.English, 1_000, "1.0 kB")]
    [InlineData(Language.Polish, 3_449, "3,4 kB")]
    [InlineData(Language.Bulgarian, 999_950, "1,0 MB")]
    [InlineData(Language.English, long.MaxValue, "9.2 EB")]
    public void Size_Bytes_HaveDecimalUnits(Language language, long bytes, string expected) => Assert.Equal(NoBreak(expected), language.Size(bytes));

    [Fact]
    public void Everything_InAnyProcessCulture_IsTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("€1,234.50", Language.English.Money(Money.Eur(1_234.5m)));
            Assert.Equal("1\u00A0January 2024", Language.English.LongDate(new DateOnly(2024, 1, 1)));
            Assert.Equal("1234.50", Money.Eur(1_234.5m).AmountText);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static string NoBreak(string text) => text.Replace(' ', '\u00A0');
}
