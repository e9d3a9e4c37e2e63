using System.Text.RegularExpressions;

namespace Splot.Architecture.Tests;

/// <summary>Whose tables a migration touches.</summary>
internal static partial class Tables
{
    /// <summary>Tables, indexes apart, that are made, changed, filled or referred to under another prefix than the room's own.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<HouseFile> migrations) =>
    [
        .. from file in migrations
           let prefix = Prefix(file.Path)
           from Match match in TableName().Matches(Comment().Replace(file.Text, " "))
           let table = match.Groups["name"].Value
           where !table.StartsWith(prefix, StringComparison.Ordinal)
           select $"{file.Path}: {match.Groups["verb"].Value.ToUpperInvariant()} {table} is not named {prefix}…",
    ];

    /// <summary>Migrations that one engine has and the other lacks.</summary>
    public static IReadOnlyList<string> Lonely(IEnumerable<string> paths)
    {
        var names = paths.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. names.Where(p => !names.Contains(
                p.EndsWith(".sqlite.sql", StringComparison.Ordinal)
                    ? p.Replace(".sqlite.sql", ".postgres.sql", StringComparison.Ordinal)
                    : p.Replace(".postgres.sql", ".sqlite.sql", StringComparison.Ordinal))),
        ];
    }

    private static string Prefix(string path)
    {
        var project = path.Split('/').First(part => part.StartsWith("Splot.", StringComparison.Ordinal));
        return project["Splot.".Length..].ToLowerInvariant() + "_";
    }

    [GeneratedRegex("""\b(?<verb>create\s+(virtual\s+|temp(orary)?\s+|unlogged\s+)?table(\s+if\s+not\s+exists)?|alter\s+table|drop\s+table(\s+if\s+exists)?|rename\s+to|references|insert\s+into|delete\s+from|update(?=\s+"?\w+"?\s+set\b)|on(?=\s+"?\w+"?\s*\()|from|join)\s+"?(?<name>\w+)"?""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableName();

    [GeneratedRegex("""--[^\n]*|'[^']*'""", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
