using Splot.Search.Words;

namespace Splot.Search.Tests.Words;

public sealed class DictionaryTests
{
    private const string Rules = """
        SET UTF-8
        TRY abc

        PFX n Y 1
        PFX n   0     nie       .

        SFX K Y 3
        SFX K   a     y         [^gk]a
        SFX K   ka    ce        ka
        SFX K   0     mi/x      a

        SFX L Y 1
        SFX L   0     lik       .
        """;

    private const string Words = """
        6
        służba/Kn
        matka/K
        Łódź
        e-mail/K
        kto	po:pronoun
        brzoza/L
        """;

    private static LemmaDictionary Dictionary(string rules = Rules, string words = Words) =>
        new(AffixRules.Read(new StringReader(rules)), WordList.Read(new StringReader(words)), new Derivation("L", "", '-', '-'));

    private static string[] Lemmas(string written, string key)
    {
        var found = new List<Candidate>();
        Dictionary().Find(written, key, found);
        return [.. found.Select(c => c.Lemma + (c.IsExact ? "!" : ""))];
    }

    [Theory]
    [InlineData("służba", "sluzba", "służba!")]
    [InlineData("służby", "sluzby", "służba!")]
    [InlineData("sluzby", "sluzby", "służba")]
    [InlineData("matce", "matce", "matka!")]
    [InlineData("matkami", "matkami", "matka!")]
    [InlineData("niesłużby", "niesluzby", "niesłużba!")]
    [InlineData("łódź", "lodz", "Łódź!")]
    [InlineData("kto", "kto", "kto!")]
    public void Form_OfAWord_GivesTheWord(string written, string key, string lemma) => Assert.Equal([lemma], Lemmas(written, key));

    [Theory]
    [InlineData("matky", "matky")]
    [InlineData("niematka", "niematka")]
    [InlineData("email", "email")]
    [InlineData("", "")]
    public void Form_ThatNoRuleMakes_GivesNothing(string written, string key) => Assert.Empty(Lemmas(written, key));

    [Fact]
    public void Form_OfADerivingRule_IsItsOwnLemma() => Assert.Equal(["brzozalik!"], Lemmas("brzozalik", "brzozalik"));

    [Fact]
    public void Words_WithOtherThanLetters_AreLeftOut() => Assert.Equal(5, Dictionary().Count);

    [Theory]
    [InlineData("FLAG long\n")]
    [InlineData("SET ISO8859-2\n")]
    [InlineData("SFX AB Y 1\nSFX AB 0 x .\n")]
    [InlineData("SFX A Y 1\nSFX A 0 x [^a\n")]
    [InlineData("SFX A Y 1\nSFX A 0 x []\n")]
    public void Rules_ThatAreNotSupported_AreRefused(string rules) => Assert.Throws<FormatException>(() => Dictionary(rules));

    [Theory]
    [InlineData("")]
    [InlineData("word/A\n")]
    public void Words_WithoutANumberAtTheHead_AreRefused(string words) => Assert.Throws<FormatException>(() => Dictionary(words: words));

    [Theory]
    [InlineData("[^dsz]nąć", "minąć", true)]
    [InlineData("[^dsz]nąć", "siąknąć", true)]
    [InlineData("[^dsz]nąć", "schudnąć", false)]
    [InlineData("[^dsz]nąć", "nąć", false)]
    [InlineData("[ab].c", "axc", true)]
    [InlineData("[ab].c", "cxc", false)]
    public void Condition_LooksAtTheEndOfAWord(string pattern, string word, bool fits) => Assert.Equal(fits, AffixCondition.Parse(pattern)!.Matches(word));

    [Fact]
    public void Condition_OfADot_IsNone() => Assert.Null(AffixCondition.Parse("."));
}
