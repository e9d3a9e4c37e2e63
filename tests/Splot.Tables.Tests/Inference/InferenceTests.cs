namespace Splot.Tables.Tests.Columns;

public class InferenceTests
{
    private static readonly InferenceHints None = new();

    [Fact]
    public void Decide_OneProofInTheColumn_SettlesTheOpenValues()
    {
        var format = Given.Format(None, Given.Profile(ColumnRole.Amount, "1.234", "12.345", "1580,38"));

        Assert.Equal((DecimalMark.Comma, FormatEvidence.Values), (format.Decimal, format.Evidence));
    }

    [Fact]
    public void Decide_ProofInASister_SettlesTheOpenValues()
    {
        var format = Given.Format(None, Given.Profile(ColumnRole.Amount, "1.234", "12.345"), Given.Profile(1, ColumnRole.Rate, "50,38 %"));

        Assert.Equal((DecimalMark.Comma, FormatEvidence.Sisters), (format.Decimal, format.Evidence));
    }

    [Fact]
    public void Decide_OnlyOpenNumbers_AsksForDecimal()
    {
        var question = Given.Question(None, Given.Profile(ColumnRole.Amount, "1.234", "12.345", "999"));

        Assert.Equal(("--decimal", "decimal-ambiguous"), (question.Option, question.Code));
        Assert.Equal([("comma", "1234"), ("point", "1.234")], question.Readings);
        Assert.Equal([2L, 3L], question.Rows);
    }

    [Theory]
    [InlineData("PL", null, DecimalMark.Comma)]
    [InlineData(null, "bg", DecimalMark.Comma)]
    [InlineData("GB", "en", DecimalMark.Point)]
    [InlineData(null, "en-GB", DecimalMark.Point)]
    public void Decide_OnlyOpenNumbersWithCountryOrLanguage_FollowsHabit(string? country, string? language, DecimalMark mark) =>
        Assert.Equal(mark, Given.Format(new InferenceHints { Country = country, Language = language }, Given.Profile(ColumnRole.Amount, "1.234")).Decimal);

    [Fact]
    public void Decide_CountryAndLanguageDisagree_Asks() =>
        Assert.Equal("--decimal", Given.Question(new InferenceHints { Country = "PL", Language = "en" }, Given.Profile(ColumnRole.Amount, "1.234")).Option);

    [Fact]
    public void Decide_OptionGiven_SettlesOpenNumbers() =>
        Assert.Equal(DecimalMark.Point, Given.Format(new InferenceHints { Decimal = DecimalMark.Point, Country = "PL" }, Given.Profile(ColumnRole.Amount, "1.234")).Decimal);

    [Fact]
    public void Decide_OptionAgainstAllProofInTheColumn_KeepsTheProofAndSaysSo()
    {
        var format = Given.Format(new InferenceHints { Decimal = DecimalMark.Comma }, Given.Profile(ColumnRole.Amount, "52.229", "21.0122"));

        Assert.Equal((DecimalMark.Point, true), (format.Decimal, format.ContradictsOption));
    }

    [Fact]
    public void Decide_FormatDeclaredForTheColumn_GoesBeforeEverything()
    {
        var profile = new ColumnProfile(0, "x", ColumnRole.Amount) { Decimal = DecimalMark.Comma };
        profile.Add(new TableCell("1.5"), 2);
        profile.Add(new TableCell("1.234"), 3);

        Assert.Equal(DecimalMark.Comma, Given.Format(None, profile).Decimal);
    }

    [Fact]
    public void Decide_ColumnProvesBothMarksAndLeavesSomeOpen_Asks() =>
        Assert.Equal("--decimal", Given.Question(None, Given.Profile(ColumnRole.Amount, "1580,38", "1580.38", "1.234")).Option);

    [Fact]
    public void Decide_ColumnProvesBothMarksAndLeavesNoneOpen_IsMixed() =>
        Assert.True(Given.Format(None, Given.Profile(ColumnRole.Amount, "1580,38", "1580.38")).IsMixed);

