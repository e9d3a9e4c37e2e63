using Parameters = System.Collections.Generic.Dictionary<string, object?>;

namespace Splot.Ui.Tests.Govuk;

/// <summary>The controls of forms.</summary>
internal static partial class Mappings
{
    private static IReadOnlyList<Mapping> Controls { get; } =
    [
        Mapping.Of<TextInput>("input", 39, o => new Parameters(Labelled(o))
        {
            ["Value"] = o.Text("value"),
            ["Type"] = o.Text("type") ?? "text",
            ["Inputmode"] = o.Text("inputmode"),
            ["Pattern"] = o.Text("pattern"),
            ["Spellcheck"] = o.Flag("spellcheck"),
            ["Autocapitalize"] = o.Text("autocapitalize"),
            ["Prefix"] = o.Child("prefix").Text("text"),
            ["PrefixClasses"] = o.Child("prefix").Text("classes"),
            ["Suffix"] = o.Child("suffix").Text("text"),
            ["SuffixClasses"] = o.Child("suffix").Text("classes"),
            ["WrapperClasses"] = o.Child("inputWrapper").Text("classes"),
        }, "prefix.html", "suffix.html", "prefix.attributes", "suffix.attributes", "inputWrapper.attributes"),
        Mapping.Of<TextArea>("textarea", 18, o => new Parameters(Labelled(o))
        {
            ["Value"] = o.Text("value"),
            ["Rows"] = o.Whole("rows") ?? 5,
            ["Spellcheck"] = o.Flag("spellcheck"),
        }),
        Mapping.Of<SelectList>("select", 18, o => new Parameters(Labelled(o))
        {
            ["Value"] = o.Text("value"),
            ["Items"] = o.Children("items").Select(i => new Choice(i.Raw("value"), i.Text("text") ?? "")
            {
                Checked = i.Flag("selected"),
                Disabled = i.On("disabled"),
                Attributes = i.Attributes("attributes"),
            }).ToList(),
        }, "items[nothing]"),
        Mapping.Of<Radios>("radios", 34, o => new Parameters(Choices(o))
        {
            ["Value"] = o.Text("value"),
        }, "items[].conditional", "items[nothing]"),
        Mapping.Of<Checkboxes>("checkboxes", 30, o => new Parameters(Choices(o))
        {
            ["Values"] = o.Texts("values"),
        }, "items[].conditional", "items[].behaviour", "items[nothing]"),
        Mapping.Of<DateInput>("date-input", 33, Date, "day", "month", "year"),
    ];

    private static Parameters Common(Options o)
    {
        var (hint, error) = (o.Child("hint"), o.Child("errorMessage"));
        return new Parameters
        {
            ["Name"] = o.Text("name"),
            ["Id"] = o.Text("id") ?? o.Text("idPrefix"),
            ["HintContent"] = hint.Content(),
            ["HintClasses"] = hint.Text("classes"),
            ["Error"] = error.Text("text"),
            ["DescribedBy"] = o.Text("describedBy") ?? o.Child("fieldset").Text("describedBy"),
            ["Classes"] = o.Text("classes"),
            ["GroupClasses"] = o.Child("formGroup").Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        };
    }

    private static Parameters Labelled(Options o)
    {
        var label = o.Child("label");
        return new Parameters(Common(o))
        {
            ["LabelContent"] = label.Content(),
            ["LabelClasses"] = label.Text("classes"),
            ["LabelIsHeading"] = label.On("isPageHeading"),
            ["Disabled"] = o.On("disabled"),
            ["Autocomplete"] = o.Text("autocomplete"),
        };
    }

    private static Parameters Grouped(Options o)
    {
        var fieldset = o.Child("fieldset");
        var parameters = new Parameters(Common(o));
        foreach (var (name, value) in Legend(fieldset))
        {
            parameters[name] = value;
        }

        parameters["FieldsetClasses"] = fieldset.Text("classes");
        parameters["FieldsetAttributes"] = fieldset.Attributes("attributes");
        return parameters;
    }

    private static Parameters Choices(Options o) => new(Grouped(o))
    {
        ["Items"] = o.Children("items").Select(i => i.Text("divider") is { } divider ? Choice.Divider(divider) : new Choice(i.Text("value"), i.Text("text") ?? "")
        {
            Content = i.Text("html") is { } html ? Rendering.Markup(html) : null,
            Hint = i.Child("hint").Text("text"),
            Checked = i.Flag("checked"),
            Disabled = i.On("disabled"),
            Id = i.Text("id"),
            Name = i.Text("name"),
            LabelClasses = i.Child("label").Text("classes"),
            LabelAttributes = i.Child("label").Attributes("attributes"),
            Attributes = i.Attributes("attributes"),
        }).ToList(),
    };

    private static Parameters Date(Options o)
    {
        var prefix = o.Text("namePrefix");
        var values = o.Child("values");
        var parts = o.Children("items").Select(i => Part(i, i.Text("value") ?? Typed(values, prefix, i.Text("name") ?? ""))).ToList();
        string[] names = ["day", "month", "year"];
        return new Parameters(Grouped(o))
        {
            ["NamePrefix"] = prefix,
            ["Parts"] = parts.Count > 0
                ? parts
                : names.Select(n => new DatePart(n, char.ToUpperInvariant(n[0]) + n[1..], Typed(values, prefix, n)) { Width = n == "year" ? 4 : 2 }).ToList(),
        };
    }

    private static DatePart Part(Options item, string? value)
    {
        var name = item.Text("name") ?? "";
        var classes = item.Text("classes")?.Split(' ').ToLookup(c => c == "govuk-input--error");
        return new DatePart(name, item.Text("label") ?? (name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..]), value)
        {
            HasError = classes?[true].Any() == true ? true : item.Flag("error"),
            Width = name == "year" ? 4 : 2,
            Id = item.Text("id"),
            Inputmode = item.Text("inputmode") ?? "numeric",
            Pattern = item.Text("pattern"),
            Autocomplete = item.Text("autocomplete"),
            Classes = classes is null ? null : string.Join(' ', classes[false]),
            Attributes = item.Attributes("attributes"),
        };
    }

    private static string? Typed(Options values, string? prefix, string name)
    {
        var plain = values.Text(name);
        return prefix is null ? plain : values.Text(prefix + "-" + name) ?? plain;
    }
}
