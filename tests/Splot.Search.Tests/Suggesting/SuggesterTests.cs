using System.Text;
using FsCheck.Fluent;
using Splot.Search.Suggesting;

namespace Splot.Search.Tests.Suggesting;

public sealed class SuggesterTests
{
    private static readonly Suggester Places = Build(
        ("Lublin", 90), ("Lubin", 40), ("Łódź", 100), ("Lubelskie", 70), ("Ruse", 30), ("София", 80), ("Centrum Usług Społecznych w Lublinie", 10));

    private static Suggester Build(params (string Display, int Weight)[] entries) =>
        Suggester.Build(entries.Select(e => new SuggestionEntry(Given.Analyzer.Fold(e.Display), e.Display, e.Weight)));

    private static string Typed(Suggester suggester, string typed, int limit = 10) => string.Join(' ', suggester.Suggest(typed, limit).Select(s => s.Display + s.Typos));

    [Theory]
    [InlineData("lub", "Lublin0 Lubelskie0 Lubin0")]
    [InlineData("LÓ", "Łódź0")]
    [InlineData("lodz", "Łódź0")]
    [InlineData("соф", "София0")]
    [InlineData("sofia", "София0")]
    [InlineData("centrum  uslug-spol", "Centrum Usług Społecznych w Lublinie0")]
    [InlineData("", "")]
    [InlineData(" – ", "")]
    [InlineData("x", "")]
    public void Beginning_GivesTheHeaviestFirst(string typed, string suggested) =>
        Assert.Equal(suggested, Typed(Places, typed));

    [Theory]
    [InlineData("lubiln", "Lublin1 Lubin1")]
    [InlineData("lublni", "Lublin1")]
    [InlineData("rusee", "Ruse1")]
    [InlineData("centurm uslug", "Centrum Usług Społecznych w Lublinie1")]
    [InlineData("cetrum usluk", "Centrum Usług Społecznych w Lublinie2")]
    [InlineData("lxb", "")]
    [InlineData("lxxlin", "")]
    public void Typos_AreForgivenByLength(string typed, string suggested) => Assert.Equal(suggested, Typed(Places, typed));

    [Fact]
    public void Limit_IsKept_AndWhatFitsComesBeforeTypos()
    {
        Assert.Equal("Lublin0", Typed(Places, "lubl", 1));
        Assert.Equal("", Typed(Places, "lubl", 0));
        Assert.Equal("Lublin0 Lubelskie1 Lubin1", Typed(Places, "lubl", 3));
    }

    [Fact]
    public void Display_ThatSeveralKeysLeadTo_IsSuggestedOnce()
    {
        var suggester = Suggester.Build([new("abc", "X", 1), new("abd", "X", 5), new("abe", "Y", 3), new("abc", "X", 2), new("…", "Z", 9)]);

        Assert.Equal(3, suggester.Count);
        Assert.Equal([new Suggestion("X", 5, 0), new Suggestion("Y", 3, 0)], suggester.Suggest("ab", 10));
    }

    [Fact]
    public void Suggester_WithoutEntries_SuggestsNothing() => Assert.Empty(Build().Suggest("abcdefgh", 10));

    [Fact]
    public void Suggestions_AreThoseOfTheDefinition() => Law.Holds(
        1_000,
        Gen.Elements("abc ".ToCharArray()).ArrayOf().Select(l => new string(l)).ArrayOf(),
        Gen.Elements("abcd".ToCharArray()).ArrayOf().Select(l => new string(l)),
        (keys, typed) =>
        {
            var entries = keys.Select((k, i) => new SuggestionEntry(k, i.ToString(System.Globalization.CultureInfo.InvariantCulture), (i * 7) % 5)).ToList();
            var most = typed.Length >= 8 ? 2 : typed.Length >= 4 ? 1 : 0;
            var expected = entries
                .Select(e => (Entry: e, Key: Encoding.UTF8.GetString(SuggestionTrie.KeyOf(e.Folded))))
                .Where(e => e.Key.Length > 0 && typed.Length is > 0 and <= 60)
                .Select(e => (e.Entry, e.Key, Typos: Distance(typed, e.Key)))
                .Where(e => e.Typos <= most)
                .OrderBy(e => e.Typos).ThenByDescending(e => e.Entry.Weight).ThenBy(e => e.Key, StringComparer.Ordinal).ThenBy(e => e.Entry.Display, StringComparer.Ordinal)
                .Select(e => new Suggestion(e.Entry.Display, e.Entry.Weight, e.Typos));

            Assert.Equal(typed.Length > 60 ? [] : expected, typed.Length > 60 ? [] : Suggester.Build(entries).Suggest(typed, int.MaxValue));
        });

    // The least distance of what was typed to any beginning of the key, letters swapped once.
    private static int Distance(string typed, string key)
    {
        var table = new int[typed.Length + 1, key.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = 0; j <= key.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    table[i - 1, j - 1] + (typed[i - 1] == key[j - 1] ? 0 : 1),
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == key[j - 2] && typed[i - 2] == key[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return Enumerable.Range(0, key.Length + 1).Min(j => table[typed.Length, j]);
    }
}
