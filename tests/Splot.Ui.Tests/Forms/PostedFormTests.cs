using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Splot.Kernel;

namespace Splot.Ui.Tests.Forms;

public sealed class PostedFormTests
{
    [Fact]
    public void Field_AfterAnError_KeepsWhatWasTyped()
    {
        var form = Form.With(Language.English, ("a", "  twelve "));

        form.Amount("a", Currency.Eur);

        Assert.Equal(("  twelve ", form.Errors[0].Message), (form["a"].Value, form["a"].Error));
    }

    [Fact]
    public void Field_NeverSent_HasNothing() => Assert.Equal((null, null), (new PostedForm()["a"].Value, new PostedForm()["a"].Error));

    [Fact]
    public void Reject_TwiceOneField_KeepsTheFirst()
    {
        var form = Form.With(Language.English, ("a", ""));
        form.Reject("a", "first");
        form.Reject("a", "second");

        Assert.Equal("first", form.Errors.Single().Message);
    }

    [Fact]
    public void Reject_Field_LinksToIt()
    {
        var form = new PostedForm();
        form.Reject("version", "Version 4 was saved meanwhile");

        Assert.Equal((false, "#version"), (form.IsValid, form.Errors.Single().Href));
    }

    [Fact]
    public void Reject_WholeForm_LinksNowhere()
    {
        var form = new PostedForm();
        form.Reject("", "first");
        form.Reject("", "second");

        Assert.Equal([null, null], form.Errors.Select(e => e.Href));
    }

    [Fact]
    public void Text_SpacesAndLineEnds_BecomeOneLine() => Assert.Equal("a b c http://x", Form.With(Language.English, ("t", "  a\r\nb\rc \n\n http://x\u2028")).Text("t"));

    [Fact]
    public void Lines_SpacesAndLineEnds_AreTidied() => Assert.Equal("a\nb\nc", Form.With(Language.English, ("t", "  a\r\nb\rc \n")).Lines("t"));

