using Microsoft.AspNetCore.Components;

namespace Splot.Ui;

/// <summary>One cell of a <see cref="DataTable"/>.</summary>
/// <param name="Words">The text; null where <see cref="Content"/> says it.</param>
public sealed record Cell(string? Words = null)
{
    /// <summary>Content with markup, instead of <see cref="Words"/>.</summary>
    public RenderFragment? Content { get; init; }

    /// <summary>Stands right, in digits of equal width.</summary>
    public bool Numeric { get; init; }

    /// <summary>The content's language where it differs from the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>How many columns the cell spans.</summary>
    public int? Colspan { get; init; }

    /// <summary>How many rows the cell spans.</summary>
    public int? Rowspan { get; init; }

    /// <summary>Further classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further attributes.</summary>
    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    /// <summary>A cell of text.</summary>
    public static implicit operator Cell(string words) => new(words);

    /// <summary>The named form of the conversion.</summary>
    public static Cell FromString(string words) => new(words);

    /// <summary>A cell with a figure.</summary>
    public static Cell Number(string words) => new(words) { Numeric = true };
}
