namespace Splot.Ui.Tests.Page;

public sealed class AssetTests
{
    [Fact]
    public void Href_KnownFile_CarriesTwelveDigitsOfItsHash() => Assert.Matches("^/_content/Splot.Ui/vendor/splot.css\\?v=[0-9a-f]{12}$", Asset.Href("vendor/splot.css"));

    [Fact]
    public void Href_UnknownFile_Throws() => Assert.Throws<ArgumentException>(() => Asset.Href("img/none.svg"));

    [Fact]
    public void IsCurrent_PathAndVersionOfHref_True()
    {
        var parts = Asset.Href("img/eu.svg").Split("?v=");

        Assert.True(Asset.IsCurrent(parts[0], parts[1]));
    }

    [Theory]
    [InlineData("/_content/Splot.Ui/img/eu.svg", "000000000000")]
    [InlineData("/_content/Splot.Ui/img/eu.svg", null)]
    [InlineData("/_content/Splot.Ui/img/none.svg", "000000000000")]
    [InlineData("/img/eu.svg", "000000000000")]
    public void IsCurrent_AnythingElse_False(string path, string? version) => Assert.False(Asset.IsCurrent(path, version));
}
