namespace Splot.Architecture.Tests;

public sealed class TextTests
{
    private static readonly HouseFile[] Canary =
    [
        new("src/Splot.Ui/Page/Text.en", "# comment\nTitle = Title\nFound[one] = {count} hit\nFound[other] = {count} hits\nLost = Lost"),
        new("src/Splot.Ui/Page/Form/Text.en", "Title = Form"),
    ];

    [Fact]
    public void Texts_InTheHouse_AreUsed() => Assert.Empty(Texts.Unused([.. House.Files("src", "/Text.en")], [.. House.Files("src", ".cs", ".razor")]));

    [Fact]
    public void Texts_InTheHouse_AreComplete() => Assert.Empty(Texts.Incomplete([.. House.Files("src", "/Text.en", "/Text.pl", "/Text.bg")]));

    [Fact]
    public void Canary_UnusedText_IsFound()
    {
        HouseFile[] users = [new("src/Splot.Ui/Page/Page.razor", "<h1>@Text.Title</h1> @Text.Found(3)"), new("src/Splot.Ui/Page/Form/Form.cs", "Form.Text.Title")];

        Assert.Equal(["src/Splot.Ui/Page/Text.en: nothing uses Lost"], Texts.Unused(Canary, users));
    }

    [Fact]
    public void Canary_TextUsedInAnotherSetOnly_IsFound()
    {
        HouseFile[] users = [new("src/Splot.Ui/Page/Form/Form.cs", "var a = Text.Title; var b = Splot.Ui.Page.Text.Found(1) + Page.Text.Lost;")];

        Assert.Equal(["src/Splot.Ui/Page/Text.en: nothing uses Title"], Texts.Unused(Canary, users));
    }

    [Fact]
    public void Canary_TextUsedInAnotherProjectOnly_IsFound()
    {
        Assert.Equal(4, Texts.Unused(Canary, [new("src/Splot.Web/X.cs", "Text.Title; Text.Found(1); Text.Lost;")]).Count);
    }

    [Fact]
    public void Canary_IncompleteTexts_AreFound()
    {
        HouseFile[] texts = [new("a/Text.en", "A = a\nB = b"), new("a/Text.pl", "A = a")];

        Assert.Equal(["a/Text.pl is not complete", "a/Text.bg is not complete"], Texts.Incomplete(texts));
    }
}
