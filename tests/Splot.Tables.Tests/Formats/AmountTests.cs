using System.Globalization;

namespace Splot.Tables.Tests.Formats;

public class AmountTests
{
    private static readonly ColumnFormat Comma = new() { Column = 0, Name = "amount", Role = ColumnRole.Amount, Decimal = DecimalMark.Comma };
    private static readonly ColumnFormat Point = Comma with { Decimal = DecimalMark.Point };

    [Theory]
    [InlineData("12.000,00", "12000.00", null)]
    [InlineData("1580,38", "1580.38", null)]
    [InlineData("8,835.75", "8835.75", null)]
    [InlineData("€ 1.292.850", "1292850", "EUR")]
    [InlineData("€4,922,133", "4922133", "EUR")]
    [InlineData("2.589.410,00 kn", "2589410.00", "HRK")]
    [InlineData(" £1.313.829,00 ", "1313829.00", "GBP")]
    [InlineData("7 382 534 479,68", "7382534479.68", null)]
    [InlineData("1\u00A0234\u00A0567,5 zł", "1234567.5", "PLN")]
    [InlineData("1\u202F234,00 €", "1234.00", "EUR")]
    [InlineData("1'234'567.89 CHF", "1234567.89", "CHF")]
    [InlineData("1’234’567", "1234567", null)]
    [InlineData("PLN 12.50", "12.50", "PLN")]
    [InlineData("771 009,00 лв.", "771009.00", "BGN")]
    [InlineData("12 000,- Kč", "12000", "CZK")]
    [InlineData("kr. 5.000,00", "5000.00", null)]
    [InlineData("-1 234,50", "-1234.50", null)]
    [InlineData("−5,00 €", "-5.00", "EUR")]
    [InlineData("(1,234.50)", "-1234.50", null)]
    [InlineData("1234.50-", "-1234.50", null)]
    [InlineData("€-5.00", "-5.00", "EUR")]
    [InlineData(".5", "0.5", null)]
    [InlineData("0,125", "0.125", null)]
    [InlineData("1234.567", "1234.567", null)]
    [InlineData("0", "0", null)]
    public void Amount_FormThatReadsOneWay_IsExactUnderBothMarks(string text, string value, string? currency)
    {
        var expected = (decimal.Parse(value, CultureInfo.InvariantCulture), currency, CellProblem.None);

        Assert.Equal((expected, expected), (Read(text, Comma), Read(text, Point)));
    }

    [Theory]
    [InlineData("1.234", "1234", "1.234")]
    [InlineData("12,345", "12.345", "12345")]
    [InlineData("£999,999", "999.999", "999999")]
    public void Amount_FormThatReadsBothWays_FollowsTheColumn(string text, string comma, string point) =>
        Assert.Equal(
            (decimal.Parse(comma, CultureInfo.InvariantCulture), decimal.Parse(point, CultureInfo.InvariantCulture)),
            (Read(text, Comma).Value, Read(text, Point).Value));

    [Theory]
    [InlineData("", CellProblem.Empty)]
    [InlineData(" \u00A0 ", CellProblem.Empty)]
    [InlineData("-", CellProblem.Empty)]
    [InlineData("n/a", CellProblem.Empty)]
    [InlineData("brak", CellProblem.Empty)]
    [InlineData("abc", CellProblem.NotANumber)]
    [InlineData("12 mln zł", CellProblem.NotANumber)]
    [InlineData("1.2.3", CellProblem.NotANumber)]
    [InlineData("1 23 456", CellProblem.NotANumber)]
    [InlineData("1.234 567,00", CellProblem.NotANumber)]
    [InlineData("1,5E+07", CellProblem.NotANumber)]
    [InlineData("12..5", CellProblem.NotANumber)]
    [InlineData("5 000 EUR PLN", CellProblem.NotANumber)]
    [InlineData("(5", CellProblem.NotANumber)]
    [InlineData("40 %", CellProblem.NotANumber)]
    [InlineData("POIR.01.01", CellProblem.NotANumber)]
    [InlineData("12345678901234567890123456789", CellProblem.TooLarge)]
    public void Amount_NoAmount_SaysWhy(string text, CellProblem problem) => Assert.Equal(problem, Read(text, Comma).Problem);

    [Fact]
    public void Amount_InTheOtherMark_IsMarked() => Assert.True(CellParsers.Amount(new TableCell("1,234.50"), Comma).OtherMark);

    [Theory]
    [InlineData("50,00 %", RateScale.Fraction, "50.00")]
    [InlineData("80.00%", RateScale.Fraction, "80.00")]
    [InlineData("40%", RateScale.Percent, "40")]
    [InlineData("0.5", RateScale.Fraction, "50.0")]
    [InlineData("0,3705", RateScale.Fraction, "37.0500")]
    [InlineData("1", RateScale.Fraction, "100")]
    [InlineData("85", RateScale.Percent, "85")]
    [InlineData("82,345", RateScale.Percent, "82.345")]
    [InlineData("100.000", RateScale.Percent, "100.000")]
    [InlineData("0", RateScale.Percent, "0")]
    public void Rate_Form_IsPercent(string text, RateScale scale, string percent) =>
        Assert.Equal(new RateCell(decimal.Parse(percent, CultureInfo.InvariantCulture), CellProblem.None), Rate(text, scale));

    [Theory]
    [InlineData("150%", RateScale.Fraction, CellProblem.RateOutOfRange)]
    [InlineData("-5%", RateScale.Fraction, CellProblem.RateOutOfRange)]
    [InlineData("0.5", RateScale.Percent, CellProblem.RateUnclear)]
    [InlineData("50% more developed & 60% transitional", RateScale.Fraction, CellProblem.NotANumber)]
    [InlineData("50 EUR", RateScale.Percent, CellProblem.NotANumber)]
    public void Rate_NoRate_SaysWhy(string text, RateScale scale, CellProblem problem) => Assert.Equal(problem, Rate(text, scale).Problem);

    private static (decimal Value, string? Currency, CellProblem Problem) Read(string text, ColumnFormat format)
    {
        var cell = CellParsers.Amount(new TableCell(text), format);
        return (cell.Value, cell.Currency, cell.Problem);
    }

    private static RateCell Rate(string text, RateScale scale) => CellParsers.Rate(new TableCell(text), Comma with { Role = ColumnRole.Rate, Scale = scale });
}
