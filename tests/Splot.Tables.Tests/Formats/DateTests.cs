using System.Globalization;

namespace Splot.Tables.Tests.Formats;

public class DateTests
{
    private static readonly ColumnFormat DayFirst = new() { Column = 0, Name = "date", Role = ColumnRole.Date };
    private static readonly ColumnFormat MonthFirst = DayFirst with { Dates = DateOrder.MonthDayYear };

    [Theory]
    [InlineData("6/29/2015", "2015-06-29")]
    [InlineData("31/12/2023", "2023-12-31")]
    [InlineData("31.12.16", "2016-12-31")]
    [InlineData("01. Dez 21", "2021-12-01")]
    [InlineData("1 stycznia 2024", "2024-01-01")]
    [InlineData("25-Jan-2016", "2016-01-25")]
    [InlineData("January 1st, 2024", "2024-01-01")]
    [InlineData("1er janvier 2024", "2024-01-01")]
    [InlineData("1 de enero de 2024", "2024-01-01")]
    [InlineData("2024. január 1.", "2024-01-01")]
    [InlineData("2024. 01. 05.", "2024-01-05")]
    [InlineData("2024 m. sausio 1 d.", "2024-01-01")]
    [InlineData("2024. gada 1. janvāris", "2024-01-01")]
    [InlineData("1 ta’ Jannar 2024", "2024-01-01")]
    [InlineData("1 Ιανουαρίου 2024", "2024-01-01")]
    [InlineData("1 януари 2024 г.", "2024-01-01")]
    [InlineData("13.04.2023 г.", "2023-04-13")]
    [InlineData("31.12.2020 r.", "2020-12-31")]
    [InlineData("12 XII 2020", "2020-12-12")]
    [InlineData("1. tammikuuta 2024", "2024-01-01")]
    [InlineData("2 Meán Fómhair 2024", "2024-09-02")]
    [InlineData("1 PAŹDZIERNIKA 2020", "2020-10-01")]
    [InlineData("2015-06-29", "2015-06-29")]
    [InlineData("2015-06-29T00:00:00Z", "2015-06-29")]
    [InlineData("2015/6/9 12:30", "2015-06-09")]
    [InlineData("6/29/2015 12:00:00 AM", "2015-06-29")]
    [InlineData("20150629", "2015-06-29")]
    [InlineData("42370", "2016-01-01")]
    [InlineData("42370.5", "2016-01-01")]
    [InlineData(" 31/12/18", "2018-12-31")]
    [InlineData("29.02.2024", "2024-02-29")]
    [InlineData("31/12/85", "1985-12-31")]
    public void Date_FormThatReadsOneWay_IsTheSameUnderBothOrders(string text, string date) => Assert.Equal((Day(date), Day(date)), (Read(text, DayFirst).Value, Read(text, MonthFirst).Value));

    [Theory]
    [InlineData("05.02.16", "2016-02-05", "2016-05-02")]
    [InlineData("3/4/2020", "2020-04-03", "2020-03-04")]
    [InlineData("02/5/16 ", "2016-05-02", "2016-02-05")]
    public void Date_FormThatReadsBothWays_FollowsTheColumn(string text, string dayFirst, string monthFirst) =>
        Assert.Equal((Day(dayFirst), Day(monthFirst)), (Read(text, DayFirst).Value, Read(text, MonthFirst).Value));

    [Fact]
    public void Date_ShortYearFirstWhereDeclared_IsRead() => Assert.Equal(Day("2016-02-05"), Read("16-02-05", DayFirst with { ShortYearFirst = true }).Value);

    [Theory]
    [InlineData("", CellProblem.Empty)]
    [InlineData("--", CellProblem.Empty)]
    [InlineData("31/04/2014", CellProblem.DateImpossible)]
    [InlineData("31-Nov-18", CellProblem.DateImpossible)]
    [InlineData("29.02.2023", CellProblem.DateImpossible)]
    [InlineData("2023-13-01", CellProblem.NotADate)]
    [InlineData("Aug 15", CellProblem.DateIncomplete)]
    [InlineData("sierpień 2015", CellProblem.DateIncomplete)]
    [InlineData("06/2015", CellProblem.DateIncomplete)]
    [InlineData("2015", CellProblem.DateIncomplete)]
    [InlineData("01/0817", CellProblem.NotADate)]
    [InlineData("31.12.0218", CellProblem.NotADate)]
    [InlineData("tbc", CellProblem.NotADate)]
    [InlineData("12345", CellProblem.NotADate)]
    [InlineData("1/2/3", CellProblem.NotADate)]
    [InlineData("31.12.2020 – 31.12.2021", CellProblem.NotADate)]
    public void Date_NoDate_SaysWhy(string text, CellProblem problem) => Assert.Equal(problem, Read(text, DayFirst).Problem);

    [Fact]
    public void Date_MonthNameOfTwoLanguages_FollowsTheColumnsLanguage() =>
        Assert.Equal(
            (Day("2020-11-01"), Day("2020-10-01")),
            (Read("1 listopada 2020", DayFirst with { MonthLanguages = MonthNames.BitOf("pl") }).Value, Read("1 listopada 2020", DayFirst with { MonthLanguages = MonthNames.BitOf("hr") }).Value));

    [Fact]
    public void Date_InTheOtherOrder_IsMarked() => Assert.True(Read("12/31/2020", DayFirst).OtherOrder);

    [Fact]
    public void MonthNames_EveryLanguage_NamesTwelveMonthsByItsGenitiveAndNominative()
    {
        // The first two columns of every month are whole words: each must be known to its language and to mean one month there.
        foreach (var language in MonthNames.Languages)
        {
            var bit = MonthNames.BitOf(language);
            var culture = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            for (var month = 1; month <= 12; month++)
            {
                foreach (var name in new[] { culture.MonthNames[month - 1], culture.MonthGenitiveNames[month - 1] })
                {
                    var word = MonthNames.Find(LetterFold.Of(name.Split(' ')[0]));
                    Assert.True(word?.MonthIn(bit) == month, $"{language} {name}");
                }
            }
        }
    }

    private static DateCell Read(string text, ColumnFormat format) => CellParsers.Date(new TableCell(text), format);

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
