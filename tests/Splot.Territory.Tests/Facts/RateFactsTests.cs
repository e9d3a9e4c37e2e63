using System.Globalization;
using Splot.Kernel;
using Splot.Testing;

namespace Splot.Territory.Tests.Facts;

public class RateFactsTests
{
    // Worked out by hand from the daily fixings: the last but one of the month before.
    [Theory]
    [InlineData("1999-02-10", "4.1381", "1999-02-01")]
    [InlineData("2004-05-31", "4.7867", "2004-05-01")]
    [InlineData("2023-09-01", "4.4728", "2023-09-01")]
    [InlineData("2024-01-01", "4.3355", "2024-01-01")]
    [InlineData("2026-04-13", "4.2883", "2026-04-01")]
    public void Zloty_InAMonth_IsTheLastFixingButOneOfTheMonthBefore(string day, string rate, string month)
    {
        var found = Find("PLN", day);

        Assert.Equal((decimal.Parse(rate, CultureInfo.InvariantCulture), Day(month), true), (found.PerEuro, found.Month, found.Derived));
    }

    [Theory]
    [InlineData("1998-12-31", "1999-02-01")]
    [InlineData("2030-01-15", "2026-04-01")]
    public void Zloty_OutsideTheTable_TakesTheNearestMonth(string day, string month) => Assert.Equal(Day(month), Find("PLN", day).Month);

    [Theory]
    [InlineData("2013-02-01")]
    [InlineData("2023-04-01")]
    [InlineData("2026-06-01")]
    public void Lev_OnAnyDay_HasTheLegalRate(string day) => Assert.Equal((1.95583m, false), (Find("BGN", day).PerEuro, Find("BGN", day).Derived));

    [Fact]
    public void Pound_WithoutTable_HasNoRate() => Assert.Null(Shipped.Reference.Rates.Find(Currency.Gbp, new DateOnly(2016, 1, 1)));

    [Fact]
    public void Zloty_EveryMonth_AgreesWithTheFixings()
    {
        var fixings = File.ReadLines(SharedFolder.Path("data/fx/ecb_eur_pln_bgn_1999_2026.csv")).Skip(1)
            .Select(l => l.Split(',')).Where(c => c[1].Length > 0).Select(c => (Day: Day(c[0]), Rate: decimal.Parse(c[1], CultureInfo.InvariantCulture)))
            .GroupBy(f => (f.Day.Year, f.Day.Month)).OrderBy(g => g.Key).SkipLast(1);

        var differing = fixings.Where(month =>
        {
            var next = new DateOnly(month.Key.Year, month.Key.Month, 1).AddMonths(1);
            return Shipped.Reference.Rates.Find(Currency.Pln, next) is not { } rate || rate.Month != next || rate.PerEuro != month.OrderByDescending(f => f.Day).ElementAt(1).Rate;
        });

        Assert.Empty(differing.Select(m => m.Key));
    }

    private static ExchangeRate Find(string currency, string day) => Shipped.Reference.Rates.Find(Currency.Parse(currency), Day(day))!;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
