using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.FindProjects;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.ReadProject;

/// <summary>Values of indicators in words.</summary>
internal static class IndicatorWords
{
    /// <summary>A value with its unit where the number needs one: 1 292, 50%.</summary>
    public static string Value(decimal value, string? unit)
    {
        var number = decimal.Truncate(value) == value && Math.Abs(value) < long.MaxValue
            ? Languages.Current.FormatCount(decimal.ToInt64(value))
            : Languages.Current.Decimal(value, value.Scale > 2 ? 2 : value.Scale);
        return unit == "percent" ? number + "%" : number;
    }

    /// <summary>The unit in words, where it says more than the indicator's name.</summary>
    public static string? Unit(string? unit) => unit switch
    {
        "person" => Text.UnitPerson,
        "entity" => Text.UnitEntity,
        "plan" => Text.UnitPlan,
        null or "percent" or "number" => null,
        _ => unit,
    };

    /// <summary>The rows of the table; each name leads to the projects that have it.</summary>
    public static IReadOnlyList<Target> Targets(ProjectModel model, Func<string, string> href) => [.. model.Document.Indicators.Select(i => Row(model, i, href))];

    // A quotation mark within would end the phrase.
    private static string Phrase(string words) => "\"" + string.Join(' ', words.Split(['"', '„', '“', '”', '«', '»'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\"";

    private static Target Row(ProjectModel model, IndicatorDocument indicator, Func<string, string> href)
    {
        var name = model.Text(indicator.Name);
        var notes = new[]
        {
            indicator.Code,
            Unit(indicator.Unit),
            indicator.Kind switch { "output" => Text.Output, "result" => Text.Result, _ => null },
            indicator.Baseline is { } baseline ? Text.Baseline(Value(baseline, indicator.Unit)) : null,
        };
        return new Target(
            name?.Text ?? indicator.Code ?? Text.Unnamed,
            indicator.Target is { } target ? Value(target, indicator.Unit) : null,
            indicator.Achieved is { } achieved ? Value(achieved, indicator.Unit) : null,
            indicator is { Target: > 0m, Achieved: { } done } ? done / indicator.Target : null,
            notes.Any(n => n is not null) ? string.Join(" · ", notes.Where(n => n is not null)) : null,
            name?.Lang,
            name is { Text.Length: <= SearchRequest.MostLetters - 2 } ? href(FindProjectsModel.Address(new SearchRequest { Words = Phrase(name.Text) })) : null);
    }
}
