using Splot.Kernel;

namespace Splot.Ui.Tests.Forms;

public sealed class AmountTests
{
    [Theory]
    [InlineData("12,50", "12.50")]
    [InlineData("12.50", "12.50")]
    [InlineData("12,5", "12.50")]
    [InlineData("1200", "1200.00")]
    [InlineData("1 200.5", "1200.50")]
    [InlineData("1 200,5", "1200.50")]
    [InlineData("1\u00A0200,50", "1200.50")]
    [InlineData("1\u202F234\u202F567,89", "1234567.89")]
    [InlineData("1.234.567", "1234567.00")]
    [InlineData("1,234,567", "1234567.00")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("12,500", "12.50", "pl", "bg")]
    [InlineData("12,500", "12500.00", "en")]
    [InlineData("12.500", "12.50", "en")]
    [InlineData("0,500", "0.50")]
    [InlineData("0.500", "0.50")]
    [InlineData("1234.500", "1234.50")]
    [InlineData("007,10", "7.10")]
    [InlineData("€12.50", "12.50")]
    [InlineData("12,50 €", "12.50")]
    [InlineData("12,50 eur", "12.50")]
    [InlineData("  12,50  ", "12.50")]
    [InlineData("0", "0.00")]
    public void Amount_AsPeopleType_IsRead(string typed, string expected, params string[] languages)
    {
        foreach (var language in Languages.All.Where(l => languages.Length == 0 || languages.Contains(l.Code())))
        {
            var form = Form.With(language, ("a", typed));

            Assert.Equal((expected, true), (form.Amount("a", Currency.Eur)?.AmountText, form.IsValid));
        }
    }

    [Theory]
    [InlineData("1.200", "pl")]
    [InlineData("12.500", "bg")]
    public void Amount_PointThatMayGroupOrNot_IsAskedAbout(string typed, string language)
    {
        var form = Form.With(Languages.Parse(language)!.Value, ("a", typed));

        Assert.Null(form.Amount("a", Currency.Eur));
        Assert.Contains(typed, form.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("12a")]
    [InlineData("12,")]
    [InlineData(",5")]
    [InlineData("1 20")]
    [InlineData("12 50")]
    [InlineData("1,2,3")]
    [InlineData("1.23.456,7")]
    [InlineData("1,234.567,8")]
    [InlineData("--5")]
    [InlineData("12-5")]
    [InlineData("١٢")]
    [InlineData("€")]
    [InlineData("1e3")]
    public void Amount_NoNumber_IsRefused(string typed)
    {
        var form = Form.With(Language.English, ("a", typed));

        Assert.Null(form.Amount("a", Currency.Eur, allowNegative: true));
        Assert.Equal("Enter a number, for example 1200.50", form.Errors.Single().Message);
    }

    [Theory]
    [InlineData(Language.English, "12.505", "Enter a number with at most 2 decimals")]
    [InlineData(Language.Polish, "12,505", "Wpisz liczbę z najwyżej 2 miejscami po przecinku")]
    [InlineData(Language.Bulgarian, "12,505", "Въведете число с най-много 2 знака след запетаята")]
    public void Amount_MoreDecimalsThanTheCurrency_IsRefusedNotRounded(Language language, string typed, string message)
    {
        var form = Form.With(language, ("a", typed));

        Assert.Null(form.Amount("a", Currency.Eur));
        Assert.Equal(message, form.Errors.Single().Message);
    }

    [Fact]
    public void Amount_TooManyDigits_IsRefused()
    {
        var form = Form.With(Language.English, ("a", "1234567890123456"));

        Assert.Null(form.Amount("a", Currency.Eur));
        Assert.Contains("too large", form.Errors.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("−5,00")]
    [InlineData("-€5")]
    [InlineData("€-5")]
    public void Amount_Negative_NeedsPermission(string typed)
    {
        Assert.Equal(Money.Eur(-5m), Form.With(Language.Polish, ("a", typed)).Amount("a", Currency.Eur, allowNegative: true));
        var form = Form.With(Language.Polish, ("a", typed));
        Assert.Null(form.Amount("a", Currency.Eur));
        Assert.Equal("Wpisz liczbę nie mniejszą od zera", form.Errors.Single().Message);
    }

    [Theory]
    [InlineData("12,50 zł", "PLN")]
    [InlineData("12,50 лв.", "BGN")]
    [InlineData("BGN 12,50", "BGN")]
    [InlineData("12,50 SEK", "SEK")]
    public void Amount_UnitOfItsCurrency_IsAllowed(string typed, string currency)
    {
        Assert.True(Currency.TryParse(currency, out var parsed));

        Assert.Equal(12.50m, Form.With(Language.Bulgarian, ("a", typed)).Amount("a", parsed)?.Amount);
    }

    [Fact]
    public void Amount_UnitOfAnotherCurrency_IsRefused() => Assert.Null(Form.With(Language.Polish, ("a", "12,50 zł")).Amount("a", Currency.Eur));

    [Fact]
    public void Amount_AsTheInterfaceWritesIt_ReadsBack()
    {
        var random = new Random(20261119);
        foreach (var language in Languages.All)
        {
            for (var i = 0; i < 500; i++)
            {
                var money = Money.FromMinorUnits(random.NextInt64(0, (long)Math.Pow(10, 1 + (i % 14))), Currency.Eur);

                Assert.Equal(money, Form.With(language, ("a", language.Money(money))).Amount("a", Currency.Eur));
            }
        }
    }

    [Fact]
    public void Amount_Empty_IsNoErrorUnlessRequired()
    {
        var form = Form.With(Language.English, ("a", " "));

        Assert.Null(form.Amount("a", Currency.Eur));
        Assert.True(form.IsValid);
        Assert.Equal(Money.Zero(Currency.Eur), form.RequiredAmount("a", Currency.Eur, "Enter what it cost"));
        Assert.Equal("Enter what it cost", form.Errors.Single().Message);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("82,52%", 82.52)]
    [InlineData("-3", -3)]
    public void Number_WithPermission_IsRead(string typed, double expected) =>
        Assert.Equal((decimal)expected, Form.With(Language.Polish, ("n", typed)).Number("n", 2, allowNegative: true));

    [Fact]
    public void Number_WholeWithDecimals_IsRefused()
    {
        var form = Form.With(Language.English, ("n", "12.5"));

        Assert.Equal(0m, form.RequiredNumber("n", "Enter how many"));
        Assert.Equal("Enter a whole number, without decimals", form.Errors.Single().Message);
    }
}
