namespace Splot.Ui.Tests.Forms;

public sealed class FormTokenTests
{
    [Fact]
    public async Task FormToken_Token_IsHiddenUnderItsName()
    {
        var input = (await Rendering.Body<FormToken>(new { Token = "abc" })).QuerySelector("input")!;

        Assert.Equal(("hidden", AnonymousForm.Field, "abc"), (input.GetAttribute("type"), input.GetAttribute("name"), input.GetAttribute("value")));
    }
}
