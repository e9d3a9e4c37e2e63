using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Portal.Model;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.ListOfOperations;

/// <summary>
/// A column of the list of operations (Regulation (EU) 2021/1060, Art. 49(3)): its name begins with the letter that asks for it. A cell is
/// filled or says n/a, so nobody has to guess whether a value was forgotten. Dates are ISO 8601, amounts have a decimal point, rates are in percent.
/// </summary>
/// <param name="Name">The column's name, the same in all languages.</param>
/// <param name="Value">Its value; null for none.</param>
internal sealed record ListColumn(string Name, Func<PublicOperation, SiteOptions, string?> Value)
{
    /// <summary>Stands where there is no value.</summary>
    public const string Absent = "n/a";

    private const string Separator = "; ";

    public static IReadOnlyList<ListColumn> All { get; } =
    [
        new("code", (o, _) => o.Document.LocalId ?? o.Id),
        new("a_beneficiary", (o, _) => o.Document.Beneficiary is { NaturalPerson: false } party ? party.Name : null),
        new("a_contractors", (o, _) => Join(o.Document.Contractors.Where(c => !c.NaturalPerson).Select(c => c.Name))),
        new("b_natural_person", (o, _) => o.PersonName),
        new("c_fleet_number", (_, _) => null), // the Community fishing fleet register: no list that is read here has it
        new("d_name", (o, _) => Shown.Title(o.Document).Text),
        new("d_name_original", (o, _) => o.Document.OriginalLanguage is { } own ? o.Document.Title.GetValueOrDefault(own) : null),
        new("e_purpose", (o, _) => (Chosen(o, o.Document.Summary) ?? Chosen(o, o.Document.Aims))?.Text),
        new("e_achievements", (o, _) => Achievements(o)),
        new("f_start", (o, _) => Day(o.Document.Start)),
        new("g_end_expected", (o, _) => Day(o.Document.End)),
        new("g_end_actual", (o, _) => Day(o.Document.ActualEnd)),
        new("h_total_cost", (o, _) => Number(o.Document.Budget?.Amount)),
        new("h_currency", (o, _) => o.Document.Budget?.Currency),
        new("h_total_cost_eur", (o, _) => Number(o.Document.Budget?.Eur)),
        new("i_fund", (o, _) => o.Document.Fund),
        new("j_specific_objective", (o, _) => o.Document.Objective?.Code ?? o.Document.Objective?.Name),
        new("k_cofinancing_rate", (o, _) => Number(ListRule.Rate(o.Document))),
        new("l_location", (o, _) => Join(o.Document.Locations.Select(l => l.Code ?? l.Name).Distinct(StringComparer.Ordinal))),
        new("l_coordinates", (o, _) => Join(o.Document.Locations.Where(l => l is { Lat: not null, Lon: not null }).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Lat},{l.Lon}")))),
        new("l_country", (o, _) => o.Document.Country),
        new("m_beneficiary_location", (o, _) => SeveralPlaces(o.Document)),
        new("n_intervention", (o, _) => Join(o.Document.Fields.Select(f => f.Code ?? f.Name))),
        new("programme", (o, _) => o.Document.Programme?.Code ?? o.Document.Programme?.Name),
        new("period", (o, _) => o.Document.Programme?.Period),
        new("source_list", (o, _) => o.Document.Source?.List),
        new("source_edition", (o, _) => Day(o.Document.Source?.Edition)),
        new("updated", (o, _) => Day(TimeWords.Day(o.Document.UpdatedAt))),
        new("address", (o, site) => site.PublicUrl?.TrimEnd('/') + "/" + Kernel.Languages.Code(Kernel.Languages.Current) + "/projects/" + o.Id),
        new("demo", (o, _) => o.Document.Demo ? "true" : "false"),
    ];

    /// <summary>The cell: the value, or that there is none.</summary>
    public string Cell(PublicOperation operation, SiteOptions site) => Value(operation, site) is { Length: > 0 } value ? value : Absent;

    // (m): for operations in several places the beneficiary's place, or the region of level 2 where that is a natural person.
    private static string? SeveralPlaces(OperationDocument document)
    {
        if (document.Locations.Count < 2)
        {
            return null;
        }

        return document.Beneficiary is { NaturalPerson: true }
            ? Join(document.Locations.Select(l => l.Path?.Split('/', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(2)).Distinct(StringComparer.Ordinal))
            : Join(document.Locations.Where(l => l.Precision == "seat").Select(l => l.Code ?? l.Name));
    }

    // Actual achievements, else expected ones, else the indicators: EECO18: 703 of 1292.
    private static string? Achievements(PublicOperation operation)
    {
        var document = operation.Document;
        return Chosen(operation, document.Achievements)?.Text
            ?? Join(document.ExpectedResults.Select(r => Chosen(operation, r)?.Text))
            ?? Join(document.Indicators.Where(i => i.Target is not null || i.Achieved is not null).Select(i => Indicator(operation, i)));
    }

    private static string Indicator(PublicOperation operation, IndicatorDocument indicator) => string.Create(
        CultureInfo.InvariantCulture, $"{indicator.Code ?? Chosen(operation, indicator.Name)?.Text}: {Number(indicator.Achieved) ?? "-"} / {Number(indicator.Target) ?? "-"}");

    private static Shown? Chosen(PublicOperation operation, IReadOnlyDictionary<string, TextWithOrigin> texts) => Shown.Of(texts, operation.Document.OriginalLanguage);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Join(IEnumerable<string?> values) => string.Join(Separator, values.Where(v => !string.IsNullOrEmpty(v))) is { Length: > 0 } joined ? joined : null;
}
