using System.Text.RegularExpressions;
using Splot.Portal.ExportProjects;
using Splot.Portal.Searching;

namespace Splot.Portal.OpenData;

/// <summary>What a file of the data page holds.</summary>
internal enum DataKind
{
    /// <summary>All public fields.</summary>
    Projects,

    /// <summary>The list of operations by the letters of Art. 49(3).</summary>
    List,

    /// <summary>What the rules of the list's profile find.</summary>
    ListReport,

    /// <summary>The Commission's template of 33 columns.</summary>
    Template,
}

/// <summary>
/// A file of the data page: everything of a country and a programming period. Its name says it all: PL-2021-2027.csv,
/// PL-2021-2027-art49.csv; what has no country or no period stands under <c>none</c>, so every operation is in exactly one file of a kind.
/// </summary>
/// <param name="Group">Country and period.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Extension">csv, xlsx, ndjson, geojson or json.</param>
internal sealed partial record DataFile(DataGroup Group, DataKind Kind, string Extension)
{
    /// <summary>The form of file names.</summary>
    public const string Pattern = "^(?<country>[A-Z]{2}|none)-(?<period>[0-9]{4}-[0-9]{4}|none)(?<kind>-art49-report|-art49|-itb)?\\.(?<extension>[a-z]{3,7})\\z";

    private static readonly Dictionary<DataKind, string[]> Extensions = new()
    {
        [DataKind.Projects] = [.. ExportFormat.All.Select(f => f.Extension)],
        [DataKind.List] = ["csv", "json"],
        [DataKind.ListReport] = ["json"],
        [DataKind.Template] = ["csv"],
    };

    /// <summary>All files of a group.</summary>
    public static IEnumerable<DataFile> Of(DataGroup group) => Extensions.SelectMany(k => k.Value.Select(e => new DataFile(group, k.Key, e)));

    /// <summary>The file with a name; null where no file can have it.</summary>
    public static DataFile? Parse(string name)
    {
        var match = Form().Match(name);
        if (!match.Success)
        {
            return null;
        }

        var kind = match.Groups["kind"].Value switch { "-art49" => DataKind.List, "-art49-report" => DataKind.ListReport, "-itb" => DataKind.Template, _ => DataKind.Projects };
        var file = new DataFile(new DataGroup(Value(match, "country"), Value(match, "period")), kind, match.Groups["extension"].Value);
        return Extensions[kind].Contains(file.Extension, StringComparer.Ordinal) ? file : null;
    }

    public string Name => Group.Name + Kind switch { DataKind.List => "-art49", DataKind.ListReport => "-art49-report", DataKind.Template => "-itb", _ => "" } + "." + Extension;

    public string Path => "/data/" + Name;

    public string MediaType => Kind == DataKind.Projects
        ? ExportFormat.All.First(f => f.Extension == Extension).MediaType
        : Extension == "csv" ? ExportFormat.Csv.MediaType : "application/json; charset=utf-8";

    private static string? Value(Match match, string group) => match.Groups[group].Value is var value && value == SearchRequest.None ? null : value;

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}

/// <summary>A country and a programming period; null where none is published.</summary>
internal sealed record DataGroup(string? Country, string? Period)
{
    public string Name => (Country ?? SearchRequest.None) + "-" + (Period ?? SearchRequest.None);

    /// <summary>The search for what the group holds.</summary>
    public SearchRequest Search => new()
    {
        Codes = new Dictionary<CodeParameter, IReadOnlyList<string>>
        {
            [CodeParameter.Country] = [Country ?? SearchRequest.None],
            [CodeParameter.Period] = [Period ?? SearchRequest.None],
        },
    };
}