    [Fact]
    public void Decide_DayBeyondTwelve_SettlesTheColumn() =>
        Assert.Equal(DateOrder.DayMonthYear, Given.Format(None, Given.Profile(ColumnRole.Date, "02/03/2020", "31/12/2020")).Dates);

    [Fact]
    public void Decide_MonthBehindInASister_SettlesTheColumn() =>
        Assert.Equal(DateOrder.MonthDayYear, Given.Format(None, Given.Profile(ColumnRole.Date, "02/03/2020"), Given.Profile(1, ColumnRole.Date, "6/29/2015")).Dates);

    [Fact]
    public void Decide_OnlyOpenDates_AsksForOrder()
    {
        var question = Given.Question(None, Given.Profile(ColumnRole.Date, "02/03/2020", "05.05.2020", "01.12.2020"));

        Assert.Equal(("--dates", 2), (question.Option, question.Examples.Count));
        Assert.Equal([("dmy", "2020-03-02"), ("mdy", "2020-02-03")], question.Readings);
    }

    [Theory]
    [InlineData("GB", null, DateOrder.DayMonthYear)]
    [InlineData("US", null, DateOrder.MonthDayYear)]
    [InlineData(null, "pl", DateOrder.DayMonthYear)]
    public void Decide_OnlyOpenDatesWithCountryOrLanguage_FollowsHabit(string? country, string? language, DateOrder order) =>
        Assert.Equal(order, Given.Format(new InferenceHints { Country = country, Language = language }, Given.Profile(ColumnRole.Date, "02/03/2020")).Dates);

    [Fact]
    public void Decide_EnglishAlone_LeavesOpenDatesOpen() =>
        Assert.Equal("--dates", Given.Question(new InferenceHints { Language = "en" }, Given.Profile(ColumnRole.Date, "02/03/2020")).Option);

    [Fact]
    public void Decide_ShortDatesInAYearFirstCountry_Asks() =>
        Assert.Equal("--dates", Given.Question(new InferenceHints { Country = "HU" }, Given.Profile(ColumnRole.Date, "16.02.05")).Option);

    [Fact]
    public void Decide_ShortDatesDeclaredYearFirst_AreReadSo() =>
        Assert.True(Given.Format(new InferenceHints { Dates = DateOrder.YearMonthDay }, Given.Profile(ColumnRole.Date, "16.02.05")).ShortYearFirst);

    [Fact]
    public void Decide_MonthNameOfTwoLanguages_IsSettledByOtherNames() =>
        Assert.Equal(new DateOnly(2020, 11, 3), CellParsers.Date(new TableCell("3 listopada 2020"), Given.Format(None, Given.Profile(ColumnRole.Date, "3 listopada 2020", "1 stycznia 2021"))).Value);

    [Fact]
    public void Decide_MonthNameOfTwoLanguagesAlone_AsksForLanguage() =>
        Assert.Equal("--language", Given.Question(None, Given.Profile(ColumnRole.Date, "3 listopada 2020")).Option);

    [Fact]
    public void Decide_SharesUpToOne_AreFractions() => Assert.Equal(RateScale.Fraction, Given.Format(None, Given.Profile(ColumnRole.Rate, "0.4", "0.3705", "1")).Scale);

    [Fact]
    public void Decide_SharesAboveOne_ArePercent() => Assert.Equal(RateScale.Percent, Given.Format(None, Given.Profile(ColumnRole.Rate, "40", "85")).Scale);

    [Fact]
    public void Decide_OneCurrencyBesideAmounts_IsTheColumns() => Assert.Equal("EUR", Given.Format(None, Given.Profile(ColumnRole.Amount, "€ 12,50", "3,00", "€ 1")).Currency);

    [Theory]
    [InlineData("Total project costs £m", "GBP")]
    [InlineData("Wartość projektu (PLN)", "PLN")]
    [InlineData("Wartość w zł", "PLN")]
    [InlineData("TOTAL FOR ALL PROJECTS", null)]
    [InlineData("Amount in EUR or PLN", null)]
    [InlineData("Total (€)", "EUR")]
    public void InHeader_Words_NameTheCurrency(string header, string? currency) => Assert.Equal(currency, CurrencySigns.InHeader(header));
}
