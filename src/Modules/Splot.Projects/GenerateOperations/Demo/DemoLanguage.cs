using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>Fills the slots of the demo's texts and marks which language is the original.</summary>
internal sealed class DemoLanguage(string original, InventedPlace place, DemoRegion region, int many, int some)
{
    /// <summary>n.</summary>
    public int Many { get; } = many;

    /// <summary>m.</summary>
    public int Some { get; } = some;

    private readonly (string Language, TextOrigin Origin)[] languages =
        [.. new[] { "pl", "bg", "en" }.Select(language => (language, language == original ? TextOrigin.Original : TextOrigin.Human))];

    /// <summary>A text in three languages.</summary>
    public Dictionary<string, TextWithOrigin> Text(params DemoText[] sentences) => languages.ToDictionary(
        one => one.Language,
        one => new TextWithOrigin(string.Join(' ', sentences.Select(sentence => Fill(sentence, one.Language))), one.Origin),
        StringComparer.Ordinal);

    /// <summary>A title in three languages.</summary>
    public Dictionary<string, string> Title(DemoText title) =>
        languages.ToDictionary(one => one.Language, one => Fill(title, one.Language), StringComparer.Ordinal);

    /// <summary>How the titles came to be: the original is not in it.</summary>
    public Dictionary<string, TextOrigin> TitleOrigin() => languages.Where(one => one.Origin != TextOrigin.Original)
        .ToDictionary(one => one.Language, one => one.Origin, StringComparer.Ordinal);

    private string Fill(DemoText text, string language)
    {
        // The name of the place keeps its alphabet where the reader's alphabet is the same.
        var latin = language != "bg";
        var name = latin == (original == "pl") ? place.Name : place.Foreign;
        return Pick(text, language)
            .Replace("{p}", name, StringComparison.Ordinal)
            .Replace("{r}", Pick(region.In, language), StringComparison.Ordinal)
            .Replace("{n}", Many.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{m}", Some.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Pick(DemoText text, string language) => language switch
    {
        "pl" => text.Polish,
        "bg" => text.Bulgarian,
        _ => text.English,
    };
}
