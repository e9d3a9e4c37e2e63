using System.Text.RegularExpressions;

namespace Splot.Architecture.Tests;

/// <summary>Which texts are used by whom. <c>Text.Key</c> means the nearest set of texts: in the file's own folder or above it.</summary>
internal static partial class Texts
{
    private static readonly string[] Languages = ["en", "pl", "bg"];

    /// <summary>Keys that nothing uses.</summary>
    public static IReadOnlyList<string> Unused(IReadOnlyCollection<HouseFile> texts, IReadOnlyCollection<HouseFile> users)
    {
        var sets = texts.Where(t => t.Path.EndsWith("/Text.en", StringComparison.Ordinal)).ToDictionary(t => Folder(t.Path), t => Keys(t.Text), StringComparer.Ordinal);
        var used = users.SelectMany(u => Uses(u, [.. sets.Keys])).ToHashSet();
        return [.. from set in sets from key in set.Value where !used.Contains((set.Key, key)) select $"{set.Key}/Text.en: nothing uses {key}"];
    }

    /// <summary>Sets that lack a language, or whose languages have other keys.</summary>
    public static IReadOnlyList<string> Incomplete(IReadOnlyCollection<HouseFile> texts) =>
    [
        .. from folder in texts.GroupBy(t => Folder(t.Path), StringComparer.Ordinal)
           let all = folder.SelectMany(f => Keys(f.Text)).ToHashSet(StringComparer.Ordinal)
           from language in Languages
           let file = folder.FirstOrDefault(f => f.Path.EndsWith("/Text." + language, StringComparison.Ordinal))
           where file is null || !all.SetEquals(Keys(file.Text))
           select $"{folder.Key}/Text.{language} is not complete",
    ];

    private static IEnumerable<(string Folder, string Key)> Uses(HouseFile user, IReadOnlyCollection<string> folders)
    {
        var project = Project(user.Path);
        var rooms = folders.Where(f => Project(f + "/") == project).ToList();
        var nearest = rooms.Where(f => (Folder(user.Path) + "/").StartsWith(f + "/", StringComparison.Ordinal)).MaxBy(f => f.Length);
        foreach (Match match in Use().Matches(user.Text))
        {
            var qualifier = match.Groups["qualifier"].Value;
            var meant = qualifier.Length > 0 ? rooms.Where(f => f.EndsWith(qualifier, StringComparison.Ordinal)) : nearest is null ? rooms : [nearest];
            foreach (var folder in meant)
            {
                yield return (folder, match.Groups["key"].Value);
            }
        }
    }

    private static HashSet<string> Keys(string text) => KeyLine().Matches(text).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    private static string Project(string path) => path.Split('/').FirstOrDefault(p => p.StartsWith("Splot.", StringComparison.Ordinal)) ?? path;

    [GeneratedRegex("""^(?<key>[A-Za-z]\w*)(\[\w+\])?\s*=""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyLine();

    [GeneratedRegex("""(?<![\w.])(?:(?:\w+\.)*(?<qualifier>\w+)\.)?Text\.(?<key>[A-Za-z]\w*)\b""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();
}
