using System.Text.RegularExpressions;
using Splot.Contracts.Projects;
using Splot.Testing;

namespace Splot.Projects.Tests.Demo;

/// <summary>What holds for all real operations of the preset.</summary>
public partial class RealOperationsTests
{
    private const int LongestCommonRun = 11;

    public static TheoryData<string> Ids => [DemoFiles.Lublin, DemoFiles.Wielkopolska, DemoFiles.Ruse, DemoFiles.Tomaszow];

    [Fact]
    public void Real_Operations_AreFour() => Assert.Equal(4, DemoFiles.Real.Count);

    [Theory, MemberData(nameof(Ids))]
    public void Real_Operation_IsNotMarkedAsInvented(string id) => Assert.False(DemoFiles.Operation(id).Demo);

    [Theory, MemberData(nameof(Ids))]
    public void Real_Id_HasTheFormOfThePublicContract(string id) => Assert.Matches("^[a-z0-9][a-z0-9.-]*$", DemoFiles.Operation(id).Id);

    [Theory, MemberData(nameof(Ids))]
    public void Real_Title_IsThereInThreeLanguages(string id) => Assert.Equal(["bg", "en", "pl"], DemoFiles.Operation(id).Title.Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public void Real_Texts_AreThereInThreeLanguages(string id) => Assert.All(
        AllTexts.Of(DemoFiles.Operation(id)).Where(text => text.Count > 0),
        text => Assert.Equal(["bg", "en", "pl"], text.Where(one => one.Value.Text.Length > 0).Select(one => one.Key).Order(StringComparer.Ordinal)));

    [Theory, MemberData(nameof(Ids))]
    public void Real_DerivedValues_AreLeftToTheLoader(string id)
    {
        var operation = DemoFiles.Operation(id);
        Assert.Equal((null, null, null), (operation.Status, operation.CoFinancingRate, operation.PublishedRate));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Real_Operation_NamesItsSource(string id) => Assert.False(string.IsNullOrEmpty(DemoFiles.Operation(id).Source?.List));

    [Theory, MemberData(nameof(Ids))]
    public void Real_Operation_SurvivesWritingAndReading(string id)
    {
        var json = OperationJson.Write(DemoFiles.Operation(id));
        Assert.Equal(json, OperationJson.Write(OperationJson.Read(json)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Real_Prose_IsOurOwn(string id)
    {
        var published = Words(string.Join(' ', Directory.GetFiles(SharedFolder.Path("seeds")).Select(File.ReadAllText)));
        var runs = Runs(published).ToHashSet(StringComparer.Ordinal);
        var operation = DemoFiles.Operation(id);
        IEnumerable<IReadOnlyDictionary<string, TextWithOrigin>> prose =
            [operation.Summary, operation.Aims, .. operation.Tasks.Select(task => task.Description).OfType<IReadOnlyDictionary<string, TextWithOrigin>>()];

        Assert.DoesNotContain(prose.SelectMany(text => text.Values).SelectMany(text => Runs(Words(text.Text))), runs.Contains);
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value.ToUpperInvariant())];

    private static IEnumerable<string> Runs(string[] words) =>
        Enumerable.Range(0, Math.Max(0, words.Length - LongestCommonRun)).Select(i => string.Join(' ', words[i..(i + LongestCommonRun)]));

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
