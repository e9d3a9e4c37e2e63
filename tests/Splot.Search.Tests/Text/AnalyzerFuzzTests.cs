using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Search.Tests.Text;

public sealed class AnalyzerFuzzTests
{
    private static readonly Analyzer Fresh = new(Lexicon.WithoutDictionaries(), remembered: 50);

    private static Gen<TextLanguage> AnyLanguage { get; } = Gen.Elements(Enum.GetValues<TextLanguage>());

    [Fact]
    public void Analyze_AnyText_GivesOrderedFoldedBoundedWords() => Law.Holds(
        2_000, Law.AnyText, AnyLanguage, (text, language) =>
        {
            var words = Given.Analyzer.Words(text, language);
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i];
                Assert.InRange(word.Position, i == 0 ? 0 : words[i - 1].Position, i == 0 ? 0 : words[i - 1].Position + 1);
                Assert.InRange(word.Terms.Length, 1, Analyzer.MostTerms);
                Assert.All(word.Terms.Append(word.Surface), t => Assert.True(t.Length is > 0 and <= 65 && !t.Any(char.IsWhiteSpace) && !t.Any(char.IsAsciiLetterUpper)));
                Assert.Distinct(word.Terms);
            }
        });

    [Fact]
    public void Analyze_AfterForgetting_GivesTheSame() => Law.Holds(
        500, Law.AnyText, AnyLanguage, (text, language) =>
        {
            var expected = new Analyzer(Fresh.Lexicon, remembered: 1).Words(text, language);
            Assert.Equal(expected.Select(Seen), Fresh.Words(text, language).Select(Seen));
        });

    [Fact]
    public void QueryTerms_OfAnyWordOfAText_FindThatText() => Law.Holds(
        2_000, Law.AnyText, AnyLanguage, (text, language) =>
        {
            foreach (var word in Chunk.All(text).Where(c => c.Parts.Count == 1 || c.HasWhole))
            {
                var terms = Given.Analyzer.Words(word.Written, language);
                Assert.True(terms.Count == 0 || Given.Analyzer.QueryTerms(word.Written).Intersect(terms[0].Terms, StringComparer.Ordinal).Any(), word.Written);
            }
        });

    [Fact]
    public void Analyze_LongTextWithoutBlanks_IsCutIntoBoundedPieces()
    {
        var words = Given.Analyzer.Words(new string('a', 100_000) + string.Concat(Enumerable.Repeat("-b", 50_000)), TextLanguage.English);

        Assert.All(words, w => Assert.True(w.Surface.Length <= 64));
        Assert.NotEmpty(words);
    }

    private static string Seen(AnalysedWord word) => new StringBuilder().Append(word.Position).Append(word.Surface).AppendJoin('|', word.Terms).ToString();
}
