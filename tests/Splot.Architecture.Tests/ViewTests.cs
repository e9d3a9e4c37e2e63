namespace Splot.Architecture.Tests;

public sealed class ViewTests
{
    private static IEnumerable<HouseFile> All => House.Files("src", ".razor");

    [Fact]
    public void Views_InTheHouse_AskForNoService() => Assert.Empty(Views.Injections(All));

    [Fact]
    public void Views_InTheHouse_HaveNoStyleOrScriptInThePage() => Assert.Empty(Views.Inline(All));

    [Fact]
    public void RawMarkup_OutsideUi_IsNotMade() => Assert.Empty(Views.RawMarkup(House.Files("src", ".razor", ".cs")));

    [Theory]
    [InlineData("@inject IClock Clock")]
    [InlineData("    [Inject] public IClock Clock { get; set; }")]
    [InlineData("    [Parameter] public IServiceProvider Services { get; set; }")]
    public void Canary_ViewThatAsks_IsFound(string line) => Assert.Single(Views.Injections([new HouseFile("x.razor", line)]));

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<svg style='x'>")]
    [InlineData("<style>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void Canary_StyleOrScriptInThePage_IsFound(string line) => Assert.Single(Views.Inline([new HouseFile("x.razor", line)]));

    [Theory]
    [InlineData("<script type=\"application/ld+json\">")]
    [InlineData("""Block => new("<script type=\"application/ld+json\">" + Json);""")]
    public void BlockOfLinkedData_IsAllowed(string line) => Assert.Empty(Views.Inline([new HouseFile("x.razor", line)]));

    [Fact]
    public void ScriptFile_IsAllowed() => Assert.Empty(Views.Inline([new HouseFile("x.razor", "<script type=\"module\" src=\"@Assets.Script\"></script>")]));

    [Theory]
    [InlineData("src/Modules/Splot.Portal/X.razor", "@((MarkupString)text)")]
    [InlineData("src/Splot.Web/X.cs", "return new HtmlString(text);")]
    public void Canary_RawMarkup_IsFound(string path, string line) => Assert.Single(Views.RawMarkup([new HouseFile(path, line)]));

    [Fact]
    public void RawMarkup_InUi_IsAllowed() => Assert.Empty(Views.RawMarkup([new HouseFile("src/Splot.Ui/X.razor", "@((MarkupString)svg)")]));
}
