using Splot.Kernel;

namespace Splot.Ui.Tests.Forms;

public sealed class DateTests
{
    private static readonly DateOnly Expected = new(2026, 12, 3);

    [Theory]
    [InlineData("03.12.2026")]
    [InlineData("3.12.2026")]
    [InlineData("3. 12. 2026")]
    [InlineData("03/12/2026")]
    [InlineData("03-12-2026")]
    [InlineData("3 12 2026")]
    [InlineData("2026-12-03")]
    [InlineData("2026.12.03")]
    [InlineData("2026/12/3")]
    [InlineData("3 grudnia 2026")]
    [InlineData("3 grudnia 2026 r.")]
    [InlineData("3 gru 2026")]
    [InlineData("3 December 2026")]
    [InlineData("3 Dec 2026")]
    [InlineData("3 декември 2026 г.")]
    [InlineData("3 дек. 2026")]
    [InlineData("03.12.2026 г.")]
    [InlineData("  3\u00A0grudnia 2026 ")]
    public void Date_AsPeopleType_IsReadInEveryLanguage(string typed)
    {
        foreach (var language in Languages.All)
        {
            var form = Form.With(language, ("d", typed));

            Assert.Equal((Expected, true), (form.Date("d") ?? default, form.IsValid));
        }
    }

    [Fact]
    public void Date_AsTheInterfaceWritesIt_ReadsBack()
    {
        foreach (var language in Languages.All)
        {
            for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
            {
                Assert.Equal(day, Form.With(language, ("d", language.LongDate(day))).Date("d"));
                Assert.Equal(day, Form.With(language, ("d", language.NumericDate(day))).Date("d"));
            }
        }
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("3.12.26")]
    [InlineData("3.12")]
    [InlineData("12 2026")]
    [InlineData("3 Brumaire 2026")]
    [InlineData("0999-01-01")]
    [InlineData("3.12.2026.1")]
    public void Date_NoDate_IsRefused(string typed)
    {
        var form = Form.With(Language.English, ("d", typed));

        Assert.Null(form.Date("d"));
        Assert.Equal("Enter a date, for example 31/12/2026", form.Errors.Single().Message);
    }

    [Theory]
    [InlineData(Language.Polish, "Podaj istniejącą datę: luty\u00A02027 ma 28 dni")]
    [InlineData(Language.Bulgarian, "Въведете съществуваща дата: февруари\u00A02027\u00A0г. има 28 дни")]
    [InlineData(Language.English, "Enter a real date: February\u00A02027 has 28 days")]
    public void Date_NoSuchDay_NamesTheMonth(Language language, string message)
    {
        var form = Form.With(language, ("d", "31.02.2027"));

        Assert.Null(form.Date("d"));
        Assert.Equal(message, form.Errors.Single().Message);
    }

    [Fact]
    public void Date_LeapDay_Exists() => Assert.Equal(new DateOnly(2028, 2, 29), Form.With(Language.Polish, ("d", "29.02.2028")).Date("d"));

    [Fact]
    public void Date_MonthThirteen_IsRefused()
    {
        var form = Form.With(Language.Polish, ("d", "12.13.2026"));

        Assert.Null(form.Date("d"));
        Assert.Contains("od 1 do 12", form.Errors.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Date_ThreeFields_IsRead() =>
        Assert.Equal(Expected, Form.With(Language.English, ("d-day", "3"), ("d-month", "12"), ("d-year", "2026")).Date("d"));

    [Fact]
    public void Date_ThreeFieldsWithMonthAsWord_IsRead() =>
        Assert.Equal(Expected, Form.With(Language.Polish, ("d-day", "3"), ("d-month", "grudnia"), ("d-year", "2026")).Date("d"));

    [Fact]
    public void Date_OneOfThreeFieldsEmpty_PointsAtIt()
    {
        var form = Form.With(Language.English, ("d-day", "3"), ("d-month", ""), ("d-year", "2026"));

        Assert.Null(form.Date("d"));
        Assert.Equal(("Enter day, month and year", "#d-month"), (form.Errors.Single().Message, form.Errors.Single().Href));
        Assert.Equal((false, true, false), (form["d"].PartHasError("day"), form["d"].PartHasError("month"), form["d"].PartHasError("year")));
    }

    [Fact]
    public void Date_ThreeFieldsEmpty_IsNoError()
    {
        var form = Form.With(Language.English, ("d-day", ""), ("d-month", ""), ("d-year", ""));

        Assert.Null(form.Date("d"));
        Assert.True(form.IsValid);
    }

    [Theory]
    [InlineData("d", "#d")]
    [InlineData("d-day", "#d-day")]
    public void RequiredDate_Missing_LinksToWhatThePageHas(string field, string href)
    {
        var form = Form.With(Language.English, (field, ""));

        form.RequiredDate("d", "Enter when it happened");

        Assert.Equal(("Enter when it happened", href), (form.Errors.Single().Message, form.Errors.Single().Href));
    }
}
