using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Search.Tests.Words;

public sealed class LexiconTests
{
    [Fact]
    public void Lexicon_BesideTheProgram_HasAllDictionaries()
    {
        var lexicon = Given.Analyzer.Lexicon;

        Assert.True(lexicon.IsComplete);
        Assert.Equal([TextLanguage.English, TextLanguage.Polish, TextLanguage.Bulgarian], lexicon.States.Select(s => s.Language));
        Assert.All(lexicon.States, s => Assert.True(s.Words > 40_000 && s.Problem is null));
    }

    [Fact]
    public void Lexicon_WithoutAFolder_ServesRulesAndSaysSo()
    {
        var lexicon = Lexicon.Load(Path.Combine(Path.GetTempPath(), "no-such-folder-of-dictionaries"));

        Assert.False(lexicon.IsComplete);
        Assert.All(lexicon.States, s => Assert.Equal((0, "not found"), (s.Words, s.Problem)));
        Assert.True(new Analyzer(lexicon).Finds("uslugi", "usługami", TextLanguage.Polish));
    }

    [Fact]
    public void Lexicon_WithABrokenDictionary_ServesRulesForThatLanguageAlone()
    {
        var folder = Directory.CreateTempSubdirectory("splot-dictionaries-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "en.aff"), "SFX S Y 1\nSFX S 0 s .\n");
            File.WriteAllText(Path.Combine(folder, "en.dic"), "1\nservice/S\n");
            File.WriteAllText(Path.Combine(folder, "pl.aff"), "FLAG num\n");
            File.WriteAllText(Path.Combine(folder, "pl.dic"), "1\nsłowo\n");

            var states = Lexicon.Load(folder).States;

            Assert.Equal((1, null), (states[0].Words, states[0].Problem));
            Assert.Equal((0, "Line 1: FLAG num is not supported."), (states[1].Words, states[1].Problem));
            Assert.Equal((0, "not found"), (states[2].Words, states[2].Problem));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Fingerprint_TellsLexiconsApart()
    {
        Assert.Equal(Lexicon.Load().Fingerprint, Given.Analyzer.Lexicon.Fingerprint);
        Assert.Equal(Lexicon.WithoutDictionaries().Fingerprint, Given.AnalyzerWithoutDictionaries.Lexicon.Fingerprint);
        Assert.NotEqual(Lexicon.Load().Fingerprint, Lexicon.WithoutDictionaries().Fingerprint);
        Assert.Matches("^[0-9a-f]{16}$", Lexicon.Load().Fingerprint);
    }
}
