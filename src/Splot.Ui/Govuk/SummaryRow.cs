using Microsoft.AspNetCore.Components;

namespace Splot.Ui;

/// <summary>One answer of a <see cref="SummaryList"/>.</summary>
/// <param name="Key">What was asked, briefly.</param>
/// <param name="Value">What was answered.</param>
public sealed record SummaryRow(string? Key, string? Value)
{
    /// <summary>Ways to change the answer.</summary>
    public IReadOnlyList<SummaryAction> Actions { get; init; } = [];

    /// <summary>Key with markup, instead of <see cref="Key"/>.</summary>
    public RenderFragment? KeyContent { get; init; }

    /// <summary>Value with markup, instead of <see cref="Value"/>.</summary>
    public RenderFragment? ValueContent { get; init; }

    /// <summary>The value's language where it differs from the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>Further classes of the row.</summary>
    public string? Classes { get; init; }

    /// <summary>Further classes of the key.</summary>
    public string? KeyClasses { get; init; }

    /// <summary>Further classes of the value.</summary>
    public string? ValueClasses { get; init; }

    /// <summary>Further classes of the ways to change.</summary>
    public string? ActionsClasses { get; init; }
}

/// <summary>A way to change an answer.</summary>
/// <param name="Label">Its words, such as "Change".</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Hidden">What is changed, for those who hear the link alone.</param>
public sealed record SummaryAction(string? Label, string Href, string? Hidden = null)
{
    /// <summary>Words with markup, instead of <see cref="Label"/>.</summary>
    public RenderFragment? Content { get; init; }

    /// <summary>Further classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further attributes.</summary>
    public IReadOnlyDictionary<string, object>? Attributes { get; init; }
}
