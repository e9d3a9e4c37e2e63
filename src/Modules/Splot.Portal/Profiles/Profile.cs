using Splot.Contracts.Projects;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Searching;

namespace Splot.Portal.Profiles;

/// <summary>A set of projects told in figures: how many, how much, since when, what for, by whom.</summary>
/// <param name="Request">The search whose whole result the figures are of.</param>
/// <param name="Overview">Labels, places and figures of the whole store.</param>
/// <param name="Totals">Sums over the set.</param>
/// <param name="Largest">The projects with the greatest Union contributions.</param>
/// <param name="Sums">Counts and sums by column of the index and, for regions, level.</param>
/// <param name="Beneficiaries">The organisations with the most projects.</param>
/// <param name="Today">The present day.</param>
public sealed record Profile(
    SearchRequest Request,
    Overview Overview,
    SearchTotals Totals,
    IReadOnlyList<PublicOperation> Largest,
    IReadOnlyDictionary<(string Column, int Level), IReadOnlyList<CodeSum>> Sums,
    IReadOnlyList<BeneficiaryCount> Beneficiaries,
    DateOnly Today)
{
    /// <summary>The sums of a column, the commonest code first; empty where it was not asked for.</summary>
    public IReadOnlyList<CodeSum> Of(string column, int level = 0) => Sums.GetValueOrDefault((column, level), []);

    /// <summary>The sums by region of all levels that were asked for.</summary>
    public IReadOnlyDictionary<string, CodeSum> Regions => Sums.Where(s => s.Key.Column == CodeParameter.Region.Name).SelectMany(s => s.Value)
        .GroupBy(s => s.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Count), StringComparer.Ordinal);

    /// <summary>Projects of the set that run now.</summary>
    public long Running => Of(CodeParameter.Status.Name).FirstOrDefault(s => s.Code == OperationStatus.Running).Count;

    /// <summary>The address of the list of the set, without its language.</summary>
    public string List => "/projects" + SearchAddress.Query(Request);

    /// <summary>The address of the list of a part of the set.</summary>
    public string ListOf(CodeParameter parameter, string code) => "/projects" + SearchAddress.Query(Request.With(parameter, code));
}

/// <summary>An organisation and how many projects of a set it runs.</summary>
/// <param name="Party">The organisation.</param>
/// <param name="Count">Projects.</param>
public sealed record BeneficiaryCount(PartyDocument Party, long Count);
