using System.Globalization;
using System.Text;
using Splot.Kernel;
using Splot.Search.Text;

namespace Splot.Search.Tests.Words;

public sealed class InflectionTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("inflections.pl", TextLanguage.Polish, 99)]
    [InlineData("inflections.bg", TextLanguage.Bulgarian, 99)]
    [InlineData("inflections.en", TextLanguage.English, 99)]
    [InlineData("unseen.pl", TextLanguage.Polish, 97)]
    [InlineData("unseen.bg", TextLanguage.Bulgarian, 97)]
    [InlineData("unseen.en", TextLanguage.English, 97)]
    public void Forms_OfOneWord_FindEachOther(string list, TextLanguage language, int least) => Check(Given.Analyzer, list, language, f => f, least);

    [Theory]
    [InlineData("inflections.pl", TextLanguage.Polish, 98)]
    [InlineData("inflections.bg", TextLanguage.Bulgarian, 98)]
    [InlineData("unseen.pl", TextLanguage.Polish, 97)]
    [InlineData("unseen.bg", TextLanguage.Bulgarian, 97)]
    public void Forms_TypedInPlainLatinLetters_FindTheTextAsItShouldBe(string list, TextLanguage language, int least) =>
        Check(Given.Analyzer, list, language, f => Transliteration.ToLatin(TextFold.Fold(f)), least);

    [Theory]
    [InlineData("inflections.pl", TextLanguage.Polish, 85)]
    [InlineData("inflections.bg", TextLanguage.Bulgarian, 85)]
    [InlineData("inflections.en", TextLanguage.English, 85)]
    [InlineData("unseen.pl", TextLanguage.Polish, 75)]
    [InlineData("unseen.bg", TextLanguage.Bulgarian, 75)]
    [InlineData("unseen.en", TextLanguage.English, 85)]
    public void Forms_WithoutDictionaries_MostlyFindEachOther(string list, TextLanguage language, int least) =>
        Check(Given.AnalyzerWithoutDictionaries, list, language, f => f, least);

    [Theory]
    [InlineData("pl", TextLanguage.Polish, 150)]
    [InlineData("bg", TextLanguage.Bulgarian, 150)]
    [InlineData("en", TextLanguage.English, 60)]
    public void DifferentWords_HaveNoTermInCommon(string list, TextLanguage language, int pairs)
    {
        var merged = new List<string>();
        foreach (var pair in Given.Lines($"apart.{list}.txt"))
        {
            var words = pair.Select(w => (Typed: w, InText: Given.Analyzer.Terms(w, language))).ToArray();
            if (words[0].InText.Intersect(words[1].InText, StringComparer.Ordinal).Any())
            {
                merged.Add($"{pair[0]} ({string.Join(' ', words[0].InText)}) = {pair[1]} ({string.Join(' ', words[1].InText)})");
            }
        }

        Assert.True(Given.Lines($"inflections.{list}.txt").Sum(l => l.Length - 1) >= pairs);
        Assert.Empty(merged);
    }

    // The query in one form, the text in the other, both ways.
    private void Check(Analyzer analyzer, string list, TextLanguage language, Func<string, string> typed, int least)
    {
        var missed = new StringBuilder();
        int tried = 0, found = 0;
        foreach (var forms in Given.Lines(list + ".txt"))
        {
            foreach (var form in forms.Skip(1))
            {
                tried += 2;
                found += Note(typed(forms[0]), form) + Note(typed(form), forms[0]);
            }
        }

        int Note(string query, string text)
        {
            var finds = analyzer.Finds(query, text, language);
            missed.Append(finds ? "" : $"{query} ({string.Join(' ', analyzer.QueryTerms(query))}) misses {text} ({string.Join(' ', analyzer.Terms(text, language))})\n");
            return finds ? 1 : 0;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list}: {found} of {tried} = {found / (double)tried:P2}"));
        output.WriteLine(missed.ToString());
        Assert.True(found * 100 >= tried * least, missed.ToString());
    }
}
