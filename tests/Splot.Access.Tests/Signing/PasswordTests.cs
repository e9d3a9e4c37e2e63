using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Data;

namespace Splot.Access.Tests.Signing;

public sealed class PasswordTests
{
    private static readonly Passwords Passwords = new(
        new CommonPasswords(),
        new SplotOptions { DataFolder = "unused", PublicUrl = new Uri("https://fundusze.example.org"), Operator = new SiteOperator { Name = "Ośrodek Wymysłów w Niebyłowie" } });

    [Fact]
    public void CommonPasswords_AreThirtyThousandAtLeast() => Assert.InRange(new CommonPasswords().Count, 30_000, int.MaxValue);

    [Theory]
    [InlineData("kucyk", nameof(PasswordProblem.TooShort))]
    [InlineData("elevenchars", nameof(PasswordProblem.TooShort))]
    [InlineData("password1234", nameof(PasswordProblem.Common))]
    [InlineData("Football2026!", nameof(PasswordProblem.Common))]
    [InlineData("1234567890123", nameof(PasswordProblem.Common))]
    [InlineData("abcabcabcabc", nameof(PasswordProblem.Common))]
    [InlineData("aaaaaaaaaaaaa", nameof(PasswordProblem.Common))]
    [InlineData("wymyslona123", nameof(PasswordProblem.NamesItself))]
    [InlineData("splotSplot2026", nameof(PasswordProblem.NamesItself))]
    [InlineData("Osrodek Niebylowie1", nameof(PasswordProblem.NamesItself))]
    [InlineData("Fundusze-splot!", nameof(PasswordProblem.NamesItself))]
    [InlineData("splot kucyka w deszczu", nameof(PasswordProblem.None))]
    [InlineData("kucyk w deszczu", nameof(PasswordProblem.None))]
    [InlineData("Тихо върви реката", nameof(PasswordProblem.None))]
    public void Problem_OfAPassword_IsTold(string password, string problem) => Assert.Equal(problem, Passwords.ProblemOf(password, "wymyslona@example.org", "Zofia W").ToString());

    [Fact]
    public void Problem_OfALongOne_IsTooLong() => Assert.Equal(PasswordProblem.TooLong, Passwords.ProblemOf(string.Concat(Enumerable.Range(0, 129).Select(i => (char)('a' + (i * 7 % 26)))), "a@b.c", "x"));

    [Fact]
    public void IsOf_OwnPassword_IsTrueAndNoOther()
    {
        var account = new Account { Id = "a", Email = "a@b.c", EmailKey = "a@b.c", Name = "A", Language = "en", PasswordHash = Passwords.Hash("kucyk w deszczu") };

        Assert.True(Passwords.IsOf(account, "kucyk w deszczu"));
        Assert.False(Passwords.IsOf(account, "kucyk w deszcz"));
        Assert.False(Passwords.IsOf(null, "kucyk w deszczu"));
    }
}
