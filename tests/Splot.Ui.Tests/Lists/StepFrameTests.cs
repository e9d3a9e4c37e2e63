using Splot.Ui.Tests.Samples;

namespace Splot.Ui.Tests.Lists;

public sealed class StepFrameTests
{
    [Theory]
    [InlineData("who", null, "contact")]
    [InlineData("contact", "/en/desk/persons/new/d1/who", "who")]
    [InlineData("check", "/en/desk/persons/new/d1/contact", "who,contact")]
    public async Task Page_OfAForm_LeadsBackAndIsNotDoneItself(string at, string? back, string done)
    {
        var page = await Rendering.Body<StepSample>(new { View = Rendering.View(), At = at, Reached = 2 });

        string[] keys = ["who", "contact", "check"];
        Assert.Equal(back, page.QuerySelector(".govuk-back-link")?.GetAttribute("href"));
        Assert.Equal(done, string.Join(',', page.QuerySelectorAll(".sp-steplist > li").Select((li, i) => li.ClassList.Contains("sp-steplist__done") ? keys[i] : null).OfType<string>()));
    }
}
