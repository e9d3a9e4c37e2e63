using System.Collections.Concurrent;
using Splot.Testing;

namespace Splot.Portal.Tests.Support;

/// <summary>The texts of the user interface as the repository's files give them.</summary>
internal static class UiTexts
{
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> Read = new(StringComparer.Ordinal);

    /// <summary>All texts of a language that have no placeholder.</summary>
    public static IReadOnlySet<string> Of(string language) => Read.GetOrAdd(language, l => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "Text." + l, SearchOption.AllDirectories)
        .SelectMany(File.ReadLines)
        .Where(line => line.Contains(" = ", StringComparison.Ordinal) && line[0] != '#')
        .Select(line => line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..])
        .Where(text => !text.Contains('{', StringComparison.Ordinal))
        .ToHashSet(StringComparer.Ordinal));
}
