using Microsoft.AspNetCore.Components;

namespace Splot.Ui;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Value">The value that is sent; null in a list sends the label.</param>
/// <param name="Label">The words.</param>
public sealed record Choice(string? Value, string Label)
{
    /// <summary>Label with markup, instead of <see cref="Label"/>; not in a <see cref="SelectList"/>.</summary>
    public RenderFragment? Content { get; init; }

    /// <summary>A line of help; not in a <see cref="SelectList"/>.</summary>
    public string? Hint { get; init; }

    /// <summary>Chosen or not, whatever the field's value; null lets the value decide.</summary>
    public bool? Checked { get; init; }

    /// <summary>Cannot be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>The words' language where it differs from the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>The control's id, where it is not made from the name and the position.</summary>
    public string? Id { get; init; }

    /// <summary>A check box's own name.</summary>
    public string? Name { get; init; }

    /// <summary>Further classes of the label.</summary>
    public string? LabelClasses { get; init; }

    /// <summary>Further attributes of the label.</summary>
    public IReadOnlyDictionary<string, object>? LabelAttributes { get; init; }

    /// <summary>Further attributes of the control.</summary>
    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    /// <summary>True for a word between choices, such as "or", that is no choice itself.</summary>
    public bool IsDivider { get; init; }

    /// <summary>A word between choices.</summary>
    public static Choice Divider(string word) => new(null, word) { IsDivider = true };
}
