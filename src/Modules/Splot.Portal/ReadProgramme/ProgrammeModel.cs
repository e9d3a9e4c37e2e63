using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;
using Splot.Portal.Searching;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.ReadProgramme;

/// <summary>A programme with what its projects come to.</summary>
/// <param name="Code">CCI or the publishing list's own code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Profile">Its projects.</param>
/// <param name="Priorities">Names of its priorities as published, by code.</param>
public sealed record ProgrammeModel(string Code, Label Name, Profile Profile, IReadOnlyDictionary<string, Label> Priorities)
{
    /// <summary>The period most of its projects belong to; null where none is published.</summary>
    public string? Period => Profile.Of(IndexColumns.Period).FirstOrDefault(p => p.Code != SearchRequest.None).Code;

    /// <summary>Objectives by code.</summary>
    public IReadOnlyList<CodeSum> Objectives => ByCode(Profile.Of(IndexColumns.Objective));

    /// <summary>Priorities by code; empty where no project names one.</summary>
    public IReadOnlyList<CodeSum> PrioritySums => ByCode(Profile.Of(IndexColumns.Priority));

    /// <summary>The Union's part of all money and the rest; empty where the sums do not allow it.</summary>
    public IReadOnlyList<MoneyPart> Parts => Profile.Totals is { EuEur: > 0m } t && t.EuEur <= t.BudgetEur
        ? [
            new MoneyPart(Text.Union, MoneyWords.Euro(t.EuEur), t.EuEur / t.BudgetEur),
            .. t.EuEur < t.BudgetEur ? (MoneyPart[])[new MoneyPart(Text.NationalAndOwn, MoneyWords.Euro(t.BudgetEur - t.EuEur), (t.BudgetEur - t.EuEur) / t.BudgetEur)] : [],
        ]
        : [];

    /// <summary>The list of a priority's projects, without its language.</summary>
    public string ListOfPriority(string code) => code == SearchRequest.None
        ? Profile.List
        : "/projects" + SearchAddress.Query(OfPriority(code));

    /// <summary>The search for a priority's projects.</summary>
    public SearchRequest OfPriority(string code) => Profile.Request with { Words = IndexColumns.Priority + ":\"" + code.Replace("\"", "", StringComparison.Ordinal) + "\"" };

    private static IReadOnlyList<CodeSum> ByCode(IReadOnlyList<CodeSum> sums) => sums.All(s => s.Code == SearchRequest.None)
        ? []
        : [.. sums.OrderBy(s => s.Code == SearchRequest.None).ThenBy(s => s.Code, StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering))];
}
