using Splot.Projects.Editions;

namespace Splot.Projects.Tests.Editions;

public sealed class PersonKeyTests
{
    [Fact]
    public void Of_ANameWithWhatIsNoText_IsThatOfTheName() => Assert.Equal(PersonKey.Of("Zofia Wymyślona"), PersonKey.Of("Zofia\uFFFE Wymy\uD800ślona"));
}
