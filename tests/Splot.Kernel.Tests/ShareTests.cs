namespace Splot.Kernel.Tests;

public sealed class ShareTests
{
    [Fact] // eu-rules V1
    public void Of_Ruse_IsExactly85Percent()
    {
        var eu = new Money(655_357.65m, Currency.Bgn);
        var total = eu + new Money(115_651.35m, Currency.Bgn);

        Assert.Equal(new Money(771_009.00m, Currency.Bgn), total);
        Assert.Equal(0.85m, Share.Of(eu, total));
    }

    [Theory] // eu-rules V2
    [InlineData(5_116_983.64, 6_200_901.17)]
    [InlineData(6_954_079.23, 8_427_144.00)]
    public void Of_LublinAndWielkopolska_Is8252(double eu, double total) =>
        Assert.Equal(0.8252m, Share.Of(Money.Eur((decimal)eu), Money.Eur((decimal)total)));

    [Fact] // eu-rules V2: why a share may never make an amount
    public void Of_Lublin_TimesTheTotalIsNotTheAmount() =>
        Assert.Equal(5_116_983.65m, (Money.Eur(6_200_901.17m) * 0.8252m).Amount);

    [Fact] // eu-rules V18
    public void Of_Counts_IsAFractionOfFourDecimals() => Assert.Equal(0.9497m, Share.Of(1_227m, 1_292m));

    [Fact]
    public void Of_NothingAsWhole_IsNull() => Assert.Null(Share.Of(Money.Eur(1m), Money.Eur(0m)));

    [Fact]
    public void Of_MoreThanTheWhole_IsShownAsItIs() => Assert.Equal(1.5m, Share.Of(3m, 2m));

    [Fact]
    public void Of_OtherCurrency_Throws() => Assert.Throws<InvalidOperationException>(() => Share.Of(Money.Eur(1m), new Money(1m, Currency.Bgn)));
}
