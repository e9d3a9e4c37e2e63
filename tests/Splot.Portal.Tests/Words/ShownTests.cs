using Splot.Kernel;
using Splot.Portal.Words;

namespace Splot.Portal.Tests.Words;

public sealed class ShownTests
{
    [Theory]
    [InlineData("Short enough.", 20, "Short enough.")]
    [InlineData("One comes first. Two comes then. Three is too much.", 35, "One comes first. Two comes then.")]
    [InlineData("The office at ul. Nowa gives advice. More.", 38, "The office at ul. Nowa gives advice.")]
    [InlineData("A sentence that does not end before the sheet does.", 20, "A sentence that does…")]
    public void Sentences_OfALongText_AreWhole(string text, int most, string expected) =>
        Assert.Equal(expected, new Shown(text, "en", TextOrigin.Original).Sentences(most));
}
