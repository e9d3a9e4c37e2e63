using Splot.Access.Signing;

namespace Splot.Access.Tests.Signing;

public sealed class TotpTests
{
    // RFC 6238, Appendix B, SHA-1: the secret "12345678901234567890"; the last six of the eight digits printed there.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_AtPublishedInstants_IsThePublishedOne(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Check_CodeOfANeighbour_IsTaken(int secondsOff, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_015);

        Assert.Equal(taken, Totp.Check(Secret, Totp.CodeAt(Secret, now.AddSeconds(secondsOff)), 0, now) is not null);
    }

    [Fact]
    public void Check_SameCodeTwice_IsTakenOnce()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_015);
        var code = Totp.CodeAt(Secret, now);
        var step = Totp.Check(Secret, code, 0, now);

        Assert.NotNull(step);
        Assert.Null(Totp.Check(Secret, code, step.Value, now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("abcdef")]
    public void Check_NoCode_IsRefused(string typed) => Assert.Null(Totp.Check(Secret, typed, 0, DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public void NewSecret_AlwaysAnother_HasRoundTripLength()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => Totp.NewSecret()).ToHashSet();

        Assert.Equal(100, secrets.Count);
        Assert.All(secrets, s => Assert.Equal(32, s.Length));
    }
}
