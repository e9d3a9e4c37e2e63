using FsCheck.Fluent;

namespace Splot.Kernel.Tests;

public sealed class MoneyTests
{
    private static readonly Currency Yen = Currency.Parse("JPY");
    private static readonly Currency Dinar = Currency.Parse("KWD");

    [Theory]
    [InlineData("1.005", "1.01")]
    [InlineData("-1.005", "-1.01")]
    [InlineData("1.00499999", "1.00")]
    [InlineData("2.675", "2.68")]
    public void New_ExcessDecimals_RoundHalfAwayFromZero(string amount, string expected) =>
        Assert.Equal(expected, Money.Eur(Number(amount)).AmountText);

    [Fact]
    public void New_Yen_HasNoDecimals() => Assert.Equal(3m, new Money(2.5m, Yen).Amount);

    [Fact]
    public void New_Dinar_HasThreeDecimals() => Assert.Equal("2.346 KWD", new Money(2.3455m, Dinar).ToString());

    [Theory]
    [InlineData("1.10", false)]
    [InlineData("1.1000", false)]
    [InlineData("1.101", true)]
    public void HasExcessDecimals_Amount_TellsWhetherRoundingWouldLose(string amount, bool expected) =>
        Assert.Equal(expected, Money.HasExcessDecimals(Number(amount), Currency.Eur));

    [Fact]
    public void Equals_OtherScale_IsEqual() => Assert.Equal(Money.Eur(12.5m), Money.Eur(12.50m));

    [Fact]
    public void Equals_OtherCurrency_IsNotEqual() => Assert.NotEqual(Money.Eur(1m), new Money(1m, Currency.Bgn));

    [Fact]
    public void AmountText_WholeAmount_HasTheDecimalsOfTheCurrency() => Assert.Equal("8427144.00", Money.Eur(8427144m).AmountText);

    [Fact]
    public void Add_OtherCurrency_Throws() => Assert.Throws<InvalidOperationException>(() => Money.Eur(1m) + new Money(1m, Currency.Pln));

    [Fact]
    public void Subtract_OtherCurrency_Throws() => Assert.Throws<InvalidOperationException>(() => Money.Eur(1m) - new Money(1m, Currency.Pln));

    [Fact]
    public void Compare_OtherCurrency_Throws() => Assert.Throws<InvalidOperationException>(() => Money.Eur(1m) < new Money(2m, Currency.Pln));

    [Fact]
    public void Compare_SameCurrency_OrdersByAmount() => Assert.True(Money.Eur(-1m) < Money.Eur(0m) && Money.Eur(2m) >= Money.Eur(2m));

    [Fact]
    public void Multiply_HourlyRate_RoundsToTheCent() => Assert.Equal(Money.Eur(2_750.06m), Money.Eur(20.0005m) * 137.5m + Money.Eur(0.06m));

    [Fact]
    public void Sum_NoAmounts_IsNothing() => Assert.Equal(Money.Zero(Currency.Pln), Money.Sum([], Currency.Pln));

    [Fact]
    public void ToMinorUnits_TooMuch_Throws() => Assert.Throws<OverflowException>(() => Money.Eur(100_000_000_000_000_000m).ToMinorUnits());

    [Fact]
    public void ToMinorUnits_LargestLong_RoundTrips() =>
        Assert.Equal(long.MaxValue, Money.FromMinorUnits(long.MaxValue, Currency.Eur).ToMinorUnits());

    [Fact]
    public void MinorUnits_AnyAmountAndCurrency_RoundTrip() =>
        Law.Holds(Some.MinorUnits, Some.Currency, (units, currency) => Money.FromMinorUnits(units, currency).ToMinorUnits() == units);

    [Fact]
    public void Add_ThenSubtract_GivesTheFirstBack() => Law.Holds(Some.Euro, Some.Euro, (a, b) => a + b - b == a);

    [Fact]
    public void Round_AnyAmount_NegationMirrors() =>
        Law.Holds(Some.MinorUnits.Select(u => u / 10_000m), amount => -Money.Eur(amount) == Money.Eur(-amount));

    [Theory]
    [InlineData("100", "33.33 33.33 33.34", "1 1 1")]
    [InlineData("100", "50.00 0.00 50.00", "1 0 1")]
    [InlineData("100", "33.33 66.67 0.00", "1 2 0")]
    [InlineData("100", "33.33 33.33 33.34 0.00", "1 1 1 0")]
    [InlineData("-100", "-33.33 -33.33 -33.34", "1 1 1")]
    [InlineData("0.05", "0.01 0.01 0.01 0.01 0.01 0.00 0.00 0.00 0.00", "1 1 1 1 1 1 1 1 1")]
    public void Allocate_Weights_LastTakesTheRemainder(string amount, string expected, string weights)
    {
        var parts = Money.Eur(Number(amount)).Allocate([.. weights.Split(' ').Select(Number)]);

        Assert.Equal(expected, string.Join(' ', parts.Select(p => p.AmountText)));
    }

    [Theory]
    [InlineData("0 0")]
    [InlineData("1 -1")]
    public void Allocate_UnusableWeights_Throws(string weights) =>
        Assert.Throws<ArgumentException>(() => Money.Eur(1m).Allocate([.. weights.Split(' ').Select(Number)]));

    [Fact]
    public void Allocate_NoWeights_Throws() => Assert.Throws<ArgumentException>(() => Money.Eur(1m).Allocate([]));

    [Fact]
    public void Allocate_AnyWeights_PartsAddUpAndKeepTheSign()
    {
        var weights = Gen.Choose(0, 100_000).Select(w => w / 100m).NonEmptyListOf().Where(l => l.Any(w => w > 0m));

        Law.Holds(Some.Euro, weights, (whole, w) =>
        {
            var parts = whole.Allocate([.. w]);
            return Money.Sum(parts, Currency.Eur) == whole && parts.All(p => p.IsZero || p.Amount > 0m == whole.Amount > 0m);
        });
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
