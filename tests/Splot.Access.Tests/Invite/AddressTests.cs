using Splot.Access.Invite;

namespace Splot.Access.Tests.Invite;

public sealed class AddressTests
{
    [Theory]
    [InlineData("zofia@example.org")]
    [InlineData("zofia.o'wymyslona+splot@a-b.example.org")]
    [InlineData("zofia@żółw.example")]
    [InlineData("зоя@пример.бг")]
    public void LooksLikeAddress_Address_Is(string email) => Assert.True(InviteHandler.LooksLikeAddress(email));

    [Theory]
    [InlineData("")]
    [InlineData("zofia")]
    [InlineData("@x.pl")]
    [InlineData("a@")]
    [InlineData("a@x")]
    [InlineData("a@b@x.pl")]
    [InlineData(".@.")]
    [InlineData("a@.pl")]
    [InlineData("a@x.")]
    [InlineData("a@x..pl")]
    [InlineData("<a@x.pl>")]
    [InlineData("a(b)@x.pl")]
    [InlineData("a@[1.2]")]
    [InlineData("a,b@x.pl")]
    [InlineData("a;b@x.pl")]
    [InlineData("mailto:a@x.pl")]
    [InlineData("a\"b@x.pl")]
    [InlineData("a\\b@x.pl")]
    [InlineData("a b@x.pl")]
    [InlineData("a@x\n.pl")]
    [InlineData("a\0@x.pl")]
    public void LooksLikeAddress_AnythingElse_IsNot(string email) => Assert.False(InviteHandler.LooksLikeAddress(email));
}
