namespace Splot.Kernel.Tests;

public sealed class EuroRatesTests
{
    private static readonly EuroRates Rates = new(
    [
        Zloty(4.30m, 2024, 1),
        Zloty(4.40m, 2024, 5),
        Zloty(4.35m, 2024, 3, derived: true),
    ]);

    [Theory]
    [InlineData("2024-03-31", 4.35)]
    [InlineData("2024-05-01", 4.40)]
    [InlineData("2020-01-15", 4.30)]
    [InlineData("2026-12-31", 4.40)]
    [InlineData("2024-02-10", 4.30)]
    [InlineData("2024-04-10", 4.35)]
    public void Find_Day_IsTheMonthOrTheNearest(string day, double perEuro) =>
        Assert.Equal((decimal)perEuro, Rates.Find(Currency.Pln, Day(day))?.PerEuro);

    [Theory]
    [InlineData("2015-06-01")]
    [InlineData("2026-06-01")]
    public void Find_Lev_IsTheLegalRateWhateverTheDay(string day) => Assert.Equal(1.95583m, Rates.Find(Currency.Bgn, Day(day))?.PerEuro);

    [Fact]
    public void Find_ImportedRateForLev_DoesNotDisplaceTheLegalOne()
    {
        var rates = new EuroRates([new ExchangeRate(Currency.Bgn, 1.9558m, Day("2024-01-01"), "European Central Bank")]);

        Assert.Equal(EuroConversion.LevPerEuro, rates.Find(Currency.Bgn, Day("2024-01-15"))?.PerEuro);
    }

    [Fact]
    public void Find_PublishedBesideDerived_IsThePublished()
    {
        var rates = new EuroRates([Zloty(4.31m, 2024, 1), Zloty(4.29m, 2024, 1, derived: true)]);

        Assert.Equal(4.31m, rates.Find(Currency.Pln, Day("2024-01-15"))?.PerEuro);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Find_TwoOfTheSameKind_IsTheLater(bool derived)
    {
        var rates = new EuroRates([Zloty(4.31m, 2024, 1, derived), Zloty(4.29m, 2024, 1, derived)]);

        Assert.Equal(4.29m, rates.Find(Currency.Pln, Day("2024-01-15"))?.PerEuro);
    }

    [Fact]
    public void ToEuro_UnknownCurrency_IsNull() => Assert.Null(Rates.ToEuro(new Money(1m, Currency.Gbp), Day("2024-01-01")));

    [Fact]
    public void ToEuro_Euro_StaysAsItIs() => Assert.Equal(Money.Eur(1.23m), Rates.ToEuro(Money.Eur(1.23m), Day("2024-01-01")));

    [Fact]
    public void ToEuro_Zloty_DividesAndRoundsOnce() =>
        Assert.Equal(Money.Eur(23.26m), Rates.ToEuro(new Money(100m, Currency.Pln), Day("2024-01-31")));

    [Fact]
    public void FromEuro_Zloty_Multiplies() => Assert.Equal(new Money(43.00m, Currency.Pln), Zloty(4.30m, 2024, 1).FromEuro(Money.Eur(10m)));

    [Fact]
    public void ToEuroParts_Zloty_AddUp()
    {
        var converted = Zloty(4.30m, 2024, 1).ToEuroParts([new Money(1m, Currency.Pln), new Money(1m, Currency.Pln), new Money(1m, Currency.Pln)]);

        Assert.Equal(converted.Total, Money.Sum(converted.Parts, Currency.Eur));
    }

    [Fact]
    public void New_DayInsideTheMonth_IsItsFirst() => Assert.Equal(Day("2024-02-01"), new ExchangeRate(Currency.Pln, 4.3m, Day("2024-02-29"), "test").Month);

    [Fact]
    public void New_RateOfZero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Zloty(0m, 2024, 1));

    private static ExchangeRate Zloty(decimal perEuro, int year, int month, bool derived = false) =>
        new(Currency.Pln, perEuro, new DateOnly(year, month, 1), "test", derived);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
