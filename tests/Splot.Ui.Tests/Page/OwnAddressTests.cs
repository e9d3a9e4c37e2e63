namespace Splot.Ui.Tests.Page;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("/en/desk")]
    [InlineData("/en/desk?x=a&y=%C5%BC#z")]
    [InlineData("/x")]
    public void Of_AnAddressOfThisSite_IsTheSame(string typed) => Assert.Equal(typed, OwnAddress.Of(typed));

    [Theory]
    [InlineData("/en/desk/ż", "/en/desk/%C5%BC")]
    [InlineData("/en/desk/żółć?q=гъска", "/en/desk/%C5%BC%C3%B3%C5%82%C4%87?q=%D0%B3%D1%8A%D1%81%D0%BA%D0%B0")]
    [InlineData("/en/a b\u00A0\U0001F600", "/en/a%20b%C2%A0%F0%9F%98%80")]
    public void Of_LettersThatNoHeaderHolds_EncodesThem(string typed, string written) => Assert.Equal(written, OwnAddress.Of(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("en/desk")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/en\r\nX: 1")]
    public void Of_AnythingElse_IsNull(string? typed) => Assert.Null(OwnAddress.Of(typed));

    [Fact]
    public void Of_HalfASurrogatePair_DoesNotThrow() => Assert.Equal("/a%EF%BF%BD", OwnAddress.Of("/a\uD800"));

    [Fact]
    public void Of_AnAddressTooLong_IsNull() => Assert.Equal((null, null), (OwnAddress.Of("/" + new string('a', OwnAddress.Longest)), OwnAddress.Of("/" + new string('ż', OwnAddress.Longest / 2))));
}
