using FsCheck.Fluent;
using Splot.Persons.Matching;

namespace Splot.Persons.Tests.Matching;

public class TypingTests
{
    [Theory]
    [InlineData("wzorek", "wzorek", 0)]
    [InlineData("wzorek", "wzorke", 1)]
    [InlineData("wzorek", "wzore", 1)]
    [InlineData("wzorek", "wzoreck", 1)]
    [InlineData("wzorek", "wzorak", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Distance_OfTwoWords_CountsSlips(string one, string other, int distance) => Assert.Equal(distance, Typing.Distance(one, other));

    [Theory]
    [InlineData("lis", "las", false)]
    [InlineData("wilk", "wilg", true)]
    [InlineData("wzorek", "wzroke", false)]
    [InlineData("przykladowski", "przykaldwoski", true)]
    public void Slip_ByLength_IsAllowed(string one, string other, bool slip) => Assert.Equal(slip, Typing.IsSlip(one, other));

    [Fact]
    public void Distance_AnyWords_IsAMetricButForTheTriangle()
    {
        var words = FsCheck.Fluent.Gen.Elements('a', 'b', 'c').ArrayOf().Select(l => new string(l));

        Law.Holds(3_000, words, words, (one, other) =>
        {
            var distance = Typing.Distance(one, other);

            Assert.Equal(distance, Typing.Distance(other, one));
            Assert.Equal(distance == 0, one == other);
            Assert.InRange(distance, Math.Abs(one.Length - other.Length), Math.Max(one.Length, other.Length));
        });
    }
}
