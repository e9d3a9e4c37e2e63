using System.Globalization;

namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>One text in Polish, Bulgarian and English that say the same.</summary>
internal sealed record DemoText(string Polish, string Bulgarian, string English);

/// <summary>An indicator of a topic.</summary>
/// <param name="Code">Code of a common indicator; null for the operation's own.</param>
/// <param name="Unit">person, entity, place or job.</param>
/// <param name="Kind">output or result.</param>
/// <param name="Target">n or m for the operation's numbers, otherwise the target itself.</param>
/// <param name="Name">Name.</param>
internal sealed record DemoIndicator(string? Code, string Unit, string Kind, string Target, DemoText Name);

/// <summary>
/// The sentences of one topic. Slots: <c>{p}</c> place, <c>{r}</c> "in the region", <c>{n}</c> and <c>{m}</c> numbers with m below n. Numbers are
/// multiples of five, so that Polish needs one plural form only.
/// </summary>
internal sealed record DemoTopicTexts
{
    public required string Key { get; init; }

    /// <summary>From and to of n.</summary>
    public required (int From, int To) Many { get; init; }

    /// <summary>From and to of m.</summary>
    public required (int From, int To) Some { get; init; }

    /// <summary>Kinds of bodies that run such operations, by country (<see cref="InventedNames"/>).</summary>
    public required IReadOnlyDictionary<string, int[]> Kinds { get; init; }

    public List<DemoText> Titles { get; } = [];

    /// <summary>Alternatives of the summary's first sentence.</summary>
    public List<DemoText> First { get; } = [];

    /// <summary>Alternatives of its second sentence.</summary>
    public List<DemoText> Second { get; } = [];

    /// <summary>Alternatives of its last sentence.</summary>
    public List<DemoText> Last { get; } = [];

    public List<DemoText> Tasks { get; } = [];

    public List<DemoText> Groups { get; } = [];

    public List<DemoIndicator> Indicators { get; } = [];
}

/// <summary>
/// Reads the texts of the demo. A block begins with <c># key;n from-to;m from-to;Polish kinds;Bulgarian kinds</c>; its lines are
/// <c>mark|pl|bg|en</c> with the marks T title, 1 2 3 sentences of the summary, Z task, G target group and W;code;unit;kind;target indicator.
/// </summary>
internal static class DemoTexts
{
    /// <summary>Texts by key of topic.</summary>
    public static IReadOnlyDictionary<string, DemoTopicTexts> ByTopic { get; } =
        Read(DemoPeopleTexts.All).Concat(Read(DemoCommunityTexts.All)).ToDictionary(texts => texts.Key, StringComparer.Ordinal);

    private static List<DemoTopicTexts> Read(string block)
    {
        var topics = new List<DemoTopicTexts>();
        foreach (var line in block.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line[0] == '#')
            {
                topics.Add(Heading(line[1..].Trim().Split(';')));
            }
            else
            {
                Add(topics[^1], line.Split('|'));
            }
        }

        return topics;
    }

    private static DemoTopicTexts Heading(string[] parts) => new()
    {
        Key = parts[0],
        Many = Range(parts[1]),
        Some = Range(parts[2]),
        Kinds = new Dictionary<string, int[]>(StringComparer.Ordinal) { ["PL"] = [.. parts[3].Split(' ').Select(Whole)], ["BG"] = [.. parts[4].Split(' ').Select(Whole)] },
    };

    private static void Add(DemoTopicTexts topic, string[] parts)
    {
        var text = new DemoText(parts[1], parts[2], parts[3]);
        var mark = parts[0].Split(';');
        switch (mark[0])
        {
            case "T": topic.Titles.Add(text); break;
            case "1": topic.First.Add(text); break;
            case "2": topic.Second.Add(text); break;
            case "3": topic.Last.Add(text); break;
            case "Z": topic.Tasks.Add(text); break;
            case "G": topic.Groups.Add(text); break;
            default: topic.Indicators.Add(new DemoIndicator(mark[1].Length == 0 ? null : mark[1], mark[2], mark[3], mark[4], text)); break;
        }
    }

    private static (int From, int To) Range(string text)
    {
        var parts = text.Split('-');
        return (Whole(parts[0]), Whole(parts[1]));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
