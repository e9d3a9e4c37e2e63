namespace Splot.Ui;

/// <summary>One field of a <see cref="PostedForm"/> as it goes back to the page: what was typed and what is wrong with it.</summary>
/// <param name="Name">The name under which it is sent; the control's id, too.</param>
/// <param name="Values">What was typed, or chosen; empty where nothing was.</param>
/// <param name="Error">What is wrong; null where nothing is.</param>
public sealed record FormField(string Name, IReadOnlyList<string> Values, string? Error)
{
    private static readonly string[] DateParts = ["day", "month", "year"];

    /// <summary>The first value, exactly as typed; null where there is none.</summary>
    public string? Value => Values.Count > 0 ? Values[0] : null;

    internal Func<string, string?>? ReadPart { get; init; }

    internal IReadOnlySet<string> WrongParts { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What was typed into one part of a date in three fields: day, month or year.</summary>
    public string? Part(string part) => ReadPart?.Invoke(part);

    /// <summary>Whether the error lies in this part; null where it lies in no part more than in another.</summary>
    public bool? PartHasError(string part) => WrongParts.Count is 0 or 3 ? null : WrongParts.Contains(part);

    internal static string PartName(string field, string part) => field + "-" + part;

    internal static IEnumerable<string> PartNames(string field) => DateParts.Select(p => PartName(field, p));
}
