using Microsoft.AspNetCore.Components;

namespace Splot.Ui;

/// <summary>What all form controls share: name, label, hint, error and what was typed.</summary>
public abstract class Control : ComponentBase
{
    /// <summary>The field of a <see cref="PostedForm"/>: gives name, value and error where those are not given themselves.</summary>
    [Parameter]
    public FormField? Field { get; set; }

    /// <summary>The name under which the value is sent.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The control's id; its name by default.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>A line of help between label and control.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Help with markup, instead of <see cref="Hint"/>.</summary>
    [Parameter]
    public RenderFragment? HintContent { get; set; }

    /// <summary>Further classes of the hint.</summary>
    [Parameter]
    public string? HintClasses { get; set; }

    /// <summary>What is wrong with the value and what to do.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>Ids of further descriptions, separated by spaces.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>Further classes of the control.</summary>
    [Parameter]
    public string? Classes { get; set; }

    /// <summary>Further classes of the group around label and control.</summary>
    [Parameter]
    public string? GroupClasses { get; set; }

    /// <summary>Further attributes of the control.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The name, the field's where none is given.</summary>
    protected string FieldName => Name ?? Field?.Name ?? "";

    /// <summary>The id, the name where none is given.</summary>
    protected string FieldId => Id ?? FieldName;

    /// <summary>The error, the field's where none is given.</summary>
    protected string? Problem => Error ?? Field?.Error;

    /// <summary>Whether there is a hint.</summary>
    protected bool HasHint => Hint is not null || HintContent is not null;

    /// <summary>The ids that describe the control: those given, the hint, the error; null where there is none.</summary>
    protected string? Descriptions => Css.Join(DescribedBy, HasHint ? FieldId + "-hint" : null, Problem is not null ? FieldId + "-error" : null);

    /// <summary>The classes of the group.</summary>
    protected string? GroupClass => Css.Join("govuk-form-group", Problem is not null ? "govuk-form-group--error" : null, GroupClasses);
}
