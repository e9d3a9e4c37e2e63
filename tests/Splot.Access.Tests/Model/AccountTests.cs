using Splot.Access.Model;

namespace Splot.Access.Tests.Model;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(8, 8)]
    [InlineData(11, 60)]
    [InlineData(40, 60)]
    public void Fail_TimesInARow_LocksForMinutes(int failures, int minutes)
    {
        var account = new Account { Id = "a", Email = "a@b.c", EmailKey = "a@b.c", Name = "A", Language = "en" };
        for (var i = 0; i < failures; i++)
        {
            account.Fail(Now);
        }

        Assert.Equal(minutes > 0, account.IsLockedAt(Now));
        Assert.False(account.IsLockedAt(Now.AddMinutes(minutes)));
        Assert.True(minutes == 0 || account.IsLockedAt(Now.AddMinutes(minutes).AddSeconds(-1)));
    }

    [Fact]
    public void Succeed_AfterFailures_ForgetsThem()
    {
        var account = new Account { Id = "a", Email = "a@b.c", EmailKey = "a@b.c", Name = "A", Language = "en" };
        account.Fail(Now);
        account.Succeed(Now);

        Assert.Equal((0, null), (account.Failures, account.LockedUntil));
    }
}
