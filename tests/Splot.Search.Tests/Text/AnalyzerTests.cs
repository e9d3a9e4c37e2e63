using Splot.Search.Text;

namespace Splot.Search.Tests.Text;

public sealed class AnalyzerTests
{
    private static Analyzer Analyzer => Given.Analyzer;

    private static string Seen(string text, TextLanguage language = TextLanguage.None) =>
        string.Join(' ', Analyzer.Words(text, language).Select(w => $"{w.Position}:{w.Surface}"));

    [Theory]
    [InlineData("", "")]
    [InlineData(" – „ ” ( ) … ", "")]
    [InlineData("Żółta łódź, straße & cœur", "0:zolta 1:lodz 2:strasse 3:coeur")]
    [InlineData("Социални услуги в София", "0:sotsialni 1:uslugi 2:v 3:sofia")]
    [InlineData("ﬁrma ＡＢＣ Ⅳ", "0:firma 1:abc 2:iv")]
    [InlineData("e\u0301te\u0301 zu\u00ADsammen", "0:ete 1:zusammen")]
    [InlineData("usługi.Szkolenia", "0:uslugi 1:szkolenia")]
    [InlineData("kobiety/mężczyźni", "0:kobiety 1:mezczyzni")]
    [InlineData("EFS+ 50+ 85%", "0:efs 1:50 2:85")]
    [InlineData("№ 12 § 3", "0:12 1:3")]
    public void Text_GivesItsWordsFolded(string text, string words) => Assert.Equal(words, Seen(text));

    [Theory]
    [InlineData("FELU.08.03-IZ.00-0005/23 dalej", "0:felu0803iz00000523 0:felu 1:08 2:03 3:iz 4:00 5:0005 6:23 7:dalej")]
    [InlineData("POKL.05.04.02-00-D36/12", "0:pokl05040200d3612 0:pokl 1:05 2:04 3:02 4:00 5:d36 6:12")]
    [InlineData("społeczno-gospodarczy", "0:spolecznogospodarczy 0:spoleczno 1:gospodarczy")]
    [InlineData("S.A. i sp. z o.o.", "0:sa 0:s 1:a 2:i 3:sp 4:z 5:oo 5:o 6:o")]
    [InlineData("1234567,89 i 12.5", "0:1234567.89 0:1234567 1:89 2:i 3:12.5 3:12 4:5")]
    [InlineData("a,b", "0:a 1:b")]
    [InlineData("2021-2027", "0:20212027 0:2021 1:2027")]
    [InlineData("O’Neill's the children's", "0:oneills 0:o 1:neill 2:s 3:the 4:children")]
    [InlineData("R&D -x- --", "0:rd 0:r 1:d 2:x")]
    public void Chunk_GivesItsWholeAndItsParts(string text, string words) => Assert.Equal(words, Seen(text));

    [Theory]
    [InlineData("BG05SFPR002-2.002-0109-С01", "BG05SFPR002-2.002-0109-C01")]
    [InlineData("№ВG05SFPR002", "BG05SFPR002")]
    [InlineData("Cофия", "София")]
    [InlineData("РOJECT", "POJECT")]
    public void LookAlikes_OfTheOtherAlphabet_AreSetRight(string written, string meant) => Assert.Equal(Seen(meant), Seen(written));

    [Fact]
    public void Code_OnPurposeInCyrillic_StaysCyrillic() => Assert.Equal("0:rd09 0:rd 1:09", Seen("РД-09"));

    [Fact]
    public void Word_InItsLanguage_HasItsLemmas()
    {
        Assert.Equal(["usluga"], Analyzer.Terms("usługami", TextLanguage.Polish));
        Assert.Equal(["sotsialen"], Analyzer.Terms("социалните", TextLanguage.Bulgarian));
        Assert.Equal("child", Analyzer.Terms("children's", TextLanguage.English)[0]);
        Assert.Equal(["uslugami"], Analyzer.Terms("usługami", TextLanguage.None));
    }

    [Fact]
    public void Word_ThatNobodyKnows_KeepsItselfBesideItsStem()
    {
        Assert.Equal(["zborstwami", "zborstw~"], Analyzer.Terms("zborstwami", TextLanguage.Polish));
    }

