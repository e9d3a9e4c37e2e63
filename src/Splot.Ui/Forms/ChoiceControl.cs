using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Splot.Ui;

/// <summary>Choices that all stand open: radios or check boxes.</summary>
public abstract class ChoiceControl : Control
{
    /// <summary>What can be chosen.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Choice> Items { get; set; } = [];

    /// <summary>What the choices are about. Without a legend there is no fieldset: for a single check box.</summary>
    [Parameter]
    public string? Legend { get; set; }

    /// <summary>Legend with markup, instead of <see cref="Legend"/>.</summary>
    [Parameter]
    public RenderFragment? LegendContent { get; set; }

    /// <summary>Further classes of the legend.</summary>
    [Parameter]
    public string? LegendClasses { get; set; }

    /// <summary>The legend is the page's <c>h1</c>.</summary>
    [Parameter]
    public bool LegendIsHeading { get; set; }

    /// <summary>Further classes of the fieldset.</summary>
    [Parameter]
    public string? FieldsetClasses { get; set; }

    /// <summary>Further attributes of the fieldset.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, object>? FieldsetAttributes { get; set; }

    /// <summary>Whether there is a fieldset.</summary>
    protected bool HasFieldset => Legend is not null || LegendContent is not null;

    /// <summary>The id of the choice at <paramref name="index"/>: the first carries the field's own id, so that an error can link to it.</summary>
    protected string ItemId(Choice item, int index) =>
        item.Id ?? (index == 0 ? FieldId : FieldId + "-" + (index + 1).ToString(CultureInfo.InvariantCulture));
}
