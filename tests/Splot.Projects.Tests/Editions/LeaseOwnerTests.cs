using System.Globalization;
using Splot.Projects.Editions;

namespace Splot.Projects.Tests.Editions;

public class LeaseOwnerTests
{
    [Fact]
    public void Owner_OfThisProcess_IsNotGone() => Assert.False(LeaseOwner.IsGone(LeaseOwner.Mine));

    [Fact]
    public void Owner_OfAProcessThatEnded_IsGone()
    {
        var parts = LeaseOwner.Mine.Split('|');

        Assert.True(LeaseOwner.IsGone(string.Create(CultureInfo.InvariantCulture, $"{parts[0]}|{parts[1]}|1")));
    }

    [Fact]
    public void Owner_OnAnotherMachine_CannotBeAsked() => Assert.False(LeaseOwner.IsGone("elsewhere|1|1"));
}