    [Fact]
    public void HyphenatedWord_IsFoundInItsForms()
    {
        Assert.Equal(["spolecznogospodarczy"], Analyzer.Terms("społeczno-gospodarczych", TextLanguage.Polish));
        Assert.True(Analyzer.Finds("spoleczno-gospodarcza", "społeczno-gospodarczych", TextLanguage.Polish));
    }

    [Theory]
    [InlineData("służb", "służby", TextLanguage.Polish)]
    [InlineData("sluzby", "służb", TextLanguage.Polish)]
    [InlineData("spoleczne", "społecznych", TextLanguage.Polish)]
    [InlineData("sotsialni", "социалната", TextLanguage.Bulgarian)]
    [InlineData("uslugi", "услугата", TextLanguage.Bulgarian)]
    [InlineData("услуги", "услугите", TextLanguage.Bulgarian)]
    [InlineData("fondatsia", "фондацията", TextLanguage.Bulgarian)]
    [InlineData("bulgaria", "България", TextLanguage.Bulgarian)]
    [InlineData("България", "Bulgaria", TextLanguage.English)]
    [InlineData("lodz", "Łódź", TextLanguage.Polish)]
    [InlineData("Łódź", "LODZ", TextLanguage.Polish)]
    [InlineData("Варна", "Varna", TextLanguage.English)]
    [InlineData("children", "child", TextLanguage.English)]
    [InlineData("organisation", "organizations", TextLanguage.English)]
    [InlineData("Lubelskie", "lubelskiego", TextLanguage.Polish)]
    [InlineData("gmina", "Gmina", TextLanguage.None)]
    [InlineData("felu.08.03-iz.00-0005/23", "FELU.08.03-IZ.00-0005/23", TextLanguage.None)]
    [InlineData("FELU0803IZ00000523", "FELU.08.03-IZ.00-0005/23", TextLanguage.None)]
    [InlineData("covid19", "COVID-19", TextLanguage.Polish)]
    public void Query_FindsTheText(string query, string text, TextLanguage language) => Assert.True(Analyzer.Finds(query, text, language));

    [Theory]
    [InlineData("sąd", "sad", TextLanguage.Bulgarian)]
    [InlineData("służba", "sluzhba", TextLanguage.English)]
    public void Query_WithLettersOfOneLanguage_LooksInNoOther(string query, string text, TextLanguage language) =>
        Assert.DoesNotContain(Analyzer.QueryTerms(query), t => t != Analyzer.Fold(query) && Analyzer.Terms(text, language).Contains(t, StringComparer.Ordinal));

    [Theory]
    [InlineData("FELU.08", "felu08")]
    [InlineData("społ", "spol")]
    [InlineData("соц", "sots")]
    [InlineData("12,5", "12.5")]
    [InlineData("…", "")]
    public void Prefix_IsFoldedLikeTheBeginningOfAWord(string start, string term) => Assert.Equal(term, Analyzer.PrefixTerm(start));

    [Fact]
    public void Words_MetAgain_AreTheSameInstances()
    {
        var first = Analyzer.Words("usługi społeczne usługami", TextLanguage.Polish);
        var second = Analyzer.Words("usługi społeczne", TextLanguage.Polish);

        Assert.Same(first[0].Terms, second[0].Terms);
        Assert.Same(first[1].Surface, second[1].Surface);
        Assert.Same(first[0].Terms, first[2].Terms);
    }

    [Fact]
    public void Words_Known_CostNoMemory()
    {
        const string Text = "Rozwój usług społecznych w społeczności lokalnej FELU.08.03-IZ.00-0005/23, социални услуги";
        var words = new List<AnalysedWord>(64);
        Analyzer.Analyze(Text, TextLanguage.Polish, words);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            words.Clear();
            Analyzer.Analyze(Text, TextLanguage.Polish, words);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Fold_KeepsPunctuation() => Assert.Equal("\"uslugi spoleczne\", sofia", Analyzer.Fold("„Usługi  społeczne”, София"));
}
