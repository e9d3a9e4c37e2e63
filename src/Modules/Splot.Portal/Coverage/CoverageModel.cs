using Splot.Portal.Labels;
using Splot.Portal.ListOfOperations;
using Splot.Portal.Searching;

namespace Splot.Portal.Coverage;

/// <summary>How many projects of a part of the store have a field.</summary>
/// <param name="Field">One of <see cref="Measure.Fields"/>.</param>
/// <param name="Count">Projects that have it.</param>
/// <param name="Share">Share of all, 0 to 1.</param>
/// <param name="MissingSearch">The search for those that lack it; null where no parameter asks for that.</param>
internal sealed record FieldCoverage(string Field, long Count, decimal Share, string? MissingSearch);

/// <summary>A list or a programme and how full it is.</summary>
/// <param name="Key">Name or code.</param>
/// <param name="Count">Projects.</param>
/// <param name="Share">Filled fields among all fields of all its projects, 0 to 1.</param>
internal sealed record PartCoverage(string Key, long Count, decimal Share);

/// <summary>A list and its age.</summary>
/// <param name="Edition">Day of the edition.</param>
/// <param name="Days">Days since then.</param>
/// <param name="State">How it stands against the four months; null where it holds no project of a period that they are a duty for.</param>
internal sealed record ListAge(PartCoverage Part, DateOnly Edition, int Days, ListState? State);

/// <summary>What is published and what is missing: of everything, of one list or of one programme.</summary>
public sealed class CoverageModel
{
    // Every list can leave these out without anything being amiss, so they do not make a list less full.
    private static readonly string[] Extras = [Measure.Seat, Measure.Euro, "sameAs", "links", "call", "contracts"];

    // Only what searches see exactly as it is counted here: a programme or objective known by name alone, a natural person, a status that
    // follows from the dates would each make the search find another number.
    private static readonly Dictionary<string, CodeParameter> Askable = new(StringComparer.Ordinal)
    {
        ["fund"] = CodeParameter.Fund,
        ["theme"] = CodeParameter.Theme,
        [Measure.Place] = CodeParameter.Region,
    };

    private readonly Tally tally;
    private readonly IReadOnlyList<TallyRow> rows;

    internal CoverageModel(Tally tally, LabelBook labels, string? list, string? programme)
    {
        (this.tally, Labels, List, Programme) = (tally, labels, list, programme);
        rows = [.. tally.Rows.Where(r => (list is null || r.List == list) && (programme is null || r.Programmes.Contains(programme, StringComparer.Ordinal)))];
        Total = rows.Sum(r => r.Count);
    }

    public string? List { get; }

    public string? Programme { get; }

    /// <summary>Projects in the chosen part.</summary>
    public long Total { get; }

    internal LabelBook Labels { get; }

    internal bool IsKnown => Total > 0 || (List is null && Programme is null);

    internal IReadOnlyList<FieldCoverage> Fields =>
        [.. Measure.Fields.Where(f => f is not (Measure.Seat or Measure.Point or Measure.Euro)).Select(Field).OrderByDescending(f => f.Share)];

    /// <summary>Where projects are said to be: at their site, at the beneficiary's seat, nowhere finer than the country; and how many have coordinates.</summary>
    internal IReadOnlyList<FieldCoverage> Places
    {
        get
        {
            var site = Count(f => Measure.Has(f, Measure.Place) && !Measure.Has(f, Measure.Seat));
            var seat = Count(f => Measure.Has(f, Measure.Place) && Measure.Has(f, Measure.Seat));
            return [Of("site", site), Of(Measure.Seat, seat), Of("nowhere", Total - site - seat), Of(Measure.Point, Count(f => Measure.Has(f, Measure.Point)))];
        }
    }

    internal IReadOnlyList<ListAge> Lists =>
    [
        .. tally.Lists.Select(l => new ListAge(
            Part(l.List, l.Rows),
            l.Edition,
            ListDuty.Age(l.Edition, tally.Day),
            l.Rows.Any(r => r.Period == ListRule.Period) ? ListDuty.State(l.Edition, tally.Day) : null)),
    ];

    internal IReadOnlyList<PartCoverage> Programmes =>
    [
        .. tally.Rows.SelectMany(r => r.Programmes.Select(p => (Programme: p, Row: r))).GroupBy(x => x.Programme, StringComparer.Ordinal)
            .Select(g => Part(g.Key, [.. g.Select(x => x.Row)])).OrderByDescending(p => p.Count).ThenBy(p => p.Key, StringComparer.Ordinal),
    ];

    private static PartCoverage Part(string key, IReadOnlyList<TallyRow> rows)
    {
        var counted = Measure.Fields.Except(Extras, StringComparer.Ordinal).ToList();
        var total = rows.Sum(r => r.Count);
        var filled = rows.Sum(r => r.Count * counted.Count(f => Measure.Has(r.Filled, f)));
        return new PartCoverage(key, total, total == 0 ? 0m : filled / (decimal)(total * counted.Count));
    }

    private FieldCoverage Field(string field) => Of(field, Count(f => Measure.Has(f, field))) with { MissingSearch = Missing(field) };

    private FieldCoverage Of(string field, long count) => new(field, count, Total == 0 ? 0m : count / (decimal)Total, null);

    private long Count(Func<long, bool> filled) => rows.Where(r => filled(r.Filled)).Sum(r => r.Count);

    // Lists are no search parameter: within one list the missing ones are counted but cannot be opened.
    private string? Missing(string field)
    {
        if (List is not null || !Askable.TryGetValue(field, out var parameter))
        {
            return null;
        }

        var codes = new Dictionary<CodeParameter, IReadOnlyList<string>> { [parameter] = [SearchRequest.None] };
        if (Programme is not null)
        {
            codes[CodeParameter.Programme] = [Programme];
        }

        return SearchAddress.Query(new SearchRequest { Codes = codes });
    }
}
