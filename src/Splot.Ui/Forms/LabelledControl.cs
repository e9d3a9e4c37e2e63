using Microsoft.AspNetCore.Components;

namespace Splot.Ui;

/// <summary>A control with one label: a field for text, a list to choose from.</summary>
public abstract class LabelledControl : Control
{
    /// <summary>The words above the control.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>Label with markup, instead of <see cref="Label"/>.</summary>
    [Parameter]
    public RenderFragment? LabelContent { get; set; }

    /// <summary>Further classes of the label, such as <c>govuk-label--l</c>.</summary>
    [Parameter]
    public string? LabelClasses { get; set; }

    /// <summary>The label is the page's <c>h1</c>: for a page that asks one thing.</summary>
    [Parameter]
    public bool LabelIsHeading { get; set; }

    /// <summary>The value; what was typed into the field where none is given.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>The control cannot be used.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>What the browser may fill in: a token such as <c>given-name</c>.</summary>
    [Parameter]
    public string? Autocomplete { get; set; }

    /// <summary>The value that is shown.</summary>
    protected string? Shown => Value ?? Field?.Value;
}
