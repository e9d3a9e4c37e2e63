namespace Splot.Ui;

/// <summary>One of the fields of a date.</summary>
/// <param name="Name">day, month or year; the end of the name under which it is sent.</param>
/// <param name="Label">Its words.</param>
/// <param name="Value">What was typed.</param>
public sealed record DatePart(string Name, string Label, string? Value = null)
{
    /// <summary>Whether the date's error lies here; null for all parts means everywhere.</summary>
    public bool? HasError { get; init; }

    /// <summary>How many characters wide: 2 or 4.</summary>
    public int Width { get; init; } = 2;

    /// <summary>The field's id, where it is not made from the date's id and the name.</summary>
    public string? Id { get; init; }

    /// <summary>The keys a phone shows.</summary>
    public string Inputmode { get; init; } = "numeric";

    /// <summary>A pattern for old keyboards.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the browser may fill in, such as <c>bday-day</c>.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Further classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further attributes.</summary>
    public IReadOnlyDictionary<string, object>? Attributes { get; init; }
}
