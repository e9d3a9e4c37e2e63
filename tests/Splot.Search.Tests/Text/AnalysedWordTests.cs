using Splot.Search.Text;

namespace Splot.Search.Tests.Text;

public sealed class AnalysedWordTests
{
    [Fact]
    public void TextLanguage_Numbers_AreThoseOfIndexFiles() =>
        Assert.Equal(["None=0", "English=1", "Polish=2", "Bulgarian=3"], Enum.GetValues<TextLanguage>().Select(l => $"{l}={(byte)l}"));
}
