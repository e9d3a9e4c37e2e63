using FsCheck.Fluent;

namespace Splot.Kernel.Tests;

public sealed class EuroConversionTests
{
    private static readonly Money RuseTotal = Lev(771_009.00m);
    private static readonly Money RuseEu = Lev(655_357.65m);
    private static readonly Money RuseNational = Lev(115_651.35m);

    [Theory] // eu-rules V3, V4, V7; bulgaria §5
    [InlineData("65.00", "33.23")]
    [InlineData("771009.00", "394210.64")]
    [InlineData("655357.65", "335079.05")]
    [InlineData("115651.35", "59131.60")]
    [InlineData("19.99", "10.22")]
    [InlineData("0.01", "0.01")]
    [InlineData("933", "477.04")]
    [InlineData("1", "0.51")]
    [InlineData("195583.00", "100000.00")]
    [InlineData("2.94", "1.50")]
    [InlineData("10.00", "5.11")]
    [InlineData("-19.99", "-10.22")]
    [InlineData("0", "0.00")]
    public void FromLev_PublishedVector_IsExact(string lev, string euro) => Assert.Equal(euro, EuroConversion.FromLev(Lev(Number(lev))).AmountText);

    [Theory] // bulgaria §5, Art. 45 of the act; 19.56 → 10.0008…: the fourth decimal does not count
    [InlineData("10.00", "5.12")]
    [InlineData("933", "477.04")]
    [InlineData("195583.00", "100000.00")]
    [InlineData("19.56", "10.00")]
    [InlineData("0.01", "0.01")]
    [InlineData("-10.00", "-5.12")]
    public void FromLevForWages_ThirdDecimalAboveZero_RoundsUp(string lev, string euro) =>
        Assert.Equal(euro, EuroConversion.FromLevForWages(Lev(Number(lev))).AmountText);

    [Fact] // eu-rules V4
    public void FromLev_RusePartsOnTheirOwn_AddUpToACentTooMuch() =>
        Assert.Equal(394_210.65m, (EuroConversion.FromLev(RuseEu) + EuroConversion.FromLev(RuseNational)).Amount);

    [Fact] // eu-rules V4
    public void FromLevParts_Ruse_LastPartTakesTheRemainder()
    {
        var converted = EuroConversion.FromLevParts([RuseEu, RuseNational]);

        Assert.Equal(Money.Eur(394_210.64m), converted.Total);
        Assert.Equal([Money.Eur(335_079.05m), Money.Eur(59_131.59m)], converted.Parts);
    }

    [Fact]
    public void FromLevParts_LastPartIsNothing_StaysNothing() =>
        Assert.Equal([Money.Eur(335_079.05m), Money.Eur(59_131.59m), Money.Eur(0m)], EuroConversion.FromLevParts([RuseEu, RuseNational, Lev(0m)]).Parts);

    [Fact]
    public void FromLevParts_NoParts_Throws() => Assert.Throws<ArgumentException>(() => EuroConversion.FromLevParts([]));

    [Fact]
    public void FromLevParts_AnyParts_AddUp() => Law.Holds(Some.Lev.NonEmptyListOf(), parts =>
    {
        var converted = EuroConversion.FromLevParts([.. parts]);
        return Money.Sum(converted.Parts, Currency.Eur) == converted.Total && converted.Total == EuroConversion.FromLev(Money.Sum(parts, Currency.Bgn));
    });

    [Fact] // eu-rules V5: the order trap, a rate applied after conversion
    public void FromLev_Ruse_IsNotTheRateOfTheConvertedTotal()
    {
        var byRate = EuroConversion.FromLev(RuseTotal) * 0.85m;

        Assert.Equal(Money.Eur(335_079.04m), byRate);
        Assert.NotEqual(EuroConversion.FromLev(RuseEu), byRate);
    }

    [Theory] // eu-rules V6: inverse rate, rounded rate, four-decimal rate
    [InlineData("394209.19", "0.51129", true)]
    [InlineData("394176.38", "1.956", false)]
    [InlineData("394216.69", "1.9558", false)]
    public void FromLev_Ruse_IsNotAForbiddenShortcut(string wrong, string rate, bool inverse)
    {
        var shortcut = Money.Eur(inverse ? RuseTotal.Amount * Number(rate) : RuseTotal.Amount / Number(rate));

        Assert.Equal(wrong, shortcut.AmountText);
        Assert.NotEqual(EuroConversion.FromLev(RuseTotal), shortcut);
    }

    [Fact] // eu-rules V7
    public void ToLev_OfConvertedLev_NeedNotBeTheAmountOneBeganWith()
    {
        var euro = EuroConversion.FromLev(Lev(2.94m));

        Assert.Equal(Lev(2.93m), EuroConversion.ToLev(euro));
    }

    [Fact]
    public void FromLev_OfAnyEuroTurnedIntoLev_GivesTheEuroBack() => Law.Holds(Some.Euro, euro => EuroConversion.FromLev(EuroConversion.ToLev(euro)) == euro);

    [Fact]
    public void FromLevForWages_AnyAmount_IsTheGeneralResultOrACentMore() => Law.Holds(Some.Lev.Where(l => l.Amount >= 0m), lev =>
        (EuroConversion.FromLevForWages(lev) - EuroConversion.FromLev(lev)).ToMinorUnits() is 0 or 1);

    [Fact]
    public void FromLev_Euro_Throws() => Assert.Throws<ArgumentException>(() => EuroConversion.FromLev(Money.Eur(1m)));

    [Fact]
    public void ToLev_Lev_Throws() => Assert.Throws<ArgumentException>(() => EuroConversion.ToLev(Lev(1m)));

    private static Money Lev(decimal amount) => new(amount, Currency.Bgn);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
