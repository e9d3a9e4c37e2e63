using System.Text.Json;

namespace Splot.Kernel.Tests;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("BGN", 2)]
    [InlineData("HUF", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    public void MinorDigits_KnownCurrency_FollowIso4217(string code, int digits) => Assert.Equal(digits, Currency.Parse(code).MinorDigits);

    [Theory]
    [InlineData(" pln ", "PLN")]
    [InlineData("Bgn", "BGN")]
    public void TryParse_CaseAndBlanks_AreForgiven(string text, string code)
    {
        Assert.True(Currency.TryParse(text, out var currency));
        Assert.Equal(code, currency.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("ЕUR")]
    [InlineData("E1R")]
    public void TryParse_NoCode_IsRefused(string? text) => Assert.False(Currency.TryParse(text, out _));

    [Fact]
    public void Parse_NoCode_Throws() => Assert.Throws<FormatException>(() => Currency.Parse("zł"));

    [Fact]
    public void Default_IsNoCurrency_AndEqualsItsCode() => Assert.Equal(Currency.Parse("XXX"), default);

    [Fact]
    public void Json_RoundTrip_IsTheCode()
    {
        Assert.Equal("\"PLN\"", JsonSerializer.Serialize(Currency.Pln));
        Assert.Equal(Currency.Pln, JsonSerializer.Deserialize<Currency>("\"PLN\""));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("\"PL\"")]
    public void Json_NoCode_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Currency>(json));
}
