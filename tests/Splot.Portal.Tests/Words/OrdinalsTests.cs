using Splot.Kernel;
using Splot.Portal.Words;

namespace Splot.Portal.Tests.Words;

public sealed class OrdinalsTests
{
    [Theory]
    [InlineData(1, "1-во")]
    [InlineData(2, "2-ро")]
    [InlineData(4, "4-то")]
    [InlineData(7, "7-мо")]
    [InlineData(8, "8-мо")]
    [InlineData(11, "11-то")]
    [InlineData(12, "12-то")]
    [InlineData(17, "17-то")]
    [InlineData(21, "21-во")]
    [InlineData(22, "22-ро")]
    [InlineData(28, "28-мо")]
    public void Neuter_InBulgarian_HasTheEndingOfItsNumber(long number, string words) => Assert.Equal(words, Language.Bulgarian.Neuter(number));
}
