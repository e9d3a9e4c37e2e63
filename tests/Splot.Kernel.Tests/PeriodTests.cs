using FsCheck;
using FsCheck.Fluent;

namespace Splot.Kernel.Tests;

public sealed class PeriodTests
{
    private static readonly Gen<DateOnly> Day = Gen.Choose(0, 60_000).Select(d => new DateOnly(1950, 1, 1).AddDays(d));

    private static readonly Gen<Period> AnyPeriod =
        Day.SelectMany(s => Gen.Choose(-300, 5_000).Select(d => new Period(s, d < 0 ? null : s.AddDays(d))));

    [Fact] // seed 002, eu-rules §0
    public void Months_Ruse_Is24() => Assert.Equal(24, Of("2023-04-01", "2025-04-01").Months);

    [Fact] // eu-rules §0
    public void Days_Ruse_CountsFirstAndLast() => Assert.Equal(732, Of("2023-04-01", "2025-04-01").Days);

    [Theory]
    [InlineData("2024-01-31", "2024-02-28", 0)]
    [InlineData("2024-01-31", "2024-02-29", 1)]
    [InlineData("2024-01-15", "2024-02-14", 0)]
    [InlineData("2024-01-15", "2024-02-15", 1)]
    [InlineData("2024-01-01", "2024-01-01", 0)]
    [InlineData("9999-11-30", "9999-12-31", 1)]
    public void Months_Period_AreWhole(string start, string end, int months) => Assert.Equal(months, Of(start, end).Months);

    [Fact]
    public void Days_OneDay_IsOne() => Assert.Equal(1, Of("2024-02-29", "2024-02-29").Days);

    [Fact]
    public void DaysAndMonths_PeriodThatGoesOn_AreUnknown()
    {
        var period = Of("2024-01-01", null);

        Assert.Null(period.Days);
        Assert.Null(period.Months);
    }

    [Fact]
    public void TryCreate_EndBeforeStart_IsRefusedWithItsReason()
    {
        Assert.False(Period.TryCreate(new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 1), out _, out var reason));
        Assert.Equal("end-before-start", reason);
    }

    [Fact]
    public void TryCreate_DaysInOrder_HasNoReason()
    {
        Assert.True(Period.TryCreate(new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 2), out var period, out var reason));
        Assert.Equal(Of("2024-01-01", "2024-01-02"), period);
        Assert.Null(reason);
    }

    [Fact]
    public void New_EndBeforeStart_Throws() => Assert.Throws<ArgumentException>(() => Of("2024-01-02", "2024-01-01"));

    [Theory]
    [InlineData("2023-03-31", false)]
    [InlineData("2023-04-01", true)]
    [InlineData("2025-04-01", true)]
    [InlineData("2025-04-02", false)]
    public void Contains_Day_FirstAndLastAreInside(string day, bool inside) => Assert.Equal(inside, Of("2023-04-01", "2025-04-01").Contains(Parse(day)));

    [Theory]
    [InlineData("2023-04-01", "2025-04-01", true)]
    [InlineData("2023-03-31", "2025-04-01", false)]
    [InlineData("2024-01-01", null, false)]
    public void Contains_Period_AllOfItIsInside(string start, string? end, bool inside) =>
        Assert.Equal(inside, Of("2023-04-01", "2025-04-01").Contains(Of(start, end)));

    [Theory]
    [InlineData("2025-04-01", "2026-01-01", true)]
    [InlineData("2025-04-02", "2026-01-01", false)]
    [InlineData("2020-01-01", null, true)]
    [InlineData("2026-01-01", null, false)]
    public void Overlaps_Period_SharesADay(string start, string? end, bool overlaps) =>
        Assert.Equal(overlaps, Of("2023-04-01", "2025-04-01").Overlaps(Of(start, end)));

    [Fact]
    public void Overlaps_AnyTwo_IsMutual() => Law.Holds(AnyPeriod, AnyPeriod, (a, b) => a.Overlaps(b) == b.Overlaps(a));

    [Fact]
    public void Contains_Any_ItsOwnDays() => Law.Holds(AnyPeriod, p => p.Contains(p) && p.Contains(p.Start) && p.Contains(p.End ?? DateOnly.MaxValue));

    [Fact]
    public void Compare_AnyTwo_ZeroMeansEqual() => Law.Holds(AnyPeriod, AnyPeriod, (a, b) => a.CompareTo(b) == 0 == (a == b) && a.CompareTo(b) == -b.CompareTo(a));

    [Fact]
    public void Compare_SameStart_PeriodThatGoesOnIsLast() =>
        Assert.True(Of("2024-01-01", null) > Of("2024-01-01", "9999-12-31"));

    [Theory]
    [InlineData("2025-04-01", "2023-04-01/2025-04-01")]
    [InlineData(null, "2023-04-01/..")]
    public void ToString_Period_IsIso(string? end, string expected) => Assert.Equal(expected, Of("2023-04-01", end).ToString());

    private static Period Of(string start, string? end) => new(Parse(start), end is null ? null : Parse(end));

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