    [Fact]
    public void Lines_TooLong_SaysByHowMuch()
    {
        var form = Form.With(Language.English, ("t", "ab\nc"));

        Assert.Null(form.Lines("t", 3));
        Assert.Contains("Shorten", form.Errors.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequiredLines_Missing_SaysWhatToDo()
    {
        var form = Form.With(Language.English);

        Assert.Empty(form.RequiredLines("t", "Tell it"));
        Assert.Equal("Tell it", form["t"].Error);
    }

    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uFDD0b")]
    [InlineData("a\0b")]
    public void Fields_WithWhatIsNoText_AreReadWithoutIt(string typed)
    {
        var form = Form.With(Language.English, ("t", typed));

        Assert.Equal(("ab", "ab", "ab"), (form.Text("t"), form.Lines("t"), form["t"].Value));
        Assert.Null(form.Date("t"));
        Assert.Null(form.Number("t"));
    }

    [Fact]
    public void Text_ControlCharacters_AreDropped() => Assert.Equal("ab", Form.With(Language.English, ("t", "a\0\u0007b")).Text("t"));

    [Fact]
    public void Text_DecomposedLetters_AreComposed() => Assert.Equal("é", Form.With(Language.English, ("t", "e\u0301")).Text("t"));

    [Fact]
    public void Text_Blank_IsNull() => Assert.Null(Form.With(Language.English, ("t", " \t ")).Text("t"));

    [Fact]
    public void Text_TooLong_SaysByHowMuch()
    {
        var form = Form.With(Language.Polish, ("t", new string('x', 12_001)));

        Assert.Null(form.Text("t", 10_000));
        Assert.Equal("Skróć tekst do 10\u00A0000 znaków; ma ich 12\u00A0001", form.Errors.Single().Message);
    }

    [Fact]
    public void RequiredText_Missing_SaysWhatToDo()
    {
        var form = Form.With(Language.English);

        Assert.Empty(form.RequiredText("t", "Enter a title"));
        Assert.Equal("Enter a title", form["t"].Error);
    }

    [Fact]
    public void RequiredText_TooLong_SaysThatOnly()
    {
        var form = Form.With(Language.English, ("t", "abc"));

        form.RequiredText("t", "Enter a title", 2);

        Assert.Contains("Shorten", form.Errors.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choice_Allowed_IsTaken() => Assert.Equal("b", Form.With(Language.English, ("c", "b")).Choice("c", ["a", "b"]));

    [Fact]
    public void Choice_NotOffered_IsRefused()
    {
        var form = Form.With(Language.English, ("c", "z"));

        Assert.Null(form.Choice("c", ["a", "b"]));
        Assert.False(form.IsValid);
    }

    [Fact]
    public void RequiredChoice_None_SaysWhatToDo()
    {
        var form = Form.With(Language.English, ("c", ""));

        Assert.Empty(form.RequiredChoice("c", ["a"], "Choose one"));
        Assert.Equal("Choose one", form.Errors.Single().Message);
    }

    [Fact]
    public void Choices_Several_AreTakenOnceEach() =>
        Assert.Equal(["b", "a"], Form.With(Language.English, ("c", "b"), ("c", "a"), ("c", "b"), ("c", "")).Choices("c", ["a", "b"]));

    [Fact]
    public void Ticked_Box_IsTrueWhenSent() =>
        Assert.Equal((true, false), (Form.With(Language.English, ("c", "on")).Ticked("c"), Form.With(Language.English).Ticked("c")));

    [Fact]
    public void Form_FromARequest_ReadsTheReadersLanguage()
    {
        Language.Bulgarian.MakeCurrent();
        var form = new PostedForm(new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["a"] = "12,505", ["b"] = StringValues.Empty }));

        form.Amount("a", Currency.Eur);

        Assert.Contains("запетаята", form.Errors.Single().Message, StringComparison.Ordinal);
        Assert.Null(form["b"].Value);
    }

    [Theory]
    [InlineData(Language.Polish, 1, "Popraw 1 pole, żeby przejść dalej")]
    [InlineData(Language.Polish, 2, "Popraw 2 pola, żeby przejść dalej")]
    [InlineData(Language.Polish, 5, "Popraw 5 pól, żeby przejść dalej")]
    [InlineData(Language.Bulgarian, 2, "Поправете 2 полета, за да продължите")]
    [InlineData(Language.English, 1, "Correct 1 field to go on")]
    public async Task ErrorSummary_OfAForm_CountsAndLinks(Language language, int errors, string title)
    {
        var form = Form.With(language);
        foreach (var i in Enumerable.Range(1, errors))
        {
            form.Reject("f" + i, "wrong");
        }

        var body = await Rendering.Body<ErrorSummary>(new { Form = form }, language);

        Assert.Equal(title, body.QuerySelector("h2")!.TextContent);
        Assert.Equal(Enumerable.Range(1, errors).Select(i => "#f" + i), body.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task ErrorSummary_ValidForm_IsNotThere() => Assert.Empty((await Rendering.Html<ErrorSummary>(new { Form = new PostedForm() })).Trim());

    [Fact]
    public async Task Control_WithAField_ShowsWhatWasTypedAndDescribesTheError()
    {
        var form = Form.With(Language.English, ("a", "twelve"));
        form.Amount("a", Currency.Eur);

        var input = (await Rendering.Body<TextInput>(new { Field = form["a"], Label = "Amount", Hint = "In euro" })).QuerySelector("input")!;

        Assert.Equal(("a", "a", "twelve", "a-hint a-error"), (input.Id, input.GetAttribute("name"), input.GetAttribute("value"), input.GetAttribute("aria-describedby")));
    }

    [Fact]
    public async Task DateInput_WithAField_ShowsItsParts()
    {
        var form = Form.With(Language.Polish, ("d-day", "3"), ("d-month", ""), ("d-year", "2026"));
        form.Date("d");

        var body = await Rendering.Body<DateInput>(new { Field = form["d"], Legend = "Kiedy" }, Language.Polish);

        Assert.Equal([("d-day", "3", false), ("d-month", "", true), ("d-year", "2026", false)], body.QuerySelectorAll("input").Select(i => (i.Id!, i.GetAttribute("value") ?? "", i.ClassList.Contains("govuk-input--error"))));
        Assert.Equal(["Dzień", "Miesiąc", "Rok"], body.QuerySelectorAll("label").Select(l => l.TextContent));
    }
}
