using System.Text.RegularExpressions;

namespace Splot.Architecture.Tests;

/// <summary>Rules about what browsers are given.</summary>
internal static partial class Views
{
    /// <summary>Views that ask for services: a view takes parameters.</summary>
    public static IReadOnlyList<string> Injections(IEnumerable<HouseFile> views) => Find(views, Injection(), "asks for a service");

    /// <summary>Raw markup made outside Splot.Ui.</summary>
    public static IReadOnlyList<string> RawMarkup(IEnumerable<HouseFile> files) =>
        Find(files.Where(f => !f.Path.StartsWith("src/Splot.Ui/", StringComparison.Ordinal)), Raw(), "makes raw markup");

    /// <summary>What the content security policy forbids: styles and scripts in the page.</summary>
    public static IReadOnlyList<string> Inline(IEnumerable<HouseFile> views) => Find(views, InPage(), "has a style or script in the page");

    private static IReadOnlyList<string> Find(IEnumerable<HouseFile> files, Regex rule, string what) =>
    [
        .. from file in files
           from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
           where rule.IsMatch(line.Text)
           select $"{file.Path}:{line.Number} {what}: {line.Text.Trim()}",
    ];

    [GeneratedRegex("""^\s*@inject\b|\[\s*Inject\b|\bIServiceProvider\b|@inherits\s+OwningComponentBase""", RegexOptions.None, 1000)]
    private static partial Regex Injection();

    [GeneratedRegex("""\bMarkupString\b|\bAddMarkupContent\b|\bHtmlString\b""", RegexOptions.None, 1000)]
    private static partial Regex Raw();

    [GeneratedRegex("""\sstyle\s*=|<style\b|<script(?![^>]*\s(?:src\s*=|type=\\?"application/ld\+json\\?">))|\son[a-z]+\s*=\s*["'](?!@)|href\s*=\s*["']javascript:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InPage();
}
