using System.Text.RegularExpressions;
using Splot.Contracts.Projects;

namespace Splot.Portal.Searching;

/// <summary>A parameter whose values are codes; several of them mean any of them.</summary>
public sealed partial class CodeParameter
{
    /// <summary>More values than a reader ever chooses; keeps statements short.</summary>
    public const int MostValues = 100;

    private readonly Func<string, string?> read;

    private CodeParameter(string name, Func<string, string?> read)
    {
        Name = name;
        this.read = read;
    }

    public static CodeParameter Country { get; } = new("country", v => CountryCode().IsMatch(v) ? Model.Codes.Form(v) : null);

    public static CodeParameter Region { get; } = new("region", v => RegionCode().IsMatch(v) ? Model.Codes.Form(v) : null);

    public static CodeParameter Fund { get; } = new("fund", ListCode);

    public static CodeParameter Programme { get; } = new("programme", ListCode);

    public static CodeParameter Objective { get; } = new("objective", ListCode);

    public static CodeParameter Theme { get; } = new("theme", v => ListCode(v) is { } code ? Model.Codes.ThemeForm(code) : null);

    public static CodeParameter Field { get; } = new("field", ListCode);

    public static CodeParameter Period { get; } = new("period", v => PeriodCode().IsMatch(v) ? v : null);

    public static CodeParameter Beneficiary { get; } = new("beneficiary", v => PublicId().IsMatch(v) ? v : null);

    public static CodeParameter Status { get; } = new("status", v => OperationStatus.All.Contains(v) ? v : null);

    public static IReadOnlyList<CodeParameter> All { get; } = [Country, Region, Fund, Programme, Objective, Theme, Field, Period, Beneficiary, Status];

    public string Name { get; }

    /// <summary>The comparing form of a value, <see cref="SearchRequest.None"/>, or null for what cannot be a value.</summary>
    public string? Read(string value) => value == SearchRequest.None ? value : read(value);

    /// <summary>Ids of operations and organisations.</summary>
    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{0,199}\z", RegexOptions.None, 1000)]
    public static partial Regex PublicId();

    private static string? ListCode(string value)
    {
        var form = Model.Codes.Form(value);
        return form.Length is > 0 and <= 80 && !form.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? form : null;
    }

    [GeneratedRegex(@"^[A-Za-z]{2}\z", RegexOptions.None, 1000)]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{2,20}\z", RegexOptions.None, 1000)]
    private static partial Regex RegionCode();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{4}\z", RegexOptions.None, 1000)]
    private static partial Regex PeriodCode();
}

/// <summary>A parameter that bounds an amount or a date, inclusively.</summary>
public sealed class BoundParameter
{
    private BoundParameter(string name, bool isMoney, bool isLower)
    {
        Name = name;
        IsMoney = isMoney;
        IsLower = isLower;
    }

    public static BoundParameter BudgetFrom { get; } = new("budgetFrom", isMoney: true, isLower: true);

    public static BoundParameter BudgetTo { get; } = new("budgetTo", isMoney: true, isLower: false);

    public static BoundParameter EuFrom { get; } = new("euFrom", isMoney: true, isLower: true);

    public static BoundParameter EuTo { get; } = new("euTo", isMoney: true, isLower: false);

    public static BoundParameter StartFrom { get; } = new("startFrom", isMoney: false, isLower: true);

    public static BoundParameter StartTo { get; } = new("startTo", isMoney: false, isLower: false);

    public static BoundParameter EndFrom { get; } = new("endFrom", isMoney: false, isLower: true);

    public static BoundParameter EndTo { get; } = new("endTo", isMoney: false, isLower: false);

    /// <summary>Pairs: each lower bound is followed by its upper one.</summary>
    public static IReadOnlyList<BoundParameter> All { get; } = [BudgetFrom, BudgetTo, EuFrom, EuTo, StartFrom, StartTo, EndFrom, EndTo];

    public string Name { get; }

    /// <summary>Euro cents; otherwise a day number.</summary>
    public bool IsMoney { get; }

    public bool IsLower { get; }
}
