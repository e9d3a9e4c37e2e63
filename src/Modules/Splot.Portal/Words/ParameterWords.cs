using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Portal.Searching;

namespace Splot.Portal.Words;

/// <summary>Search parameters and their values in words.</summary>
internal static class ParameterWords
{
    private const string Ellipsis = "…";

    public static string Name(CodeParameter parameter) => parameter.Name switch
    {
        "country" => Text.Country,
        "region" => Text.Region,
        "fund" => Text.Fund,
        "programme" => Text.Programme,
        "objective" => Text.Objective,
        "theme" => Text.Theme,
        "field" => Text.Field,
        "period" => Text.Period,
        "beneficiary" => Text.Beneficiary,
        _ => Text.Status,
    };

    /// <summary>Any parameter as pages call it.</summary>
    public static string Name(string parameter) => parameter switch
    {
        "q" => Text.SearchWords,
        "sort" => Text.Order,
        "limit" => Text.PageSize,
        "after" => Text.PageAfter,
        "modifiedSince" => Text.ModifiedSince,
        "without" => Text.WithoutWords,
        _ => CodeParameter.All.FirstOrDefault(p => p.Name == parameter) is { } code ? Name(code)
            : BoundParameter.All.FirstOrDefault(p => p.Name == parameter) is { } bound ? Value(bound, Ellipsis)
            : parameter,
    };

    /// <summary>A chosen code in words.</summary>
    public static Label Value(CodeParameter parameter, string code, LabelBook labels)
    {
        if (code == SearchRequest.None)
        {
            return new Label(Text.WithoutValue(Name(parameter)), Languages.Current.Code());
        }

        if (parameter == CodeParameter.Status)
        {
            return new Label(StatusWords.Of(code), Languages.Current.Code());
        }

        return Kinds(parameter).Select(kind => labels.Find(kind, code)).FirstOrDefault(l => l is not null) ?? new Label(code, Label.NoLanguage);
    }

    /// <summary>A bound in words.</summary>
    public static string Value(BoundParameter parameter, long bound) =>
        Value(parameter, parameter.IsMoney ? MoneyWords.Euro(bound / 100m) : Languages.Current.LongDate(DateOnly.FromDayNumber((int)bound)));

    private static string Value(BoundParameter parameter, string value) => parameter.Name switch
    {
        "budgetFrom" => Text.BudgetFrom(value),
        "budgetTo" => Text.BudgetTo(value),
        "euFrom" => Text.EuFrom(value),
        "euTo" => Text.EuTo(value),
        "startFrom" => Text.StartFrom(value),
        "startTo" => Text.StartTo(value),
        "endFrom" => Text.EndFrom(value),
        _ => Text.EndTo(value),
    };

    private static string[] Kinds(CodeParameter parameter) => parameter.Name switch
    {
        "country" => [LabelKind.Country],
        "region" => [LabelKind.Region],
        "fund" => [LabelKind.Fund],
        "programme" => [LabelKind.Programme],
        "objective" => [LabelKind.Objective, LabelKind.Objective2014],
        "theme" => [LabelKind.Theme],
        "field" => [LabelKind.Field, LabelKind.Field2014],
        _ => [],
    };
}
